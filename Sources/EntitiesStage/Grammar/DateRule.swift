/// Dates that name a month or stand in digits: "24 November 2026", "Nov. 24", "11/24/2026", "2026-11-24", "in 1998",
/// "the 1990s". The value is ISO 8601 as far as the date is known: `2026-11-24`, `2026-11`, `2026`, `199X` (ISO 8601-2).
enum DateRule {
    static func match(_ text: GrammarText, at start: Int, reference: CivilDate?) -> GrammarMatch? {
        if text.isDigit(start) {
            return numeric(text, start) ?? dayFirst(text, start, reference) ?? year(text, start)
        }
        guard case (let lexeme?, let end) = text.word(start) else { return nil }
        switch lexeme {
        case .month(let month, let isAlsoWord): return monthFirst(text, start, end, month, isAlsoWord, reference)
        case .weekday(let day): return RelativeDateRule.weekday(text, start, end, day, reference)
        default: return RelativeDateRule.match(text, start, end, lexeme, reference)
        }
    }

    // MARK: With a month's name

    /// "November 24, 2026", "Nov. 24", "November 2026", "November".
    private static func monthFirst(
        _ text: GrammarText, _ start: Int, _ wordEnd: Int, _ month: Int, _ isAlsoWord: Bool, _ reference: CivilDate?
    ) -> GrammarMatch? {
        guard text[start] &- 0x41 < 26 else { return nil }
        let isShort = text[wordEnd] == 0x2E && wordEnd - start < min(5, lettersOfMonths[month - 1])
        let end = isShort ? wordEnd + 1 : wordEnd
        let next = text.skipBlanks(end)
        if next > end, let (day, dayEnd) = dayNumber(text, next) {
            if let (year, yearEnd) = yearBehind(text, dayEnd) {
                guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
                return GrammarMatch(range: start..<yearEnd, type: .date, value: date.iso)
            }
            let value = reference.flatMap { nearest(month: month, day: day, to: $0, text, start) }
            return GrammarMatch(range: start..<dayEnd, type: .date, value: value?.iso)
        }
        if let (year, yearEnd) = yearBehind(text, end), let date = CivilDate(year: year, month: month, day: 1) {
            return GrammarMatch(range: start..<yearEnd, type: .date, value: date.isoMonth)
        }
        if let match = inOtherYear(text, start, end, month, reference) { return match }
        // A month alone; "May" and "March" only where a date is expected.
        switch text.wordBefore(start) {
        case .preposition?, .last?, .next?, .this?, .of?, .early?, .late?, .mid?: break
        default: if isAlsoWord || isShort || wordEnd - start < 4 { return nil }
        }
        let value = reference.flatMap { nearest(month: month, day: nil, to: $0, text, start) }
        return GrammarMatch(range: start..<end, type: .date, value: value?.isoMonth)
    }

    /// "24 November 2026", "24th of November".
    private static func dayFirst(_ text: GrammarText, _ start: Int, _ reference: CivilDate?) -> GrammarMatch? {
        guard let (day, dayEnd) = dayNumber(text, start) else { return nil }
        var next = text.skipBlanksOrHyphen(dayEnd)
        if case (.of?, let end) = text.word(next) { next = text.skipBlanks(end) }
        guard next > dayEnd, case (.month(let month, _)?, let wordEnd) = text.word(next), text[next] &- 0x41 < 26 else { return nil }
        let end = text[wordEnd] == 0x2E && wordEnd - next < 5 && text.isDigit(text.skipBlanks(wordEnd + 1)) ? wordEnd + 1 : wordEnd
        if let (year, yearEnd) = yearBehind(text, end) {
            guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
            return GrammarMatch(range: start..<yearEnd, type: .date, value: date.iso)
        }
        let value = reference.flatMap { nearest(month: month, day: day, to: $0, text, start) }
        return GrammarMatch(range: start..<wordEnd, type: .date, value: value?.iso)
    }

    /// A date that names a day and a month.
    static func withDay(_ text: GrammarText, _ start: Int, _ reference: CivilDate?) -> GrammarMatch? {
        if text.isDigit(start) { return dayFirst(text, start, reference) }
        guard case (.month(let month, _)?, let end) = text.word(start), let match = monthFirst(text, start, end, month, true, reference) else { return nil }
        return match.value?.utf8.count == 7 || !(start..<match.range.upperBound).contains(where: text.isDigit) ? nil : match
    }

    /// "August last year", "May this year".
    private static func inOtherYear(_ text: GrammarText, _ start: Int, _ end: Int, _ month: Int, _ reference: CivilDate?) -> GrammarMatch? {
        let (lexeme, wordEnd) = text.word(text.skipBlanks(end))
        let offset: Int
        switch lexeme {
        case .last?: offset = -1
        case .this?: offset = 0
        case .next?: offset = 1
        default: return nil
        }
        let next = text.skipBlanks(wordEnd)
        guard case (.period(.year)?, let yearEnd) = text.word(next), yearEnd - next == 4 else { return nil }
        let date = reference.flatMap { CivilDate(year: $0.year + offset, month: month, day: 1) }
        return GrammarMatch(range: start..<yearEnd, type: .date, value: date?.isoMonth)
    }

    /// Letters of each month's name: a stop behind all of them ends a sentence, not an abbreviation.
    private static let lettersOfMonths = [7, 8, 5, 5, 3, 4, 4, 6, 9, 7, 8, 8]

