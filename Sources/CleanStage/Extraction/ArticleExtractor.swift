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
        return RoleAssigner(analysis, selection).result()
    }
}
