import StageKit

/// The quotations of an article, paragraph by paragraph, yet without the speakers' names.
struct ParagraphQuotes {
    private let context: SpeechContext
    private let direct: DirectSpeech
    private let reported: ReportedSpeech
    private var quotes: [Quote] = []
    private var isUsed: [Bool]
    /// First bytes of the verbs that attribute a quotation in marks.
    private var cues: Set<Int> = []

    init(context: SpeechContext) {
        self.context = context
        direct = DirectSpeech(context: context)
        reported = ReportedSpeech(context: context, direct: direct)
        isUsed = context.reading.spans.map { $0.isVoid || $0.content.isEmpty }
    }

    /// In text order.
    mutating func find() -> [Quote] {
        for paragraph in context.reading.paragraphs.indices {
            findAttributed(in: paragraph)
            findReported(in: paragraph)
            findRemaining(in: paragraph)
        }
        return quotes.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }

    private var spans: [QuotedSpan] { context.reading.spans }

    // MARK: - Quotations in marks

    private mutating func findAttributed(in number: Int) {
        let paragraph = context.reading.paragraphs[number]
        // A run of paragraphs is looked at from its first.
        for span in paragraph.spans where !isUsed[span] && !spans[span].isContinued {
            let last = lastOfRun(from: span)
            let ending = last == span ? paragraph : context.reading.paragraphs[paragraphIndex(of: last, from: number)]
            // "The plan is "a shame," said X." is a report, which takes in more than the marks.
            guard !isFragment(span, in: paragraph) else { continue }
            guard let attribution = direct.behind(last, in: ending) ?? direct.before(span, in: paragraph), !isTitle(span, attribution) else { continue }
            var parts = run(span...last)
            var end = last
            // "A," said X, "B."
            if attribution.end > context.reading.spanWords[span].lowerBound, last + 1 < ending.spans.upperBound, !isUsed[last + 1],
                direct.interrupts(attribution, before: context.reading.spanWords[last + 1].lowerBound)
            {
                end = lastOfRun(from: last + 1)
                parts += run(last + 1...end)
            }
            if let cue = attribution.cue { cues.insert(cue.lowerBound) }
            add(span...end, parts, attribution, paragraph: number)
        }
    }

    private func isTitle(_ span: Int, _ attribution: Attribution) -> Bool {
        // One word, or a verb right beside it, is speech all the same: "Never," he said.
        context.looksLikeTitle(span) && context.reading.spanWords[span].count > 4 && attribution.end > context.reading.spanWords[span].upperBound + 3
    }

    private mutating func add(_ span: ClosedRange<Int>, _ parts: [Range<Int>], _ attribution: Attribution?, paragraph: Int) {
        for index in span { isUsed[index] = true }
        guard let first = parts.first, let last = parts.last else { return }
        quotes.append(
            Quote(
                kind: .direct, range: first.lowerBound..<last.upperBound, parts: parts, cue: attribution?.cue, subject: attribution?.subject,
                paragraph: paragraph))
    }

    /// The last of the spans that go on from paragraph to paragraph.
    private func lastOfRun(from span: Int) -> Int {
        var last = span
        while spans[last].continues, last + 1 < spans.count, spans[last + 1].isContinued { last += 1 }
        return last
    }

    private func run(_ span: ClosedRange<Int>) -> [Range<Int>] {
        span.map { spans[$0].content }.filter { !$0.isEmpty }
    }

    private func paragraphIndex(of span: Int, from paragraph: Int) -> Int {
        var index = paragraph
        while index + 1 < context.reading.paragraphs.count, !context.reading.paragraphs[index].spans.contains(span) { index += 1 }
        return index
    }

    /// Whether the words in marks are a piece of the sentence around them: they begin small, behind a word.
    private func isFragment(_ span: Int, in paragraph: Reading.Paragraph) -> Bool {
        let open = context.reading.spanWords[span].lowerBound
        guard open > paragraph.words.lowerBound, let first = spans[span].content.first else { return false }
        let before = context.words[open - 1]
        return context.bytes[first] &- 0x61 < 26 && !before.has(WordTraits.punctuation.union(.quoted))
    }

    // MARK: - Reports

