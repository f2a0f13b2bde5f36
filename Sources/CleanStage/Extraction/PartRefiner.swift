import StageKit

/// Goes over the parts that were chosen of a page once more, by what they say; see ``WordingRule``.
struct PartRefiner {
    private var parts: [ArticleExtractor.Part]
    private let rules: Set<WordingRule>

    /// - Parameter metadata: what the page says of itself; a byline or date found in the text is added where it is unknown.
    static func refine(_ parts: [ArticleExtractor.Part], by rules: Set<WordingRule>, _ metadata: inout Metadata) -> [ArticleExtractor.Part] {
        var refiner = PartRefiner(parts: parts, rules: rules)
        // A page of few paragraphs is taken as it is: there is too little to tell edge from middle.
        guard refiner.runningParts.count >= leastParts else { return parts }
        refiner.refineHead(&metadata)
        refiner.refineFoot()
        refiner.refineBody()
        return refiner.parts
    }

    private static let leastParts = 4
    /// How many parts at the beginning may be no part of the text.
    private static let longestHead = 6
    /// The same at the end.
    private static let longestFoot = 8

    /// What the model is so sure of stays at the end, whatever it says: stories close with "get in touch with …" of their own.
    private static let sure: Float = 0.95

    /// Bytes; what stands between paragraphs and is none is short.
    private static let longestAside = 500

    /// Indices of the parts in the running text.
    private var runningParts: [Int] { parts.indices.filter { !parts[$0].isAside } }

    private func holds(_ rule: WordingRule, _ paragraph: TextParagraph) -> Bool {
        // Few rules hold and nearly all are applied: the dearer question comes last.
        rule.holds(for: paragraph) && rules.contains(rule)
    }

    private mutating func setAside(_ index: Int, as role: BlockRole) {
        parts[index].role = role
        parts[index].isAside = true
    }

    private mutating func refineHead(_ metadata: inout Metadata) {
        let running = runningParts
        for (place, index) in running.enumerated().prefix(Self.longestHead) where place + 2 < running.count {
            guard let paragraph = TextParagraph(squeezed: Array(parts[index].text.utf8)) else { continue }
            if holds(.trail, paragraph) {
                setAside(index, as: .promotion)
            } else if holds(.byline, paragraph) {
                PlainByline(paragraph)?.fill(&metadata)
                setAside(index, as: .byline)
            } else if holds(.caption, paragraph) {
                setAside(index, as: .caption)
            } else if parts[index].role != .heading {
                return
            }
        }
    }

    private mutating func refineFoot() {
        let running = runningParts
        for (place, index) in running.reversed().enumerated().prefix(Self.longestFoot) where place + 2 < running.count {
            guard parts[index].chance < Self.sure || parts[index].role == .heading else { return }
            guard let paragraph = TextParagraph(squeezed: Array(parts[index].text.utf8)) else { continue }
            if holds(.signOff, paragraph) {
                setAside(index, as: .byline)
            } else if holds(.pictureCredit, paragraph) {
                setAside(index, as: .caption)
            } else if holds(.appeal, paragraph) || holds(.pointer, paragraph) || holds(.tools, paragraph) {
                setAside(index, as: .promotion)
            } else if parts[index].role != .heading || place == 0 && paragraph.endsSentence {
                return
            }
        }
    }

    private mutating func refineBody() {
        for index in runningParts where parts[index].text.utf8.count <= Self.longestAside {
            guard let paragraph = TextParagraph(squeezed: Array(parts[index].text.utf8)) else { continue }
            if holds(.notice, paragraph) { setAside(index, as: .promotion) }
            guard parts[index].role == .paragraph, !parts[index].isAside else { continue }
            if holds(.clock, paragraph) {
                setAside(index, as: .byline)
            } else if holds(.pointer, paragraph) || holds(.appealInBody, paragraph) {
                setAside(index, as: .promotion)
            }
        }
        // A heading, or a line that is none by its element alone, over nothing but an appeal belongs to it.
        for index in parts.indices.dropLast() where !parts[index].isAside && parts[index + 1].role == .promotion {
            guard parts[index].role == .heading || parts[index].role == .paragraph, let paragraph = TextParagraph(squeezed: Array(parts[index].text.utf8)) else { continue }
            if holds(.headOfAppeal, paragraph) { setAside(index, as: .promotion) }
        }
    }
}
