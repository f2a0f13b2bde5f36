import StageKit

/// Finds what a sentence says that somebody said: "X said that …", "…, X said", "according to X, …".
struct ReportedSpeech {
    /// A clause that reports.
    struct Report {
        /// Indices of words.
        var clause: Range<Int>
        var attribution: Attribution
    }

    /// A report of fewer words says nothing: "he said so".
    private static let leastWords = 3
    /// Between a verb of saying and "that": "told reporters on Monday that".
    private static let mostWordsToThat = 9
    /// Between a colon or semicolon and the comma before an attribution; longer clauses are rare, and the search must end.
    private static let mostWordsToColon = 80

    let context: SpeechContext
    let direct: DirectSpeech

    private var words: [Word] { context.words }

    /// The reports in a sentence, in order, apart from one another.
    ///
    /// - Parameter used: cues that belong to quotations in marks, by their first byte.
    func reports(in sentence: Range<Int>, used: Set<Int>) -> [Report] {
        var reports: [Report] = []
        var behind = sentence.lowerBound
        let end = sentenceEnd(sentence)
        var subject: Subject?
        for word in sentence where word < end && !words[word].has(.quoted) {
            guard words[word].has([.cue, .according]) else { continue }
            if used.contains(words[word].range.lowerBound) {
                behind = word + 1
                continue
            }
            guard word >= behind, let report = report(word, sentence: behind..<end, isFirst: behind == sentence.lowerBound, last: subject) else { continue }
            guard report.clause.count >= ReportedSpeech.leastWords else { continue }
            reports.append(report)
            subject = report.attribution.subject
            behind = max(report.clause.upperBound, report.attribution.end)
        }
        return reports
    }

    /// Without the marks at its end.
    private func sentenceEnd(_ sentence: Range<Int>) -> Int {
        var end = sentence.upperBound
        while end > sentence.lowerBound, words[end - 1].has(.punctuation), !words[end - 1].has(.quoted) { end -= 1 }
        return end
    }

    private func report(_ cue: Int, sentence: Range<Int>, isFirst: Bool, last: Subject?) -> Report? {
        if words[cue].has(.according) { return according(cue, sentence) }
        guard context.reports(cue, from: sentence.lowerBound) else { return nil }
        if isFirst, words[cue].has(.takesThat), !words[cue].has(.participle), let report = trailing(cue, sentence) { return report }
        let subject: Subject?
        if words[cue].has(.participle) {
            // "X resigned, saying that …".
            subject = last ?? context.subjects.opening(sentence)
        } else {
            subject = context.subjects.before(cue, from: clauseStart(of: cue, sentence))
        }
        guard let subject, let start = clause(behind: cue, to: sentence.upperBound) else { return nil }
        return Report(clause: start..<sentence.upperBound, attribution: Attribution(cue: words[cue].range, subject: subject, end: start))
    }

    /// Where the words begin that are said; nil where the verb governs no clause.
    private func clause(behind cue: Int, to end: Int) -> Int? {
        var next = cue + 1
        let asks = words[cue].has(.asks)
        while next < end, next - cue <= ReportedSpeech.mostWordsToThat, !words[next].has(WordTraits.punctuation.union([.cue, .quoted])) {
            // "responded by revamping laws so that" reports nothing.
            if words[next].has(.that), words[cue].has(.takesThat), !words[next - 1].has(.conjunction) { return next + 1 < end ? next + 1 : nil }
            if words[next].has(.whether), !words[next].has(.adjunct), asks { return next }
            next += 1
        }
        guard !asks, words[cue].has(.takesThat) else { return nil }
        next = cue + 1
        if words[cue].has(.takesHearer) {
            // "told the court he had": the hearer is no clause.
            guard next < end, !words[next].has(.punctuation) else { return nil }
            next += 1
            while next < end, next - cue <= 5, !words[next].has(WordTraits.punctuation.union([.pronoun, .whether, .conjunction])) { next += 1 }
            return next < end && words[next].has(.pronoun) && !words[next - 1].has([.preposition, .determiner]) ? next : nil
        }
        // "said on Monday it would".
        if next + 1 < end, words[next].has(.adjunct) {
            var day = next
            while day < end, day - cue <= 5, !words[day].has(.calendar) { day += 1 }
            if day < end, words[day].has(.calendar) { next = day + 1 }
        }
        guard next < end else { return nil }
        if words[next].has(.pronoun), words[next].entity < 0 { return next }
        guard words[cue].has(.takesClause) else { return nil }
        let begins = words[next].has([.determiner, .capitalised]) || words[next].entity >= 0 || context.bytes[words[next].range.lowerBound] &- 0x30 < 10
            || (words[next].has(.quoted) && next == cue + 1)
        return begins && end - next > ReportedSpeech.leastWords ? next : nil
    }

