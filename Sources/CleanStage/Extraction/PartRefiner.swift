import StageKit

/// Goes over the parts that were chosen of a page once more, by what they say: at its edges and between its paragraphs an
/// article has company that no structure gives away.
struct PartRefiner {
    private var parts: [ArticleExtractor.Part]
    private let description: WordPairs?

    /// - Parameter metadata: what the page says of itself; a byline or date found in the text is added where it is unknown.
    static func refine(_ parts: [ArticleExtractor.Part], _ metadata: inout Metadata) -> [ArticleExtractor.Part] {
        var refiner = PartRefiner(parts, description: metadata.description.map { WordPairs(Array($0.utf8)) })
        // A page of few paragraphs is taken as it is: there is too little to tell edge from middle.
        guard refiner.runningParts.count >= leastParts else { return parts }
        refiner.refineHead(&metadata)
        refiner.refineFoot()
        refiner.refineBody()
        return refiner.parts
    }

    private static let leastParts = 4
    private static let trailMarks = PhraseSet([" > ", " » ", " › "])
    private static let signOffs = PhraseSet(["reporting by ", "additional reporting by ", "editing by ", "writing by ", "compiled by "])
    private static let toolMark = PhraseSet([" | "])
    private static let tools = PhraseSet(["print", "mail", "share", "comment", "subscribe"])
    /// Of a standfirst's word pairs, that another text has too.
    private static let repeatedShare = 0.5
    /// How many parts at the beginning may be no part of the text.
    private static let longestHead = 6
    /// The same at the end.
    private static let longestFoot = 8

    private init(_ parts: [ArticleExtractor.Part], description: WordPairs?) {
        self.parts = parts
        self.description = description
    }

    /// Indices of the parts in the running text.
    private var runningParts: [Int] { parts.indices.filter { !parts[$0].isAside } }

    private mutating func setAside(_ index: Int, as role: BlockRole) {
        parts[index].role = role
        parts[index].isAside = true
    }

    // MARK: Head

    private mutating func refineHead(_ metadata: inout Metadata) {
        let running = runningParts
        for (place, index) in running.enumerated().prefix(Self.longestHead) where place + 2 < running.count {
            guard let paragraph = TextParagraph(parts[index].text.utf8) else { continue }
            if isTrail(paragraph) || isNumbers(paragraph) {
                setAside(index, as: .promotion)
            } else if paragraph.words <= 14, let byline = PlainByline(paragraph) {
                byline.fill(&metadata)
                setAside(index, as: .byline)
            } else if paragraph.words <= 70, TextPhrases.opensCaption(paragraph) || TextPhrases.creditsPicture(paragraph) {
                setAside(index, as: .caption)
            } else if repeats(paragraph, parts[index].role, next: parts[running[place + 1]].text) {
                setAside(index, as: .standfirst)
            } else if parts[index].role != .heading {
                return
            }
        }
    }

    /// "You are here: Home > News": the way to the page.
    private func isTrail(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= 16 else { return false }
        let line = paragraph.lowercased
        return line.starts(with: "you are here".utf8) || (!paragraph.endsSentence && Self.trailMarks.occurs(in: line))
    }

    /// Prices, scores and the like: a ticker above the story.
    private func isNumbers(_ paragraph: TextParagraph) -> Bool {
        let words = paragraph.text.split(separator: 0x20)
        let numbers = words.count { $0.contains { $0 &- 0x30 < 10 } }
        return words.count >= 4 && numbers * 5 >= words.count * 2 && !paragraph.endsSentence
    }

    /// Whether a part only sums up: it is the page's description, or the lede says it again.
    private func repeats(_ paragraph: TextParagraph, _ role: BlockRole, next: String) -> Bool {
        guard paragraph.words >= 8, paragraph.words <= 80 else { return false }
        let own = WordPairs(paragraph.text)
        return own.share(in: WordPairs(Array(next.utf8))) >= Self.repeatedShare
            || (role == .standfirst && description.map { own.share(in: $0) >= Self.repeatedShare } ?? false)
    }

    // MARK: Foot

    private mutating func refineFoot() {
        let running = runningParts
        for (place, index) in running.reversed().enumerated().prefix(Self.longestFoot) where place + 2 < running.count {
            guard let paragraph = TextParagraph(parts[index].text.utf8) else { continue }
            if isSignOff(paragraph) {
                setAside(index, as: .byline)
            } else if TextPhrases.isAppeal(paragraph) || TextPhrases.givesContact(paragraph) || TextPhrases.isPointer(paragraph) || isToolRow(paragraph) {
                setAside(index, as: .promotion)
            } else if parts[index].role != .heading || place == 0 && paragraph.endsSentence {
                return
            }
        }
    }

    /// "(Reporting by …; editing by …)": an agency's sign-off.
    private func isSignOff(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= 40 else { return false }
        let line = paragraph.lowercased.drop { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
        return Self.signOffs.opens(line)
    }

    /// "Print | E-mail this page": what one can do with a page.
    private func isToolRow(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= 20, !paragraph.endsSentence else { return false }
        return Self.toolMark.occurs(in: paragraph.lowercased) && Self.tools.occurs(in: paragraph.lowercased)
    }

    // MARK: Body

    private mutating func refineBody() {
        for index in runningParts where parts[index].role == .paragraph {
            guard let paragraph = TextParagraph(parts[index].text.utf8) else { continue }
            if isClock(paragraph) {
                setAside(index, as: .byline)
            } else if TextPhrases.isPointer(paragraph) || TextPhrases.isAppealInBody(paragraph) {
                setAside(index, as: .promotion)
            }
        }
        // A heading, or a line that is none by its element alone, over nothing but an appeal belongs to it.
        for index in parts.indices.dropLast() where !parts[index].isAside && parts[index + 1].role == .promotion {
            guard let paragraph = TextParagraph(parts[index].text.utf8), paragraph.words <= 6, !paragraph.endsSentence else { continue }
            if parts[index].role == .heading || parts[index].role == .paragraph { setAside(index, as: .promotion) }
        }
    }

    /// "14:20", "9.05 a.m. GMT": when an entry of a live blog was written.
    private func isClock(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= 3, paragraph.text.count <= 16 else { return false }
        let line = paragraph.text
        let hour = line.prefix { $0 &- 0x30 < 10 }
        guard (1...2).contains(hour.count), let mark = line[hour.endIndex...].first, mark == UInt8(ascii: ":") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "h")
        else { return false }
        return line[hour.endIndex...].dropFirst().prefix { $0 &- 0x30 < 10 }.count == 2 && line.filter { $0 &- 0x30 < 10 }.count <= 6
    }
}
