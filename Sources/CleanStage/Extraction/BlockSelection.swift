/// Which blocks belong to the article, after the model and the fallbacks.
package struct BlockSelection {
    /// At least as likely as not.
    package static let threshold: Float = 0.5
    /// A result below this many words is no article; the next strategy is tried.
    static let leastWords = 12

    private(set) var isChosen: [Bool]
    private(set) var strategy = "block model"
    private(set) var rescued = 0
    private let analysis: PageAnalysis
    private let chances: [Float]
    private let threshold: Float

    init(_ analysis: PageAnalysis, _ chances: [Float], threshold: Float) {
        self.threshold = threshold
        self.analysis = analysis
        self.chances = chances
        isChosen = [Bool](repeating: false, count: chances.count)
    }

    mutating func choose() {
        let blocks = analysis.page.blocks
        for index in blocks.indices where chances[index] >= threshold { isChosen[index] = true }
        if words() >= BlockSelection.leastWords { return }
        strategy = "densest element"
        let top = analysis.statistics.top
        let range = analysis.tree.count > 0 ? analysis.tree.subtree(top) : 0..<0
        for index in blocks.indices where range.contains(blocks[index].node) && blocks[index].linkDensity < 0.5 { isChosen[index] = true }
        if words() >= BlockSelection.leastWords { return }
        strategy = "whole page"
        for index in blocks.indices where blocks[index].linkDensity < 0.5 { isChosen[index] = true }
    }

    private func words() -> Int {
        var words = 0
        for (index, block) in analysis.page.blocks.enumerated() where isChosen[index] { words += block.words }
        return words
    }
}
