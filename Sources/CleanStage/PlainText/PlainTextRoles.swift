import StageKit

/// Gives the paragraphs of a text without markup their roles, by what they say and where they stand.
struct PlainTextRoles {
    private let paragraphs: [TextParagraph]
    private var parts: [ArticleExtractor.Part] = []
    /// The paragraphs not yet given a role.
    private var rest: Range<Int>

    /// Short questions between answers are an interview's, not subheads.
    private let isInterview: Bool

    /// So many short questions make an interview.
    private static let leastQuestions = 3

    private init(_ paragraphs: [TextParagraph]) {
        self.paragraphs = paragraphs
        isInterview = paragraphs.count { $0.text.last == UInt8(ascii: "?") && $0.words <= Self.longestHeading } >= Self.leastQuestions
        rest = paragraphs.indices
    }

    /// - Complexity: O(n).
    static func assign(_ paragraphs: [TextParagraph], _ metadata: inout Metadata) -> [ArticleExtractor.Part] {
        var roles = PlainTextRoles(paragraphs)
        roles.takeHead(&metadata)
        let foot = roles.foot()
        roles.takeBody()
        roles.parts += foot
        return roles.parts
    }

    private mutating func add(_ role: BlockRole, _ index: Int, isAside: Bool) {
        parts.append(.init(role: role, text: paragraphs[index].string, isAside: isAside))
    }

    // MARK: The head: headline, byline, date, captions, standfirst, in any order

    /// A headline is no longer than this, in words.
    private static let longestHeadline = 30
    /// A byline or date line is no longer than this, in words.
    private static let longestByline = 14

    private mutating func takeHead(_ metadata: inout Metadata) {
        // A text that is all one paragraph is just that.
        guard paragraphs.count > 1 else { return }
        takeHeadline(&metadata)
        while let index = rest.first {
            if rest.count > 1, isCaption(paragraphs[index], opens: true) {
                add(.caption, index, isAside: true)
                rest = index + 1..<rest.upperBound
            } else if takeByline(at: index, &metadata) || takeSummaryBox(at: index) || takeRepeatedLede(at: index) || takeHeadlineAgain(at: index, metadata) {
                continue
            } else {
                return
            }
        }
    }

    private mutating func takeHeadline(_ metadata: inout Metadata) {
        guard let index = rest.first, paragraphs.count > 1 else { return }
        if takeHeadlineAgain(at: index, metadata) { return }
        let paragraph = paragraphs[index]
        guard metadata.title == nil, paragraph.form == .heading || isHeading(at: index, most: Self.longestHeadline), !TextPhrases.isSummaryHead(paragraph),
            !TextPhrases.opensCaption(paragraph), !TextPhrases.creditsPicture(paragraph), PlainByline(paragraph) == nil
        else { return }
        metadata.title = paragraph.string
        metadata.origins["title"] = "text"
        add(.headline, index, isAside: true)
        rest = index + 1..<rest.upperBound
    }

    /// The headline that is known already stands in the text once more.
    private mutating func takeHeadlineAgain(at index: Int, _ metadata: Metadata) -> Bool {
        guard let title = metadata.title, rest.count > 1, paragraphs[index].words <= Self.longestHeadline,
            Fingerprint(paragraphs[index].string).bytes == Fingerprint(title).bytes
        else { return false }
        add(.headline, index, isAside: true)
        rest = index + 1..<rest.upperBound
        return true
    }

    private mutating func takeByline(at index: Int, _ metadata: inout Metadata) -> Bool {
        guard rest.count > 1, paragraphs[index].words <= Self.longestByline, let byline = PlainByline(paragraphs[index]) else { return false }
        byline.fill(&metadata)
        add(.byline, index, isAside: true)
        rest = index + 1..<rest.upperBound
        return true
    }

    /// "In summary" and the paragraph or list behind it.
    private mutating func takeSummaryBox(at index: Int) -> Bool {
        guard TextPhrases.isSummaryHead(paragraphs[index]), rest.count > 2 else { return false }
        var end = index + 1
        if paragraphs[end].form == .item {
            while end < rest.upperBound, paragraphs[end].form == .item { end += 1 }
        } else {
            end += 1
        }
        guard end < rest.upperBound else { return false }
        for index in index..<end { add(.standfirst, index, isAside: true) }
        rest = end..<rest.upperBound
        return true
    }

    /// Half of its words in the two paragraphs that follow, in pairs: the lede told twice.
    private static let repeatedShare = 0.5
    private static let leastRepeatedWords = 8

    private mutating func takeRepeatedLede(at index: Int) -> Bool {
        guard rest.count > 2, paragraphs[index].form == .prose, paragraphs[index].words >= Self.leastRepeatedWords else { return false }
        let own = WordPairs(paragraphs[index].text)
        let next = WordPairs(paragraphs[index + 1].text + [0x20] + (index + 2 < rest.upperBound ? paragraphs[index + 2].text : []))
        guard own.share(in: next) >= Self.repeatedShare else { return false }
        add(.standfirst, index, isAside: true)
        rest = index + 1..<rest.upperBound
        return true
    }

