/// Dates that count from the article's own: "yesterday", "on Monday", "last week", "three years ago". Without a date of the
/// article they are found too, but have no value.
enum RelativeDateRule {
    static func match(_ text: GrammarText, _ start: Int, _ wordEnd: Int, _ lexeme: Lexeme, _ reference: CivilDate?) -> GrammarMatch? {
        switch lexeme {
        case .day(let offset):
            return GrammarMatch(range: start..<wordEnd, type: .date, value: reference?.adding(days: offset).iso)
        case .last: return named(text, start, wordEnd, -1, reference)
        case .next: return named(text, start, wordEnd, 1, reference)
        case .this: return named(text, start, wordEnd, 0, reference)
        case .number(let count): return ago(text, start, wordEnd, count, reference)
        case .article: return ago(text, start, wordEnd, 1, reference)
        default: return nil
        }
    }

    /// "12 days ago", from the digits.
    static func inDigits(_ text: GrammarText, _ start: Int, _ reference: CivilDate?) -> GrammarMatch? {
        guard let (number, end) = text.digits(start), number.exponent == 0, number.mantissa < 1000 else { return nil }
        return ago(text, start, end, number.mantissa, reference)
    }

    /// "Monday": the latest one up to the article's date, as reports of what happened mean it; the next one where the sentence
    /// speaks of what is ahead. With a whole date behind ("Tuesday, 24 November") it is part of that.
    static func weekday(_ text: GrammarText, _ start: Int, _ end: Int, _ weekday: Int, _ reference: CivilDate?) -> GrammarMatch? {
        guard text[start] &- 0x41 < 26 else { return nil }
        if end - start == 3, text[end] != 0x2E, text[end] != 0x2C { return nil }  // "Sun", "Sat", "Wed" are words
        if let date = wholeDate(text, behind: end, reference) {
            return GrammarMatch(range: start..<date.range.upperBound, type: .date, value: date.value)
        }
        guard let reference else { return GrammarMatch(range: start..<end, type: .date, value: nil) }
        var back = (reference.weekday - weekday + 7) % 7
        if isFuture(text, before: start) { back -= back == 0 ? 0 : 7 }
        return GrammarMatch(range: start..<end, type: .date, value: reference.adding(days: -back).iso)
    }

    /// The date with a day and a month that follows a weekday, perhaps behind a comma or "the".
    private static func wholeDate(_ text: GrammarText, behind end: Int, _ reference: CivilDate?) -> GrammarMatch? {
        var next = text.skipBlanks(text[end] == 0x2C || text[end] == 0x2E ? end + 1 : end)
        if text.has("the ", at: next) { next += 4 }
        return next > end ? DateRule.withDay(text, next, reference) : nil
    }

    /// Bytes before a date that may say whether it is ahead: more than nearly all sentences have, so that a line of dates without end
    /// stays linear.
    private static let mostLookedBack = 600

    /// Whether the sentence has come to speak of what is ahead: behind "will", "due" or "are to", until "said" and the like.
    static func isFuture(_ text: GrammarText, before start: Int) -> Bool {
        if case .next? = text.wordBefore(start) { return true }
        var isFuture = false
        var isBehindBe = false
        var at = max(text.start, start - mostLookedBack)
        while at > text.start, text.isASCIILetter(at) { at += 1 }
        while at < start {
            guard text.isASCIILetter(at) else {
                at += 1
                continue
            }
            let (lexeme, end) = text.word(at)
            switch lexeme {
            case .will?: isFuture = true
            case .said?: isFuture = false
            case .preposition? where isBehindBe && text.has("to", at: at): isFuture = true
            default: break
            }
            if case .toBe? = lexeme { isBehindBe = true } else { isBehindBe = false }
            at = max(end, at + 1)
        }
        return isFuture
    }

    /// "last week", "next year", "this month", "last Tuesday", "last November".
    private static func named(_ text: GrammarText, _ start: Int, _ wordEnd: Int, _ direction: Int, _ reference: CivilDate?) -> GrammarMatch? {
        let next = text.skipBlanks(wordEnd)
        let (lexeme, end) = text.word(next)
        switch lexeme {
        case .period(let period):
            guard period != .day, period != .decade, text[end - 1] != 0x73 else { return nil }
            return GrammarMatch(range: start..<end, type: .date, value: reference.flatMap { shifted($0, direction, period) })
        case .weekday(let weekday) where text[next] &- 0x41 < 26:
            let value = reference.map { reference in
                let back = (reference.weekday - weekday + 7) % 7
                if direction > 0 { return reference.adding(days: back == 0 ? 7 : 7 - back).iso }
                return reference.adding(days: direction < 0 && back == 0 ? -7 : -back).iso
            }
            return GrammarMatch(range: start..<end, type: .date, value: value)
        case .month(let month, _) where text[next] &- 0x41 < 26:
            let value = reference.flatMap { reference in
                let passed = month < reference.month || (month == reference.month && direction == 0)
                let year = direction < 0 ? (passed ? reference.year : reference.year - 1)
                    : direction > 0 ? (month > reference.month ? reference.year : reference.year + 1) : reference.year
                return CivilDate(year: year, month: month, day: 1)?.isoMonth
            }
            return GrammarMatch(range: start..<end, type: .date, value: value)
        default: return nil
        }
    }

    /// "three years ago", "a week ago".
    private static func ago(_ text: GrammarText, _ start: Int, _ countEnd: Int, _ count: Int, _ reference: CivilDate?) -> GrammarMatch? {
        let next = text.skipBlanks(countEnd)
        guard case (.period(let period)?, let periodEnd) = text.word(next), case (.ago?, let end) = text.word(text.skipBlanks(periodEnd))
        else { return nil }
        return GrammarMatch(range: start..<end, type: .date, value: reference.flatMap { shifted($0, -count, period) })
    }

    /// As precise as the period is: a day, a week, a month, a year.
    private static func shifted(_ date: CivilDate, _ count: Int, _ period: Lexeme.Period) -> String? {
        switch period {
        case .day: return date.adding(days: count).iso
        case .week: return date.adding(days: 7 * count).isoWeek
        case .month:
            let months = date.year * 12 + date.month - 1 + count
            guard months >= 12 else { return nil }
            return CivilDate(year: months / 12, month: months % 12 + 1, day: 1)?.isoMonth
        case .year: return CivilDate(year: date.year + count, month: 1, day: 1)?.isoYear
        case .decade: return CivilDate(year: date.year + 10 * count, month: 1, day: 1)?.isoYear
        }
    }
}
