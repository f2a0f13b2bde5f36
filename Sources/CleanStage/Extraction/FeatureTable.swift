internal import Glibc

/// The features of all blocks of a page, one row each, in the order of ``FeatureNames``.
struct FeatureTable {
    static let width = FeatureNames.first.count
    private(set) var rows: [Float] = []

    private let tree: PageTree
    private let page: PageBlocks
    private let statistics: PageStatistics
    private let phrases: [Phrases]

    /// What of the metadata helps to find the article.
    struct Evidence {
        var title: Fingerprint?
        var description: Fingerprint?
        var body: Fingerprint?
    }

    /// - Complexity: O(blocks × depth + text).
    init(_ tree: PageTree, _ page: PageBlocks, _ statistics: PageStatistics, _ evidence: Evidence) {
        self.tree = tree
        self.page = page
        self.statistics = statistics
        phrases = page.blocks.map { Phrases.find(in: page.bytes[$0.text]) }
        rows.reserveCapacity(page.blocks.count * FeatureTable.width)
        fill(evidence)
    }

    private mutating func fill(_ evidence: Evidence) {
        let blocks = page.blocks
        let prints = blocks.map { Fingerprint(page.text($0)) }
        var repeats: [Int: Int] = [:]
        for block in blocks { repeats[block.hash, default: 0] += 1 }
        let titleMatches = prints.enumerated().map { index, print -> Float in
            guard let title = evidence.title, blocks[index].words <= 40 else { return 0 }
            if print.bytes == title.bytes { return 1 }
            if print.bytes.count > 12, title.contains(print) { return 0.9 }
            if title.bytes.count > 12, print.contains(title) { return 0.8 }
            return 0
        }
        let titleIndex = blocks.indices.first { titleMatches[$0] >= 0.8 && blocks[$0].context.contains(.heading) }
            ?? blocks.indices.first { blocks[$0].tag == .h1 } ?? blocks.indices.first { titleMatches[$0] >= 0.8 }
        let isProse = blocks.map { $0.words >= 15 && $0.linkDensity < 0.3 && $0.sentenceEnds > 0 }
        let inHalf = halves()
        let firstProse = blocks.indices.first { isProse[$0] && inHalf[$0].distance <= 3 } ?? 0
        let lastProse = blocks.indices.last { isProse[$0] && inHalf[$0].distance <= 3 } ?? max(0, blocks.count - 1)
        let total = max(1, blocks.reduce(0) { $0 + $1.characters })
        let links = blocks.reduce(0) { $0 + $1.linkCharacters }
        let words = blocks.reduce(0) { $0 + $1.words }
        var articles = 0
        for tag in tree.tag where tag == .article { articles += 1 }
        let topRange = statistics.top..<Int(tree.count > 0 ? tree.end[statistics.top] : 0)
        var before = 0
        for (index, block) in blocks.enumerated() {
            let text = page.bytes[block.text]
            let n = Float(max(1, block.characters))
            let last = text.last ?? 0
            let first = text.first ?? 0
            var row: [Float] = []
            row.reserveCapacity(FeatureTable.width)
            row += [log1p(Float(block.words)), log1p(Float(block.characters)), block.linkDensity, log1p(Float(block.links)), log1p(Float(block.commas))]
            row += [log1p(Float(block.sentenceEnds)), Float(block.digits) / n, Float(block.capitals) / n, Float(block.boldCharacters) / n, n / Float(max(1, block.words))]
            row += [truth(endsSentence(text)), truth(last == 0x3A), truth(text.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) || text.suffix(3).elementsEqual("...".utf8))]
            row += [truth(first &- 0x61 < 26), truth(first &- 0x41 < 26), truth(text.contains(0x40)), truth(text.contains(0x7C)), truth(hasQuote(text)), Float(min(5, repeats[block.hash] ?? 1))]
            row += [truth(block.tag == .p), truth(block.tag.isHeading), headingLevel(block.tag), truth(block.tag == .li), truth(block.tag == .div), truth(block.tag == .td || block.tag == .th)]
            row += [truth(block.tag == .blockquote), truth(block.tag == .pre), truth(block.tag == .dd || block.tag == .dt)]
            row += [Float(depth(block.node)), log1p(Float(index)), Float(index) / Float(blocks.count), Float(before) / Float(total)]
            let sinceTitle = titleIndex.map { index - $0 } ?? 0
            row += [Float(max(-20, min(40, sinceTitle))), titleIndex == nil ? -1 : truth(sinceTitle > 0)]
            row += [Float(max(-20, min(60, index - firstProse))), Float(max(-20, min(60, lastProse - index)))]
            row += [titleMatches[index], match(prints[index], evidence.description, block)]
            row += [truth(evidence.body != nil), bodyMatch(prints[index], evidence.body, block)]
            row += [log1p(Float(blocks.count)), log1p(Float(words)), Float(links) / Float(total), truth(articles > 0), Float(min(articles, 10))]
            let inTop = topRange.contains(block.node)
            let (above, below) = topDistance(block.node, topRange)
            row += [truth(inTop), Float(above), Float(below), tree.count > 0 ? statistics.sums[statistics.top].good / statistics.goodTotal : 0]
            row += [Float(min(12, inHalf[index].distance)), inHalf[index].density, log1p(inHalf[index].wordsPerBlock)]
            row.append(truth(index > 0 && blocks[index - 1].tag.isHeading))
            appendSurroundings(of: block, to: &row)
            for bit in 0..<BlockContext.names.count { row.append(truth(block.context.rawValue >> UInt32(bit) & 1 == 1)) }
            for bit in 0..<Hint.names.count { row.append(truth(block.nearHints.rawValue >> UInt32(bit) & 1 == 1)) }
            for bit in 0..<Hint.names.count { row.append(truth(block.allHints.rawValue >> UInt32(bit) & 1 == 1)) }
            for bit in 0..<Phrases.names.count { row.append(truth(phrases[index].rawValue >> UInt32(bit) & 1 == 1)) }
            for offset in [-2, -1, 1, 2] { appendNeighbour(index + offset, of: block, to: &row) }
            rows += row
            before += block.characters
        }
    }

    private func truth(_ value: Bool) -> Float { value ? 1 : 0 }

    private func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
        var tail = text.suffix(4)
        while let last = tail.last {
            switch last {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "'"), UInt8(ascii: "]"): tail = tail.dropLast()
            case 0x80...0xBF: tail = tail.suffix(3).starts(with: [0xE2]) ? tail.dropLast(3) : tail.dropLast(); if tail.last == 0xE3 { return true }
            case 0xC2: tail = tail.dropLast()
            default: return false
            }
        }
        return false
    }

    private func hasQuote(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains(0x22) || text.starts(with: [0xE2, 0x80, 0x9C]) || text.starts(with: [0xE2, 0x80, 0x9E]) || text.starts(with: [0xC2, 0xAB])
    }

    private func headingLevel(_ tag: Tag) -> Float {
        switch tag {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5, .h6: 5
        default: 0
        }
    }

    private func depth(_ node: Int) -> Int {
        var depth = 0
        var node = Int(tree.parent[node])
        while node >= 0, depth < 60 {
            depth += 1
            node = Int(tree.parent[node])
        }
        return depth
    }

    private func match(_ print: Fingerprint, _ evidence: Fingerprint?, _ block: PageBlock) -> Float {
        guard let evidence, print.bytes.count >= 20, block.words >= 4 else { return 0 }
        if print.bytes == evidence.bytes { return 1 }
        if evidence.contains(print) { return 0.7 }
        // Descriptions are often cut: compare their first part.
        if evidence.bytes.count >= 60, print.bytes.starts(with: evidence.bytes.prefix(60)) { return 0.5 }
        return 0
    }

    private func bodyMatch(_ print: Fingerprint, _ body: Fingerprint?, _ block: PageBlock) -> Float {
        guard let body, print.bytes.count >= 8 else { return 0 }
        if body.contains(print) { return 1 }
        guard print.bytes.count >= 60 else { return -1 }
        // A part of the block suffices: the body may lose spaces, links or a drop cap.
        let middle = print.bytes.count / 2
        let part = Array(print.bytes[middle - 15..<middle + 15])
        let late = Array(print.bytes.suffix(30))
        return ByteSearch.contains(body.bytes, part) || ByteSearch.contains(body.bytes, late) ? 0.8 : -1
    }

    private struct Half {
        var distance = 12
        var density: Float = 1
        var wordsPerBlock: Float = 0
    }

    /// For each block how far up the first element is that holds half of the page's good text.
    private func halves() -> [Half] {
        page.blocks.map { block in
            var node = block.node
            var distance = 0
            while node >= 0 {
                let sums = statistics.sums[node]
                if sums.good >= statistics.goodTotal / 2 {
                    return Half(distance: distance, density: sums.linkCharacters / max(1, sums.characters), wordsPerBlock: sums.words / max(1, sums.blocks))
                }
                distance += 1
                node = Int(tree.parent[node])
            }
            return Half()
        }
    }

    /// Levels from the top element up to the first one that holds the node, and from there down to the node.
    private func topDistance(_ node: Int, _ top: Range<Int>) -> (above: Int, below: Int) {
        var above = 0
        var ancestor = top.lowerBound
        while ancestor >= 0, !(ancestor..<Int(tree.end[ancestor])).contains(node) {
            above += 1
            ancestor = Int(tree.parent[ancestor])
        }
        var below = 0
        var here = node
        while here > ancestor, below < 12 {
            below += 1
            here = Int(tree.parent[here])
        }
        return (min(above, 12), below)
    }

    private func appendSurroundings(of block: PageBlock, to row: inout [Float]) {
        var node = Int(tree.parent[block.node])
        for _ in 0..<4 {
            if node >= 0 {
                let sums = statistics.sums[node]
                row += [log1p(sums.characters), sums.linkCharacters / max(1, sums.characters), sums.good / statistics.goodTotal, log1p(sums.blocks), sums.words / max(1, sums.blocks)]
                node = Int(tree.parent[node])
            } else {
                row += [20, 1, 1, 10, 0]
            }
        }
    }

    private func appendNeighbour(_ index: Int, of block: PageBlock, to row: inout [Float]) {
        guard page.blocks.indices.contains(index) else {
            row += [-1, 0, 0, 0, 0, 0]
            return
        }
        let other = page.blocks[index]
        row += [log1p(Float(other.words)), other.linkDensity, truth(other.tag.isHeading), truth(other.tag == .p)]
        row += [truth(tree.parent[other.node] == tree.parent[block.node]), log1p(Float(other.sentenceEnds))]
    }
}