    /// "24", "24th".
    private static func dayNumber(_ text: GrammarText, _ start: Int) -> (day: Int, end: Int)? {
        guard let (number, end) = plain(text, start, digits: 1...2), (1...31).contains(number) else { return nil }
        for ending: StaticString in ["st", "nd", "rd", "th"] where text.has(ending, at: end) {
            return text.isBoundary(end + 2) ? (number, end + 2) : nil
        }
        // "24.5" and "24%" are no days, nor is "3:30".
        guard text.isBoundary(end), text[end] != 0x25, text[end] != 0x3A, !(text[end] == 0x2E && text.isDigit(end + 1)) else { return nil }
        return (number, end)
    }

    /// ", 2026" or " 2026".
    private static func yearBehind(_ text: GrammarText, _ start: Int) -> (year: Int, end: Int)? {
        let next = text.skipBlanks(text[start] == 0x2C ? start + 1 : start)
        guard next > start, let (year, end) = plain(text, next, digits: 4...4), (1000...2199).contains(year), text.isBoundary(end) else {
            return nil
        }
        return (year, end)
    }

    /// News look back more than ahead: a date without a year is at most this many days ahead of the article's.
    private static let mostDaysAhead = 92

    /// The latest such date that is not too far ahead; where the sentence speaks of what is ahead, the first from the
    /// article's date on.
    ///
    /// - Parameter day: nil: the month as a whole.
    private static func nearest(month: Int, day: Int?, to reference: CivilDate, _ text: GrammarText, _ start: Int) -> CivilDate? {
        // A month is as near as its middle.
        let dates = (-1...1).compactMap { CivilDate(year: reference.year + $0, month: month, day: day ?? 15) }
        if RelativeDateRule.isFuture(text, before: start),
            let next = dates.first(where: { $0 >= reference || (day == nil && $0.year == reference.year && month == reference.month) })
        {
            return next
        }
        return dates.last { $0.dayNumber - reference.dayNumber <= mostDaysAhead }
    }

    // MARK: In digits

    /// `2026-11-24`, `24.11.2026`, `11/24/2026`; `5/6/2026` is a date whose value nobody knows.
    private static func numeric(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        guard text.isBoundary(start - 1), text[start - 1] != 0x2E, text[start - 1] != 0x2F else { return nil }
        if let (year, at) = plain(text, start, digits: 4...4), text[at] == 0x2D, let (month, mid) = plain(text, at + 1, digits: 2...2),
            text[mid] == 0x2D, let (day, end) = plain(text, mid + 1, digits: 2...2),
            let date = CivilDate(year: year, month: month, day: day), !text.isDigit(end)
        {
            return GrammarMatch(range: start..<end, type: .date, value: date.iso)
        }
        guard let (first, at) = plain(text, start, digits: 1...2), text[at] == 0x2F || text[at] == 0x2E,
            let (second, mid) = plain(text, at + 1, digits: 1...2), text[mid] == text[at],
            let (year, end) = plain(text, mid + 1, digits: 4...4), text.isBoundary(end), text[end] != 0x2F
        else { return nil }
        let dayThenMonth = CivilDate(year: year, month: second, day: first)
        let monthThenDay = text[at] == 0x2F ? CivilDate(year: year, month: first, day: second) : nil
        guard dayThenMonth != nil || monthThenDay != nil else { return nil }
        let isSure = dayThenMonth == nil || monthThenDay == nil || dayThenMonth == monthThenDay
        return GrammarMatch(range: start..<end, type: .date, value: isSure ? (dayThenMonth ?? monthThenDay)?.iso : nil)
    }

    /// "in 1998", "(2014)", "1990s", "2019-2021".
    private static func year(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        guard text.isBoundary(start - 1), text[start - 1] != 0x2E, text[start - 1] != 0x2C, text[start - 1] != 0x24,
            let (year, end) = plain(text, start, digits: 4...4), (1500...2099).contains(year)
        else { return nil }
        if text[end] == 0x73, text.isBoundary(end + 1), year % 10 == 0 {
            return GrammarMatch(range: start..<end + 1, type: .date, value: "\(year / 10)X")
        }
        guard text.isBoundary(end), text[end] != 0x25, !(text[end] == 0x2E || text[end] == 0x2C) || !text.isDigit(end + 1) else { return nil }
        if text[start - 1] == 0x28, text[end] == 0x29 { return GrammarMatch(range: start..<end, type: .date, value: String(year)) }
        switch text.wordBefore(start) {
        case .preposition?, .of?, .early?, .late?, .mid?, .season?, .last?, .next?: break
        default: return nil
        }
        // "in 2000 cases" is a number: a year is not followed by a small word that is counted.
        let next = text.skipBlanks(end)
        switch text.word(next).lexeme {
        case .unit?, .currency?, .percent?, .period?, .magnitude?: return nil
        default: return GrammarMatch(range: start..<end, type: .date, value: String(year))
        }
    }

    private static func plain(_ text: GrammarText, _ start: Int, digits: ClosedRange<Int>) -> (Int, Int)? {
        var at = start
        var number = 0
        while text.isDigit(at) {
            guard at - start < digits.upperBound else { return nil }
            number = number * 10 + Int(text[at] - 0x30)
            at += 1
        }
        return at - start >= digits.lowerBound ? (number, at) : nil
    }
}
