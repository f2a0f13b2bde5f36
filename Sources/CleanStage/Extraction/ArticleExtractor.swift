import StageKit

/// Chooses a page's blocks and gives them their roles.
package struct ArticleExtractor {
    /// A part of the result, in reading order.
    package struct Part {
        package var role: BlockRole
        package var text: String
        package var isAside: Bool
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

    let model: BlockModel
    let threshold: Float

    package init(model: BlockModel, threshold: Float = BlockSelection.threshold) {
        self.model = model
        self.threshold = threshold
    }

    package func extract(_ analysis: PageAnalysis) -> Result {
        extract(analysis, chances: model.chances(analysis.table))
    }

    package func extract(_ analysis: PageAnalysis, chances: [Float]) -> Result {
        var selection = BlockSelection(analysis, chances, threshold: threshold)
        selection.choose()
        let chosen = RoleAssigner(analysis, selection).result()
        var result = ArticleExtractor.fromData(analysis, instead: chosen) ?? chosen
        result.metadata = analysis.metadata
        result.parts = PartRefiner.refine(result.parts, &result.metadata)
        return result
    }

    /// A page whose text is loaded by a script, or stands behind a wall, may carry it in its JSON-LD.
    private static func fromData(_ analysis: PageAnalysis, instead result: Result) -> Result? {
        let paragraphs = analysis.data.paragraphs
        guard !paragraphs.isEmpty else { return nil }
        let words = paragraphs.reduce(0) { $0 + TextCounts(Array($1.utf8)).words }
        guard words >= leastDataWords, words > dataFactor * result.words else { return nil }
        var other = Result()
        other.parts = result.parts.filter { $0.role == .headline } + paragraphs.map { Part(role: .paragraph, text: $0, isAside: false) }
        other.words = words
        other.note = "chosen: the JSON-LD article body; the page itself shows \(result.words) words"
        return other
    }

    /// A shorter body is a teaser.
    private static let leastDataWords = 100
    /// How many times the page's own text it must be long: pages also put more into their data than the article.
    private static let dataFactor = 3
}
