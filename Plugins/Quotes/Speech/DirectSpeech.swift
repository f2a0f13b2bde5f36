import StageKit

/// Finds the clause that a quotation in marks belongs to: behind it, or before it.
struct DirectSpeech {
    let context: SpeechContext

    /// What follows a quotation is looked at for so many words.
    private static let mostWordsBehind = 30
    /// After a question or an exclamation, an attribution is short: "…?" asked Dr Priya Venkataraman.
    private static let mostWordsBehindQuestion = 8
    /// Between a verb of saying and the colon or comma before a quotation: "told reporters on the steps of the hotel:".
    private static let mostWordsToColon = 14

    private var words: [Word] { context.words }

    // MARK: - Behind the quotation

    /// "…," said X. "…," X said. "…," according to X.
    func behind(_ span: Int, in paragraph: Reading.Paragraph) -> Attribution? {
        var start = context.reading.spanWords[span].upperBound
        let content = context.reading.spans[span].content
        guard let last = content.last, start < paragraph.words.upperBound else { return nil }
        let hasComma = context.bytes[last] == UInt8(ascii: ",") || words[start].has(.comma)
        if words[start].has([.comma, .clauseBreak]) { start += 1 }
        let isOpenEnded = "!?-".utf8.contains(context.bytes[last]) || (last >= 2 && context.bytes[last - 2] == 0xE2 && context.bytes[last] != 0x99)
        var end = start
        while end < paragraph.words.upperBound, end - start < DirectSpeech.mostWordsBehind, !words[end].has([.stop, .quoted]) { end += 1 }
        guard start < end else { return nil }
        if words[start].has(.according), let found = according(start, to: end) { return hasComma || isOpenEnded ? found : nil }
        // Without a comma only the verb itself may follow: "Nobody" said X is no sentence, but it is printed.
        guard let cue = (start..<end).first(where: { words[$0].has(.cue) }), hasComma || cue == start || isOpenEnded else { return nil }
        guard context.reports(cue, from: start) else { return nil }
        // "a déclaré": the French auxiliary is one letter, and no determiner here.
        let isFirst = words[start..<cue].allSatisfy { $0.has(.filler) || ($0.has(.determiner) && $0.range.count == 1) }
        if !hasComma, !isFirst {
            // A capital behind the closing mark begins another sentence, unless it is a name's.
            guard isOpenEnded, cue - start <= DirectSpeech.mostWordsBehindQuestion,
                words[start].entity >= 0 || !words[start].has(.capitalised) || words[start].has(.pronoun)
            else { return nil }
        }
        if isFirst {
            let found = context.subjects.after(cue + 1, to: end)
            return Attribution(cue: words[cue].range, subject: found?.subject, end: found?.end ?? cue + 1)
        }
        guard let subject = context.subjects.before(cue, from: start) else { return nil }
        return Attribution(cue: words[cue].range, subject: subject, end: cue + 1)
    }

    /// "according to X" at word `start`.
    func according(_ start: Int, to end: Int) -> Attribution? {
        guard start + 2 < end, words[start].has(.according), let found = context.subjects.after(start + (words[start + 1].has(.to) ? 2 : 1), to: end) else { return nil }
        let last = words[start + 1].has(.to) ? start + 1 : start
        return Attribution(cue: words[start].range.lowerBound..<words[last].range.upperBound, subject: found.subject, end: found.end)
    }

    // MARK: - Before the quotation

    /// X said: "…". X told reporters, "…". Smith: "…".
    func before(_ span: Int, in paragraph: Reading.Paragraph) -> Attribution? {
        let open = context.reading.spanWords[span].lowerBound
        let start = clauseStart(before: open, in: paragraph)
        guard start < open, let first = context.reading.spans[span].content.first else { return nil }
        let last = words[open - 1]
        let startsSmall = context.bytes[first] &- 0x61 < 26
        guard last.has(.colon) || (last.has(.comma)) || (last.has(.cue) && !startsSmall) else { return nil }
        let earliest = max(start, open - DirectSpeech.mostWordsToColon)
        if let cue = (earliest..<open).last(where: { words[$0].has(.cue) }) {
            // "X said that he would go, "come what may"": the words in marks are a part of the report.
            if last.has(.comma), words[cue..<open].contains(where: { $0.has(.that) }) { return nil }
            guard context.reports(cue, from: start) else { return nil }
            // "There will be a roof, said X, "or at least a lot of umbrellas"": the report goes on.
            if startsSmall, last.has(.comma), words[cue..<open - 1].contains(where: { $0.has(.comma) }) { return nil }
            if cue > start, words[cue - 1].has(.comma), let found = context.subjects.after(cue + 1, to: open), found.subject.entity != nil {
                return Attribution(cue: words[cue].range, subject: found.subject, end: open)
            }
            if let subject = context.subjects.before(cue, from: start) { return Attribution(cue: words[cue].range, subject: subject, end: open) }
            let found = context.subjects.after(cue + 1, to: open)
            guard found != nil || last.has(.colon) else { return nil }
            return Attribution(cue: words[cue].range, subject: found?.subject, end: open)
        }
        guard last.has(.colon), open - start <= 6, let subject = context.subjects.opening(start..<open), let entity = subject.entity,
            context.entities[entity].type == .person
        else { return nil }
        return Attribution(cue: nil, subject: subject, end: open)
    }

    /// The first word of the clause before `open` that lies outside quotations, in the same sentence.
    func clauseStart(before open: Int, in paragraph: Reading.Paragraph) -> Int {
        var start = open
        while start > paragraph.words.lowerBound, open - start < SubjectFinder.mostWords, !words[start - 1].has([.stop, .quoted]) { start -= 1 }
        return start
    }

    /// Whether nothing but the attribution stands between it and word `next`, and no sentence ends there: "…," said X, "…".
    func interrupts(_ attribution: Attribution, before next: Int) -> Bool {
        guard attribution.end <= next, next - attribution.end <= DirectSpeech.mostWordsToColon else { return false }
        let between = words[attribution.end..<next]
        return between.last?.has([.comma, .colon, .clauseBreak]) ?? false && !between.contains { $0.has([.stop, .cue]) }
    }
}
