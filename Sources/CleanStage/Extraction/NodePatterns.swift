import StageKit

/// How often a page repeats its elements: paragraphs share a pattern that holds most of the prose, cards of a grid one
/// that occurs many times with little text in each.
struct NodePatterns {
    /// Sums over the blocks of one pattern (element and class of the block and of its parent).
    struct Sums {
        var good: Float = 0
        var blocks: Float = 0
        var words: Float = 0
        var characters: Float = 0
        var linkCharacters: Float = 0
        /// Blocks behind one that is a link: teasers stand under their linked headlines.
        var afterLink: Float = 0
        /// Blocks that end in an ellipsis.
        var ellipses: Float = 0
        /// Blocks that end like a sentence.
        var sentences: Float = 0
    }

    /// By block: number of its pattern.
    private(set) var pattern: [Int] = []
    private(set) var sums: [Sums] = []
    /// By node: how many elements of its look its parent holds; 0 where nobody asked.
    private var alike: [Float]
    /// Images before each node.
    private var images: [Int32] = []
    private let tree: PageTree

    init(_ tree: PageTree, _ page: PageBlocks, _ shapes: [TextShape]) {
        self.tree = tree
        alike = [Float](repeating: 0, count: tree.count)
        let looks = page.looks
        var total: Int32 = 0
        images.reserveCapacity(tree.count + 1)
        for tag in tree.tag {
            images.append(total)
            if tag == .img || tag == .picture { total += 1 }
        }
        images.append(total)
        var patterns = HashIndex(capacity: page.blocks.count)
        pattern.reserveCapacity(page.blocks.count)
        for (index, block) in page.blocks.enumerated() {
            let parent = Int(tree.parent[block.node])
            let slot = patterns.number(of: looks[block.node] &* 31 &+ (parent >= 0 ? looks[parent] : 0))
            if slot == sums.count { sums.append(Sums()) }
            pattern.append(slot)
            sums[slot].good += PageStatistics.goodness(block)
            sums[slot].blocks += 1
            sums[slot].words += Float(block.words)
            sums[slot].characters += Float(block.characters)
            sums[slot].linkCharacters += Float(block.linkCharacters)
            if index > 0, page.blocks[index - 1].linkDensity > NodePatterns.linkShare { sums[slot].afterLink += 1 }
            if shapes[index].endsEllipsis { sums[slot].ellipses += 1 }
            if shapes[index].endsSentence { sums[slot].sentences += 1 }
        }
        countAlike(looks, page)
    }

    /// A block with more of its letters in links is one.
    private static let linkShare: Float = 0.8

    /// Images that stand between a block and the one before it.
    func images(before index: Int, _ page: PageBlocks) -> Float {
        let last = index > 0 ? page.blocks[index - 1].firstText : 0
        return Float(images[page.blocks[index].firstText] - images[last])
    }

    private mutating func countAlike(_ looks: [UInt64], _ page: PageBlocks) {
        // Each element within three levels of a block, once.
        var asked: [(node: Int, slot: Int)] = []
        var counts: [Float] = []
        var slots = HashIndex(capacity: page.blocks.count * 2)
        for block in page.blocks {
            var node = block.node
            for _ in 0..<3 where node > 0 {
                if alike[node] > 0 { break }
                alike[node] = 1
                let slot = slots.number(of: looks[node] &* 0x9E37_79B1 &+ UInt64(tree.parent[node] + 1))
                if slot == counts.count { counts.append(0) }
                counts[slot] += 1
                asked.append((node, slot))
                node = Int(tree.parent[node])
            }
        }
        for (node, slot) in asked { alike[node] = counts[slot] }
    }

    /// What the features say of a pattern.
    private struct Shares {
        var good: Float
        var blocks: Float
        var words: Float
        var linkDensity: Float
        var afterLink: Float
        var ellipses: Float
        var sentences: Float

        init(_ sums: Sums, goodTotal: Float) {
            good = sums.good / goodTotal
            blocks = Logarithm.log1p(sums.blocks)
            words = Logarithm.log1p(sums.words / sums.blocks)
            linkDensity = sums.linkCharacters / max(1, sums.characters)
            afterLink = sums.afterLink / sums.blocks
            ellipses = sums.ellipses / sums.blocks
            sentences = sums.sentences / sums.blocks
        }
    }

    /// The pattern's share in the page's good text, its blocks, words a block and link density; then the counts of
    /// alike elements and of images for the block's element and the two around it.
    func addFeatures(_ blocks: [PageBlock], goodTotal: Float, to columns: inout ColumnWriter) {
        // Once a pattern, then copied to its blocks.
        let shares = sums.map { Shares($0, goodTotal: goodTotal) }
        columns.add { shares[pattern[$0]].good }
        columns.add { shares[pattern[$0]].blocks }
        columns.add { shares[pattern[$0]].words }
        columns.add { shares[pattern[$0]].linkDensity }
        columns.add { shares[pattern[$0]].afterLink }
        columns.add { shares[pattern[$0]].ellipses }
        columns.add { shares[pattern[$0]].sentences }
        var nodes = blocks.map(\.node)
        for _ in 0..<3 {
            columns.add { nodes[$0] > 0 ? Logarithm.log1p(alike[nodes[$0]]) : 0 }
            columns.add { nodes[$0] >= 0 ? Logarithm.log1p(Float(images[Int(tree.end[nodes[$0]])] - images[nodes[$0]])) : 0 }
            for index in nodes.indices where nodes[index] >= 0 { nodes[index] = Int(tree.parent[nodes[index]]) }
        }
    }
}
