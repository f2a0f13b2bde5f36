/// Where on its page an article stands, and so how likely a block has to be there to be chosen.
///
/// The model says of each block by itself how likely it is. The blocks that it is sure of stand together in one element; what
/// lies outside is a cookie notice, a teaser, a comment more often than its chance says, what lies among them less often.
struct ArticleGround {
    /// From the first to the last longer block that the model is sure of, in the element that holds these: a paragraph lost
    /// costs more words than a line too many.
    static let leastAmong: Float = 0.15
    /// Before and behind these in that element. Well below one half: most judged blocks are outside, so the model leans that
    /// way. Precision and recall on unseen sites meet near it.
    static let leastBeside: Float = 0.2
    /// Blocks of so few words, wherever they stand: figures of charts, buttons, credits.
    static let leastShort: Float = 0.3
    static let shortWords = 3
    /// Rows of links are menus unless the model is sure.
    static let leastLinkRow: Float = 0.5
    /// Outside of that element.
    static let leastOutside: Float = 0.6

    /// The model is sure of a block from this chance on.
    private static let sure: Float = 0.5
    /// What share of the sure words the element holds: a stray block must not widen it.
    private static let share: Float = 0.97
    /// Sure blocks with fewer words together say little about where the article is.
    private static let leastWords = 30
    /// Shorter blocks are not what an article begins or ends with.
    private static let leastEnd = 8

    /// The nodes of the element; nil where too little is sure.
    private let element: Range<Int>?
    /// From the first to the last longer sure block.
    private let among: Range<Int>

    /// - Complexity: O(sure blocks × depth + elements).
    init(_ blocks: [PageBlock], _ tree: PageTree, _ chances: [Float]) {
        let sure = blocks.indices.filter { chances[$0] >= ArticleGround.sure }
        var words = [Int](repeating: 0, count: tree.count)
        for index in sure {
            var node = blocks[index].node
            while node >= 0 {
                words[node] += blocks[index].words
                node = Int(tree.parent[node])
            }
        }
        let ends = sure.filter { blocks[$0].words >= ArticleGround.leastEnd }
        among = (ends.first ?? 0)..<(ends.last.map { $0 + 1 } ?? 0)
        let all = words.first ?? 0
        // Elements stand before what they hold: the last one that has enough is the innermost.
        let innermost = words.lastIndex { Float($0) >= ArticleGround.share * Float(all) }
        element = all > ArticleGround.leastWords ? innermost.map { tree.subtree($0) } : nil
    }

    /// The chance from which on a block is chosen.
    func least(_ index: Int, _ block: PageBlock) -> Float {
        var least = ArticleGround.leastBeside
        if let element {
            if !element.contains(block.node) { least = ArticleGround.leastOutside } else if among.contains(index) { least = ArticleGround.leastAmong }
        }
        if block.words <= ArticleGround.shortWords { least = max(least, ArticleGround.leastShort) }
        if block.isLinkRow { least = max(least, ArticleGround.leastLinkRow) }
        return least
    }
}
