/// Which blocks belong to the article, after the model and the fallbacks.
package struct BlockSelection {
    /// Between two chosen blocks of one element this is enough.
    static let rescueThreshold: Float = 0.1
    /// The longest gap, in blocks, that rescue looks at.
    static let mostGap = 3
    /// A result below this many words is no article; the next strategy is tried.
    static let leastWords = 12

    /// A block of the chance that the first model alone gives menus and footers is not the likeliest of an article.
    static let leastLikely: Float = 0.03
    /// Shorter blocks are not what a text is made of.
    static let leastLikelyWords = 8

    /// Text of so many words beside a slide show is a story of its own, no introduction to the slides.
    static let leastStoryWords = 150

    private(set) var isChosen: [Bool]
    private(set) var strategy = ExtractionStrategy.blockModel
    private(set) var rescued = 0
    private let analysis: PageAnalysis
    /// What the model said.
    let chances: [Float]

    init(_ analysis: PageAnalysis, _ chances: [Float]) {
        self.analysis = analysis
        self.chances = chances
        isChosen = [Bool](repeating: false, count: chances.count)
    }

    /// Chooses by the model; see ``fallBack()`` for when that finds nothing.
    mutating func choose() {
        let blocks = analysis.page.blocks
        let ground = ArticleGround(blocks, analysis.tree, chances)
        for index in chances.indices { isChosen[index] = chances[index] >= ground.least(index, blocks[index]) }
        rescue()
        dropSlides()
        dropLooseHeadings()
    }

    /// Takes the likeliest blocks of a page that has none that are likely; the densest element where they are no text; all of the
    /// page where that holds nothing either.
    mutating func fallBack() {
        let blocks = analysis.page.blocks
        let best = blocks.indices.reduce(Float(0)) { blocks[$1].words >= BlockSelection.leastLikelyWords ? max($0, chances[$1]) : $0 }
        if best >= BlockSelection.leastLikely {
            strategy = .likeliestBlocks
            for index in blocks.indices where chances[index] >= best / 2 { isChosen[index] = true }
            if words >= BlockSelection.leastWords { return }
        }
        strategy = .densestElement
        let top = analysis.statistics.top
        let range = analysis.tree.count > 0 ? analysis.tree.subtree(top) : 0..<0
        for index in blocks.indices where range.contains(blocks[index].node) && blocks[index].linkDensity < 0.5 { isChosen[index] = true }
        if words >= BlockSelection.leastWords { return }
        strategy = .wholePage
        for index in blocks.indices where blocks[index].linkDensity < 0.5 { isChosen[index] = true }
        // Where there are but links, they are what the page says.
        if words == 0 { isChosen = [Bool](repeating: true, count: blocks.count) }
    }

    /// Of the chosen blocks.
    var words: Int {
        var words = 0
        for (index, block) in analysis.page.blocks.enumerated() where isChosen[index] { words += block.words }
        return words
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

    /// A slide show beside a story is another piece; where there is no story, the slides are it.
    private mutating func dropSlides() {
        let blocks = analysis.page.blocks
        for element in SlideShow.elements(analysis.page, analysis.tree) {
            let outside = blocks.indices.filter { isChosen[$0] && !element.contains(blocks[$0].node) }
            guard outside.reduce(0, { $0 + blocks[$1].words }) >= BlockSelection.leastStoryWords else { continue }
            for index in blocks.indices where element.contains(blocks[index].node) { isChosen[index] = false }
        }
    }

    /// Whether a block lies in the same element as one of two others.
    private func isBeside(_ index: Int, _ before: Int, _ after: Int) -> Bool {
        let blocks = analysis.page.blocks
        let container = PageStatistics.container(of: blocks[index], analysis.tree)
        return container == PageStatistics.container(of: blocks[before], analysis.tree) || container == PageStatistics.container(of: blocks[after], analysis.tree)
    }

    /// Subheads stay only where chosen text follows.
    private mutating func dropLooseHeadings() {
        let blocks = analysis.page.blocks
        for index in blocks.indices.reversed() where isChosen[index] && blocks[index].tag.isHeading {
            let next = (index + 1..<min(blocks.count, index + 4)).first { isChosen[$0] }
            if next == nil { isChosen[index] = false }
        }
    }
}