    /// "…, X said on Monday." "Next year, said its director, Fabio Respini, there will be a roof."
    private func trailing(_ cue: Int, _ sentence: Range<Int>) -> Report? {
        let nearest = max(sentence.lowerBound, cue - SubjectFinder.mostWords)
        guard let comma = (nearest..<cue).last(where: { endsClause($0) }), comma - sentence.lowerBound >= 2 else { return nil }
        let attribution: Attribution
        // "Tamsin Okafor, who teaches law, said the ruling …": the sentence's own subject speaks.
        if let subject = context.subjects.before(cue, from: sentence.lowerBound), subject.entity != nil,
            subject.range.lowerBound <= words[min(sentence.lowerBound + 3, cue)].range.lowerBound, comma + 1 == cue
        { return nil }
        if comma + 1 == cue || words[comma + 1..<cue].allSatisfy({ $0.has(.filler) }) {
            // "Its head, Marta Baltar, asked parents": what follows a verb is surely its subject only where it is a name, or
            // all that is left.
            guard let found = context.subjects.after(cue + 1, to: sentence.upperBound),
                found.subject.entity != nil
                    || (words[cue].has(.takesClause) && (found.end == sentence.upperBound || words[found.end].has([.comma, .adjunct, .calendar])))
            else { return nil }
            attribution = Attribution(cue: words[cue].range, subject: found.subject, end: found.end)
        } else {
            guard cue - comma <= SubjectFinder.mostWords / 2, !words[comma + 1].has(.conjunction), clause(behind: cue, to: sentence.upperBound) == nil,
                let subject = context.subjects.before(cue, from: comma + 1) else { return nil }
            // The subject must be all that stands between: "When he came, the mayor had said …" goes on behind its verb.
            var rest = cue + 1
            // "police told CNN".
            if words[cue].has(.takesHearer) {
                while rest < sentence.upperBound, rest - cue <= 4, !words[rest].has(WordTraits.punctuation.union([.adjunct, .that, .pronoun, .calendar])) { rest += 1 }
            }
            guard rest == sentence.upperBound || words[rest].has([.comma, .clauseBreak, .adjunct, .calendar]) || words[rest].has(.stop) else { return nil }
            // A title may stand before the name: "finance chief Daniel Rochat".
            guard subject.range.lowerBound <= words[min(comma + 4, cue)].range.lowerBound else { return nil }
            attribution = Attribution(cue: words[cue].range, subject: subject, end: cue + 1)
        }
        return around(attribution, before: comma, sentence)
    }

    /// A comma outside quotations, or a quotation that ends with one.
    private func endsClause(_ word: Int) -> Bool {
        if words[word].has(.quoted) {
            guard word + 1 < words.count, !words[word + 1].has(.quoted), words[word].has(.mark), word > 0 else { return false }
            return words[word - 1].has(.comma)
        }
        return words[word].has(.comma)
    }

    /// What stands before an attribution, and, where the sentence goes on behind a comma, what stands behind it, too.
    private func around(_ attribution: Attribution, before comma: Int, _ sentence: Range<Int>) -> Report {
        var behind = nextComma(attribution.end, sentence)
        // "said Joan Takeda, who sells antiques next door, a trace …", "said Ingrid Solberg, an analyst": over what tells of the
        // speaker.
        let isNamed = attribution.subject.map { $0.range.lowerBound > attribution.cue?.lowerBound ?? .max } ?? false
        if behind + 1 < sentence.upperBound, words[behind].has(.comma), isNamed, words[behind + 1].has([.who, .whether, .determiner]) {
            behind = nextComma(behind + 1, sentence)
        }
        let goesOn = behind + 1 < sentence.upperBound && words[behind].has(.comma) && !words[behind + 1].has([.participle, .whether])
        let end = words[comma].has(.quoted) ? comma + 1 : comma
        var start = sentence.lowerBound
        let nearest = max(start, comma - ReportedSpeech.mostWordsToColon)
        if let border = (nearest..<max(nearest, comma)).last(where: { endsMainClause($0) }) { start = border + 1 }
        return Report(
            clause: start..<(goesOn ? sentence.upperBound : max(start, end)),
            attribution: Attribution(cue: attribution.cue, subject: attribution.subject, end: max(attribution.end, behind)))
    }

    private func nextComma(_ start: Int, _ sentence: Range<Int>) -> Int {
        var next = start
        while next < sentence.upperBound, next - start <= SubjectFinder.mostWords / 2, !words[next].has([.comma, .quoted]) { next += 1 }
        return next
    }

    /// A semicolon or a colon: what stands before it was said by nobody in particular.
    private func endsMainClause(_ word: Int) -> Bool {
        words[word].has(.colon) || (words[word].has(.clauseBreak) && context.bytes[words[word].range.lowerBound] == UInt8(ascii: ";"))
    }

    private func according(_ word: Int, _ sentence: Range<Int>) -> Report? {
        guard let found = direct.according(word, to: sentence.upperBound) else { return nil }
        if word == sentence.lowerBound {
            let limit = min(sentence.upperBound, found.end + SubjectFinder.mostWords)
            guard let comma = (found.end..<limit).first(where: { words[$0].has(.comma) }), comma + 1 < sentence.upperBound else { return nil }
            return Report(clause: comma + 1..<sentence.upperBound, attribution: Attribution(cue: found.cue, subject: found.subject, end: comma))
        }
        var end = word
        while end > sentence.lowerBound, words[end - 1].has([.comma, .clauseBreak]) { end -= 1 }
        // In the middle of a sentence it covers both sides: "on average, according to X, they pay less".
        if end - sentence.lowerBound < ReportedSpeech.leastWords || end < word {
            return around(found, before: max(sentence.lowerBound, end), sentence)
        }
        return Report(clause: sentence.lowerBound..<end, attribution: found)
    }

    /// Where the clause of the verb begins: behind a quotation, a semicolon, "that".
    private func clauseStart(of cue: Int, _ sentence: Range<Int>) -> Int {
        var start = cue
        while start > sentence.lowerBound, cue - start < SubjectFinder.mostWords, !words[start - 1].has([.quoted, .colon, .that]) { start -= 1 }
        return start
    }
}
