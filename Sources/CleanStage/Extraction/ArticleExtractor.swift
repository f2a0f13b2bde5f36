import StageKit

/// Chooses a page's blocks and gives them their roles.
package struct ArticleExtractor {
    /// A part of the result, in reading order.
    package struct Part {
        package var role: BlockRole
        package var text: String
        package var isAside: Bool
        /// The model's chance that it belongs to the article.
        var chance: Float = ArticleExtractor.unasked
    }

    package struct Result {
        package var parts: [Part] = []
        /// How the choice was made, for `preview`.
        package var note = ""
        /// Words of the running text.
        package var words = 0
        /// What the page says of itself, with what its text adds.
        package var metadata = Metadata()
    }

    /// The chance of what is taken without asking the model: chosen, but nothing to be sure of.
    static let unasked: Float = 0.9

    let model: BlockModel
    /// The rules of ``PartRefiner`` that are applied.
    let rules: Set<WordingRule>

    package init(model: BlockModel, rules: Set<WordingRule> = Set(WordingRule.allCases)) {
        self.model = model
        self.rules = rules
    }

    package func extract(_ analysis: PageAnalysis) -> Result {
        extract(analysis, chances: chances(analysis))
    }

    /// What the model thinks of each block.
    package func chances(_ analysis: PageAnalysis) -> [Float] { model.chances(analysis.table) }

    /// Tries one ``ExtractionStrategy`` after the other.
    package func extract(_ analysis: PageAnalysis, chances: [Float]) -> Result {
        var selection = BlockSelection(analysis, chances)
        selection.choose()
        let modelWords = selection.words
        var result: Result
        if let body = ArticleExtractor.articleBody(analysis, shown: modelWords) {
            result = body
        } else {
            if modelWords < BlockSelection.leastWords { selection.fallBack() }
            result = RoleAssigner(analysis, selection).result()
        }
        if selection.strategy != .blockModel { result.note += "; the block model found \(modelWords) words" }
        result.metadata = analysis.metadata
        let before = result.parts.count { $0.isAside }
        result.parts = PartRefiner.refine(result.parts, by: rules, &result.metadata)
        let setAside = result.parts.count { $0.isAside } - before
        if setAside > 0 { result.note += ", \(setAside) set aside by their wording" }
        return result
    }

    /// A page whose text is loaded by a script, or stands behind a wall, may carry it in its JSON-LD.
    private static func articleBody(_ analysis: PageAnalysis, shown: Int) -> Result? {
        let paragraphs = analysis.data.paragraphs
        guard !paragraphs.isEmpty else { return nil }
        let words = paragraphs.reduce(0) { $0 + TextCounts(Array($1.utf8)).words }
        guard words >= leastBodyWords, words > bodyFactor * shown else { return nil }
        var result = Result()
        if let title = analysis.metadata.title { result.parts.append(Part(role: .headline, text: title, isAside: true)) }
        result.parts += paragraphs.map { Part(role: .paragraph, text: $0, isAside: false) }
        result.words = words
        result.note = "chosen: \(ExtractionStrategy.articleBody.rawValue), \(paragraphs.count) paragraphs; the page itself shows \(shown) words"
        return result
    }

    /// A shorter body is a teaser.
    private static let leastBodyWords = 100
    /// How many times the page's own text it must be long: pages also put more into their data than the article.
    private static let bodyFactor = 3
}
