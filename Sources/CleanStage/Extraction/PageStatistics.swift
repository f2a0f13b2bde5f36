internal import Glibc

/// Sums over the elements of a page, and the element that holds most of its good text.
struct PageStatistics {
    struct Sums {
        var characters: Float = 0
        var linkCharacters: Float = 0
        var good: Float = 0
        var blocks: Float = 0
        var words: Float = 0
    }

    /// By node; zero where no block lies below.
    private(set) var sums: [Sums]
    /// The element that a page's body most likely is: density of prose in it and close around it.
    private(set) var top: PageTree.Node = 0
    private(set) var goodTotal: Float = 0.001

    /// How much a block looks like prose: longer, more commas, fewer links. Zero for short ones.
    static func goodness(_ block: PageBlock) -> Float {
        guard block.words >= leastWords, !block.context.contains(.heading) else { return 0 }
        let length = min(Float(block.characters) / 100, 3)
        return (1 + Float(min(block.commas, 10)) + length) * max(0, 1 - 2 * block.linkDensity)
    }

    /// Shorter blocks say little about where the article is.
    static let leastWords = 6
    /// How many levels above a block's container share in its score, and the divisors of their share.
    private static let divisors: [Float] = [1, 2, 6, 9, 12]

    /// - Complexity: O(blocks × depth).
    init(_ tree: PageTree, _ page: PageBlocks) {
        sums = [Sums](repeating: Sums(), count: tree.count)
        var scores = [Float](repeating: 0, count: tree.count)
        for block in page.blocks {
            let good = PageStatistics.goodness(block)
            goodTotal += good
            var node = block.node
            while node >= 0 {
                sums[node].characters += Float(block.characters)
                sums[node].linkCharacters += Float(block.linkCharacters)
                sums[node].good += good
                sums[node].blocks += 1
                sums[node].words += Float(block.words)
                node = Int(tree.parent[node])
            }
            guard good > 0 else { continue }
            var container = PageStatistics.container(of: block, tree)
            for divisor in PageStatistics.divisors {
                guard container >= 0, tree.tag[container] != .html else { break }
                scores[container] += good / divisor
                container = Int(tree.parent[container])
            }
        }
        var best: Float = 0
        for node in 0..<tree.count where scores[node] > 0 {
            let density = sums[node].characters > 0 ? sums[node].linkCharacters / sums[node].characters : 0
            let score = scores[node] * (1 - density)
            if score > best {
                best = score
                top = node
            }
        }
    }

    /// The element whose children the block's siblings are.
    static func container(of block: PageBlock, _ tree: PageTree) -> PageTree.Node {
        switch block.tag {
        case .div, .section, .article, .main, .body, .td, .center, .form: block.node
        case .li, .dd, .dt:
            // A list stands among paragraphs.
            max(0, Int(tree.parent[max(0, Int(tree.parent[block.node]))]))
        default: Int(tree.parent[block.node])
        }
    }
}
