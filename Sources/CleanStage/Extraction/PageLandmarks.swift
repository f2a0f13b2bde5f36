import StageKit

/// Places of a page that blocks are measured from: its title, its first and last prose, the element that holds most of it.
struct PageLandmarks {
    /// For a block, how far up the first element is that holds half of the page's good text, and what that is like.
    struct Half {
        var node = -1
        var distance = 12
        var density: Float = 1
        var wordsPerBlock: Float = 0
        /// Its first and last block.
        var first = 0
        var last = 0
    }

    private(set) var depth: [Int32] = []
    private(set) var repeats: [Float] = []
    private(set) var isProse: [Bool] = []
    private(set) var titleMatch: [Float] = []
    private(set) var descriptionMatch: [Float] = []
    private(set) var bodyMatch: [Float] = []
    let hasBody: Bool
    /// Characters before each block.
    private(set) var before: [Float] = []
    private(set) var characters: Float = 0
    private(set) var linkCharacters: Float = 0
    private(set) var words: Float = 0
    private(set) var articles = 0
    /// The block that most likely is the headline.
    private(set) var title: Int?
    private(set) var firstProse = 0
    private(set) var lastProse = 0
    private(set) var halves: [Half] = []
    /// For a block, how many short ones stand in a row there; 0 for a longer one.
    private(set) var shortRun: [Int] = []
    /// Words a block has in a window around it.
    private(set) var wordsNear: [Float] = []
    /// The subtree of ``PageStatistics/top``.
    let top: Range<Int>

    /// Elements deeper than this count as this deep.
    private static let mostDepth: Int32 = 60
    /// How far from the main element prose may lie that counts as its first or last.
    private static let proseReach = 3

    init(_ tree: PageTree, _ page: PageBlocks, _ statistics: PageStatistics, _ evidence: TextEvidence) {
        hasBody = evidence.hasBody
        top = statistics.top..<Int(tree.count > 0 ? tree.end[statistics.top] : 0)
        depth.reserveCapacity(tree.count)
        for node in 0..<tree.count {
            let parent = Int(tree.parent[node])
            depth.append(parent >= 0 ? min(depth[parent] + 1, PageLandmarks.mostDepth) : 0)
            if tree.tag[node] == .article { articles += 1 }
        }
        countRepeats(page)
        match(page, evidence)
        let blocks = page.blocks
        for block in blocks {
            before.append(characters)
            characters += Float(block.characters)
            linkCharacters += Float(block.linkCharacters)
            words += Float(block.words)
            isProse.append(block.words >= 15 && block.linkDensity < 0.3 && block.sentenceEnds > 0)
        }
        characters = max(1, characters)
        title = blocks.indices.first { titleMatch[$0] >= 0.8 && blocks[$0].context.contains(.heading) }
            ?? blocks.indices.first { blocks[$0].tag == .h1 } ?? blocks.indices.first { titleMatch[$0] >= 0.8 }
        halves = blocks.map { PageLandmarks.half($0, tree, statistics) }
        findEnds(tree.count)
        measureNeighbourhood(blocks)
        firstProse = blocks.indices.first { isProse[$0] && halves[$0].distance <= PageLandmarks.proseReach } ?? 0
        lastProse = blocks.indices.last { isProse[$0] && halves[$0].distance <= PageLandmarks.proseReach } ?? max(0, blocks.count - 1)
    }

    /// Blocks of so few words are figures of a chart, items of a menu, names.
    private static let shortWords = 3
    /// Blocks on either side that ``wordsNear`` looks at.
    private static let window = 5

