/// Which blocks belong to the article, after the model and the fallbacks.
package struct BlockSelection {
    /// A block this likely is chosen. Below one half: on unseen sites the model misses more words than it takes too many.
    package static let threshold: Float = 0.4
    /// Between two chosen blocks of one element this is enough.
    static let rescueThreshold: Float = 0.2
    /// The longest gap, in blocks, that rescue looks at.
    static let mostGap = 3
    /// A result below this many words is no article; the next strategy is tried.
    static let leastWords = 12

    private(set) var isChosen: [Bool]
    private(set) var strategy = "block model"
    private(set) var rescued = 0
    private(set) var dropped = 0
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
        rescue()
        dropIslands()
        dropLooseHeadings()
        if words() >= BlockSelection.leastWords { return }
        strategy = "densest element"
        let top = analysis.statistics.top
        let range = analysis.tree.count > 0 ? analysis.tree.subtree(top) : 0..<0
        for index in blocks.indices where range.contains(blocks[index].node) && blocks[index].linkDensity < 0.5 { isChosen[index] = true }
        if words() >= BlockSelection.leastWords { return }
        strategy = "whole page"
        for index in blocks.indices where blocks[index].linkDensity < 0.5 { isChosen[index] = true }
    }

    /// Short paragraphs and subheads in a small gap between chosen blocks: their neighbours speak for them.
    private mutating func rescue() {
        let chosen = isChosen.indices.filter { isChosen[$0] }
        for (before, after) in zip(chosen, chosen.dropFirst()) where after - before > 1 && after - before <= BlockSelection.mostGap + 1 {
            for index in before + 1..<after where chances[index] >= BlockSelection.rescueThreshold && isBeside(index, before, after) {
                isChosen[index] = true
                rescued += 1
            }
        }
    }

    /// Whether a block lies in the same element as one of two others.
    private func isBeside(_ index: Int, _ before: Int, _ after: Int) -> Bool {
        let blocks = analysis.page.blocks
        let container = PageStatistics.container(of: blocks[index], analysis.tree)
        return container == PageStatistics.container(of: blocks[before], analysis.tree) || container == PageStatistics.container(of: blocks[after], analysis.tree)
    }

    /// A small group far from the bulk of the text that the model was not sure of is a teaser of something else.
    private mutating func dropIslands() {
        let blocks = analysis.page.blocks
        var runs: [(range: ClosedRange<Int>, words: Int, best: Float)] = []
        for index in blocks.indices where isChosen[index] {
            if let last = runs.last, index - last.range.upperBound <= BlockSelection.islandGap {
                runs[runs.count - 1] = (last.range.lowerBound...index, last.words + blocks[index].words, max(last.best, chances[index]))
            } else {
                runs.append((index...index, blocks[index].words, chances[index]))
            }
        }
        guard runs.count > 1, let main = runs.map(\.words).max() else { return }
        for run in runs where Float(run.words) < BlockSelection.islandShare * Float(main) && run.best < BlockSelection.islandChance {
            for index in run.range where isChosen[index] {
                isChosen[index] = false
                dropped += 1
            }
        }
    }

    /// Blocks between a group and the next.
    static let islandGap = 12
    /// Of the words of the largest group.
    static let islandShare: Float = 0.15
    /// A group with a block this sure stays.
    static let islandChance: Float = 0.75

    /// Subheads stay only where chosen text follows.
    private mutating func dropLooseHeadings() {
        let blocks = analysis.page.blocks
        for index in blocks.indices.reversed() where isChosen[index] && blocks[index].tag.isHeading {
            let next = (index + 1..<min(blocks.count, index + 4)).first { isChosen[$0] }
            if next == nil {
                isChosen[index] = false
                dropped += 1
            }
        }
    }

    private func words() -> Int {
        var words = 0
        for (index, block) in analysis.page.blocks.enumerated() where isChosen[index] { words += block.words }
        return words
    }
}