    // MARK: The foot: appeals, contacts, rights

    /// How many paragraphs at the end may be no part of the article; a longer run of addresses or pointers is its own list.
    private static let longestFoot = 12

    /// Takes the promotion at the end off ``rest``.
    private mutating func foot() -> [ArticleExtractor.Part] {
        var start = rest.upperBound
        /// The same without short lines that might be its headings.
        var sure = rest.upperBound
        // At least one paragraph stays.
        while start - 1 > rest.lowerBound {
            let paragraph = paragraphs[start - 1]
            let isSure = TextPhrases.isAppeal(paragraph) || TextPhrases.givesContact(paragraph) || TextPhrases.isPointer(paragraph) || isEndMark(paragraph) || isAddressLine(paragraph)
            guard isSure || start < rest.upperBound && paragraph.words <= 12 && !paragraph.endsSentence && paragraph.form != .item else { break }
            if isSure, sure == start { sure -= 1 }
            start -= 1
        }
        if rest.upperBound - start > Self.longestFoot { start = rest.upperBound - sure > Self.longestFoot ? rest.upperBound : sure }
        defer { rest = rest.lowerBound..<start }
        return (start..<rest.upperBound).compactMap { index in
            isEndMark(paragraphs[index]) ? nil : .init(role: .promotion, text: paragraphs[index].string, isAside: true)
        }
    }

    /// "-30-", "ENDS", "###": an old habit of the wire.
    private func isEndMark(_ paragraph: TextParagraph) -> Bool {
        ["-30-", "ends", "(ends)", "end", "###", "-ends-", "[end]"].contains { paragraph.lowercased.elementsEqual($0.utf8) }
    }

    /// A short line that is mostly an address.
    private func isAddressLine(_ paragraph: TextParagraph) -> Bool {
        paragraph.words <= 25 && TextPhrases.hasAddress(paragraph) && (paragraph.words <= 8 || !FiniteVerbs.occur(in: paragraph))
    }

    // MARK: The body

    private mutating func takeBody() {
        for index in rest {
            let paragraph = paragraphs[index]
            switch paragraph.form {
            case .item: add(.list, index, isAside: false)
            case .quotation: add(.quotation, index, isAside: false)
            case .heading: add(.heading, index, isAside: false)
            case .image: add(.caption, index, isAside: true)
            case .prose:
                if TextPhrases.isPointer(paragraph) || TextPhrases.isAppealInBody(paragraph) {
                    add(.promotion, index, isAside: true)
                } else if isCaption(paragraph, opens: false) {
                    add(.caption, index, isAside: true)
                } else {
                    add(isHeading(at: index, most: Self.longestHeading) ? .heading : .paragraph, index, isAside: false)
                }
            }
        }
    }

    /// A subhead is no longer than this, in words.
    private static let longestHeading = 12
    /// A caption is no longer than this, in words.
    private static let longestCaption = 70

    /// Short, no sentence, and something longer follows.
    private func isHeading(at index: Int, most: Int) -> Bool {
        let paragraph = paragraphs[index]
        guard paragraph.form == .prose, paragraph.words <= most, index + 1 < paragraphs.count else { return false }
        let last = paragraph.text.last ?? 0
        guard last != UInt8(ascii: ","), last != UInt8(ascii: ";"), last != UInt8(ascii: ":"), last != UInt8(ascii: "-") else { return false }
        guard !paragraph.endsSentence || (last == UInt8(ascii: "?") && !isInterview) else { return false }
        guard !paragraph.text.starts(with: "“".utf8), paragraph.text.first != UInt8(ascii: "\""), !TextPhrases.hasAddress(paragraph) else { return false }
        // Behind further short lines (a byline, a date) the text must come.
        return paragraphs[(index + 1)...].prefix(6).contains { $0.words >= 12 || $0.endsSentence || $0.form == .item }
    }

    /// A picture's text: it says so, credits someone, or, before the article begins, has no verb.
    private func isCaption(_ paragraph: TextParagraph, opens: Bool) -> Bool {
        if paragraph.form == .image { return true }
        guard paragraph.form == .prose, paragraph.words <= Self.longestCaption else { return false }
        if TextPhrases.opensCaption(paragraph) { return true }
        // In the body a story may well be about photographs.
        if TextPhrases.creditsPicture(paragraph) { return opens || endsInCredit(paragraph) }
        return opens && paragraph.words >= 4 && paragraph.words <= 40 && paragraph.endsSentence && TextCounts(paragraph.text).sentenceEnds <= 1
            && !FiniteVerbs.occur(in: paragraph)
    }

    /// Whether the credit stands at the end, where captions have it.
    private func endsInCredit(_ paragraph: TextParagraph) -> Bool {
        guard let tail = TextParagraph(paragraph.text.suffix(80)) else { return false }
        return TextPhrases.creditsPicture(tail)
    }
}