    private mutating func measureNeighbourhood(_ blocks: [PageBlock]) {
        shortRun = [Int](repeating: 0, count: blocks.count)
        wordsNear = [Float](repeating: 0, count: blocks.count)
        var start = 0
        for index in 0...blocks.count where index == blocks.count || blocks[index].words > PageLandmarks.shortWords {
            for place in start..<index { shortRun[place] = index - start }
            start = index + 1
        }
        for index in blocks.indices {
            let range = max(0, index - PageLandmarks.window)..<min(blocks.count, index + PageLandmarks.window + 1)
            wordsNear[index] = Float(blocks[range].reduce(0) { $0 + $1.words }) / Float(range.count)
        }
    }

    /// Blocks stand in document order: an element's are those between its start and its end.
    private mutating func findEnds(_ nodes: Int) {
        /// By node: its first and last block; only read where there is one.
        var ends = [(first: Int32, last: Int32)](repeating: (-1, -1), count: nodes)
        for (index, half) in halves.enumerated() where half.node >= 0 {
            if ends[half.node].first < 0 { ends[half.node].first = Int32(index) }
            ends[half.node].last = Int32(index)
        }
        for index in halves.indices where halves[index].node >= 0 {
            halves[index].first = Int(ends[halves[index].node].first)
            halves[index].last = Int(ends[halves[index].node].last)
        }
    }

    private mutating func countRepeats(_ page: PageBlocks) {
        var slots = HashIndex(capacity: page.blocks.count)
        var counts: [Float] = []
        let numbers = page.blocks.map { block in
            let slot = slots.number(of: block.hash)
            if slot == counts.count { counts.append(0) }
            counts[slot] += 1
            return slot
        }
        repeats = numbers.map { min(5, counts[$0]) }
    }

    /// Words of the longest block that may be the title or the description.
    private static let longestMatch = 80

    private mutating func match(_ page: PageBlocks, _ evidence: TextEvidence) {
        let longest = page.blocks.reduce(0) { max($0, $1.text.count) }
        page.bytes.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { room in
                for block in page.blocks {
                    let isLookedAt = hasBody || block.words <= PageLandmarks.longestMatch
                    let count = isLookedAt ? Fingerprint.write(UnsafeBufferPointer(rebasing: bytes[block.text]), to: room) : 0
                    let print = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(room)[..<count])
                    titleMatch.append(evidence.titleMatch(print, words: block.words))
                    descriptionMatch.append(evidence.descriptionMatch(print, words: block.words))
                    bodyMatch.append(evidence.bodyMatch(print))
                }
            }
        }
    }

    private static func half(_ block: PageBlock, _ tree: PageTree, _ statistics: PageStatistics) -> Half {
        var node = block.node
        var distance = 0
        while node >= 0 {
            let sums = statistics.sums[node]
            if sums.good >= statistics.goodTotal / 2 {
                return Half(node: node, distance: distance, density: sums.linkCharacters / max(1, sums.characters), wordsPerBlock: sums.words / max(1, sums.blocks))
            }
            distance += 1
            node = Int(tree.parent[node])
        }
        return Half()
    }

    /// Levels from an element up to the first one that holds the node, and from there down to the node.
    func distance(of node: Int, from element: Int, _ tree: PageTree) -> (above: Int, below: Int) {
        var above = 0
        var ancestor = element
        while ancestor >= 0, node < ancestor || node >= Int(tree.end[ancestor]) {
            above += 1
            ancestor = Int(tree.parent[ancestor])
        }
        return (min(above, PageLandmarks.mostLevels), levels(from: ancestor, to: node, tree))
    }

    /// Levels from an ancestor, or -1 for above the root, down to a node.
    private func levels(from ancestor: Int, to node: Int, _ tree: PageTree) -> Int {
        if depth[node] < PageLandmarks.mostDepth {
            return min(PageLandmarks.mostLevels, Int(depth[node]) - (ancestor >= 0 ? Int(depth[ancestor]) : -1))
        }
        var levels = 0
        var here = node
        while here > ancestor, levels < PageLandmarks.mostLevels {
            levels += 1
            here = Int(tree.parent[here])
        }
        return levels
    }

    /// More levels count as so many.
    private static let mostLevels = 12
}