    private mutating func findReported(in number: Int) {
        let paragraph = context.reading.paragraphs[number]
        var first = paragraph.words.lowerBound
        while first < paragraph.words.upperBound {
            var end = first + 1
            while end < paragraph.words.upperBound, context.words[end].sentence == context.words[first].sentence { end += 1 }
            for report in reported.reports(in: first..<end, used: cues) { add(report, paragraph: number) }
            findNamed(in: first..<end, paragraph: number)
            first = end
        }
    }

    private mutating func add(_ report: ReportedSpeech.Report, paragraph: Int) {
        let words = context.words
        var range = words[report.clause.lowerBound].range.lowerBound..<words[report.clause.upperBound - 1].range.upperBound
        var parts: [Range<Int>] = []
        for span in spansFrom(range.lowerBound, paragraph) {
            guard spans[span].outer.lowerBound < range.upperBound else { break }
            guard !spans[span].isVoid else { continue }
            // What already belongs to a quotation of its own cannot be reported again.
            guard !isUsed[span] else { return }
            if !context.looksLikeTitle(span) || context.bytes[spans[span].content.upperBound - 1] == UInt8(ascii: ",") {
                parts.append(spans[span].content)
            }
            isUsed[span] = true
        }
        // The marks around a report that is all in marks are not said.
        if let first = parts.first, first.lowerBound - range.lowerBound <= 3, range.lowerBound < first.lowerBound { range = first.lowerBound..<max(first.lowerBound, range.upperBound) }
        if let last = parts.last, last.upperBound < range.upperBound, range.upperBound - last.upperBound <= 3 { range = range.lowerBound..<last.upperBound }
        quotes.append(
            Quote(
                kind: parts.isEmpty ? .indirect : .mixed, range: range, parts: parts, cue: report.attribution.cue, subject: report.attribution.subject,
                paragraph: paragraph))
    }

    /// The paragraph's spans that end behind `byte`.
    ///
    /// - Complexity: O(log spans).
    private func spansFrom(_ byte: Int, _ paragraph: Int) -> Range<Int> {
        let all = context.reading.paragraphs[paragraph].spans
        var (low, high) = (all.lowerBound, all.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].outer.upperBound <= byte { low = middle + 1 } else { high = middle }
        }
        return low..<all.upperBound
    }

    /// "X called it "a disgrace"."
    private mutating func findNamed(in sentence: Range<Int>, paragraph: Int) {
        let words = context.words
        for span in spansFrom(words[sentence.lowerBound].range.lowerBound, paragraph) {
            let open = context.reading.spanWords[span].lowerBound
            guard open < sentence.upperBound else { break }
            guard !isUsed[span], open >= sentence.lowerBound else { continue }
            let start = max(sentence.lowerBound, direct.clauseStart(before: open, in: context.reading.paragraphs[paragraph]))
            guard let verb = (start..<open).last(where: { words[$0].has([.names, .cue]) }), open - verb <= 12, !context.looksLikeTitle(span),
                !words[verb].has(.cue) || context.reports(verb, from: start),
                let subject = context.subjects.before(verb, from: start), !words[verb - 1].has(.be)
            else { continue }
            isUsed[span] = true
            quotes.append(
                Quote(kind: .mixed, range: spans[span].content, parts: [spans[span].content], cue: words[verb].range, subject: subject, paragraph: paragraph))
        }
    }

    // MARK: - What is left

    /// Whole sentences in marks that no clause attributes. All else in marks is a title, a term, a word at arm's length.
    private mutating func findRemaining(in number: Int) {
        for span in context.reading.paragraphs[number].spans where !isUsed[span] && !spans[span].isContinued && context.isSentence(span) && standsAlone(span, number) {
            let last = lastOfRun(from: span)
            guard !context.looksLikeTitle(span) else { continue }
            add(span...last, run(span...last), nil, paragraph: number)
        }
    }

    /// Whether a sentence begins with the quotation.
    private func standsAlone(_ span: Int, _ paragraph: Int) -> Bool {
        let open = context.reading.spanWords[span].lowerBound
        guard open > context.reading.paragraphs[paragraph].words.lowerBound else { return true }
        return context.words[open - 1].has([.stop, .quoted, .colon])
    }
}