extension FeatureTable {
    /// The rows with the first model's chances of the neighbourhood added.
    func rows(with chances: [Float]) -> [Float] {
        let blocks = page.blocks
        var around: [[Int: (sum: Float, weight: Float)]] = [[:], [:], [:]]
        var byTag: [Tag: (sum: Float, weight: Float)] = [:]
        var total: Float = 0.001
        for (index, block) in blocks.enumerated() {
            let weight = Float(max(1, block.words))
            total += chances[index] * weight
            byTag[block.tag, default: (0, 0)].sum += chances[index] * weight
            byTag[block.tag, default: (0, 0)].weight += weight
            var node = Int(tree.parent[block.node])
            for level in 0..<3 where node >= 0 {
                around[level][node, default: (0, 0)].sum += chances[index] * weight
                around[level][node, default: (0, 0)].weight += weight
                node = Int(tree.parent[node])
            }
        }
        var result: [Float] = []
        let width = FeatureTable.width
        result.reserveCapacity(blocks.count * FeatureNames.second.count)
        var mass: Float = 0
        for (index, block) in blocks.enumerated() {
            func chance(_ offset: Int) -> Float { blocks.indices.contains(index + offset) ? chances[index + offset] : 0 }
            result += rows[index * width..<(index + 1) * width]
            result += [chances[index], chance(-3), chance(-2), chance(-1), chance(1), chance(2), chance(3)]
            result.append((1...6).reduce(0) { max($0, chance(-$1)) })
            result.append((1...6).reduce(0) { max($0, chance($1)) })
            var node = Int(tree.parent[block.node])
            for level in 0..<3 {
                let sums = node >= 0 ? around[level][node] : nil
                result.append(sums.map { $0.sum / max(1, $0.weight) } ?? 0)
                node = node >= 0 ? Int(tree.parent[node]) : -1
            }
            let own = chances[index] * Float(max(1, block.words))
            result.append(mass / total)
            mass += own
            result.append(max(0, total - mass) / total)
            result.append((chance(-2) + chance(-1) + chance(1) + chance(2)) / 4)
            result.append(byTag[block.tag].map { $0.sum / max(1, $0.weight) } ?? 0)
            result.append(log1p(total))
        }
        return result
    }
}
