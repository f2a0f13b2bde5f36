/// The features of all blocks of a page, one row each, in the order of ``FeatureNames``.
struct FeatureTable {
    static let width = FeatureNames.first.count
    private(set) var rows: [Float] = []

    let tree: PageTree
    let page: PageBlocks
    let statistics: PageStatistics
    let patterns: NodePatterns
    let phrases: [Phrases]
    private let shapes: [TextShape]
    private let landmarks: PageLandmarks
    private let marks: [SectionMarks]

    /// - Complexity: O(blocks × depth + text).
    init(_ tree: PageTree, _ page: PageBlocks, _ statistics: PageStatistics, _ evidence: TextEvidence) {
        self.tree = tree
        self.page = page
        self.statistics = statistics
        phrases = page.blocks.map { Phrases.find(in: page.bytes[$0.text]) }
        shapes = page.blocks.map { TextShape(page.bytes[$0.text]) }
        patterns = NodePatterns(tree, page, shapes)
        landmarks = PageLandmarks(tree, page, statistics, evidence)
        marks = SectionMarks.find(page, phrases, isProse: landmarks.isProse)
        // A constant: capturing the value being made would copy it for every row.
        let table = self
        rows = FeatureRows.filled(page.blocks.count * FeatureTable.width) { rows in
            for index in page.blocks.indices { table.addRow(index, to: &rows) }
        }
    }

    var hasBody: Bool { landmarks.hasBody }
    func bodyMatch(_ index: Int) -> Float { landmarks.bodyMatch[index] }

    private func addRow(_ index: Int, to rows: inout FeatureRows) {
        let block = page.blocks[index]
        addText(block, shapes[index], to: &rows)
        rows.append(landmarks.repeats[index])
        addTag(block.tag, to: &rows)
        addPlace(index, block, to: &rows)
        patterns.append(index, block, goodTotal: statistics.goodTotal, to: &rows)
        let mark = marks[index]
        for distance in [mark.sinceHeading, mark.sinceComments, mark.sinceRelated, mark.sinceSubscription, mark.sinceProse] { rows.append(Float(distance)) }
        addNeighbourhood(index, to: &rows)
        addSurroundings(of: block, to: &rows)
        addBits(block.context.rawValue, BlockContext.names.count, to: &rows)
        addBits(block.nearHints.rawValue, Hint.names.count, to: &rows)
        addBits(block.allHints.rawValue, Hint.names.count, to: &rows)
        addBits(phrases[index].rawValue, Phrases.names.count, to: &rows)
        addBits(mark.heading.rawValue, Phrases.names.count, to: &rows)
        addNeighbour(index - 2, of: block, to: &rows)
        addNeighbour(index - 1, of: block, to: &rows)
        addNeighbour(index + 1, of: block, to: &rows)
        addNeighbour(index + 2, of: block, to: &rows)
    }

    private func addBits(_ bits: UInt32, _ count: Int, to rows: inout FeatureRows) {
        for bit in 0..<UInt32(count) { rows.append(Float(bits >> bit & 1)) }
    }

    private func addText(_ block: PageBlock, _ shape: TextShape, to rows: inout FeatureRows) {
        let count = Float(max(1, block.characters))
        rows.append(Logarithm.log1p(Float(block.words)))
        rows.append(Logarithm.log1p(Float(block.characters)))
        rows.append(block.linkDensity)
        rows.append(Logarithm.log1p(Float(block.links)))
        rows.append(Logarithm.log1p(Float(block.commas)))
        rows.append(Logarithm.log1p(Float(block.sentenceEnds)))
        rows.append(Float(block.digits) / count)
        rows.append(Float(block.capitals) / count)
        rows.append(Float(block.boldCharacters) / count)
        rows.append(count / Float(max(1, block.words)))
        rows.append(shape.endsSentence)
        rows.append(shape.endsColon)
        rows.append(shape.endsEllipsis)
        rows.append(shape.startsLower)
        rows.append(shape.startsUpper)
        rows.append(shape.hasAt)
        rows.append(shape.hasBar)
        rows.append(shape.hasQuote)
        rows.append(shape.functionShare)
        rows.append(shape.titleShare)
        rows.append(shape.startsLabel)
        rows.append(shape.isBracketed)
        rows.append(shape.startsDash)
        rows.append(shape.readerShare)
    }

    private func addTag(_ tag: Tag, to rows: inout FeatureRows) {
        rows.append(tag == .p)
        rows.append(tag.isHeading)
        switch tag {
        case .h1: rows.append(1)
        case .h2: rows.append(2)
        case .h3: rows.append(3)
        case .h4: rows.append(4)
        case .h5, .h6: rows.append(5)
        default: rows.append(0)
        }
        rows.append(tag == .li)
        rows.append(tag == .div)
        rows.append(tag == .td || tag == .th)
        rows.append(tag == .blockquote)
        rows.append(tag == .pre)
        rows.append(tag == .dd || tag == .dt)
    }

    private func addPlace(_ index: Int, _ block: PageBlock, to rows: inout FeatureRows) {
        let marks = landmarks
        rows.append(Float(marks.depth[block.node]))
        rows.append(Logarithm.log1p(Float(index)))
        rows.append(Float(index) / Float(page.blocks.count))
        rows.append(marks.before[index] / marks.characters)
        let sinceTitle = marks.title.map { index - $0 } ?? 0
        rows.append(Float(max(-20, min(40, sinceTitle))))
        rows.append(marks.title == nil ? -1 : sinceTitle > 0 ? 1 : 0)
        rows.append(Float(max(-20, min(60, index - marks.firstProse))))
        rows.append(Float(max(-20, min(60, marks.lastProse - index))))
        rows.append(marks.titleMatch[index])
        rows.append(marks.descriptionMatch[index])
        rows.append(marks.hasBody)
        rows.append(marks.bodyMatch[index])
        rows.append(Logarithm.log1p(Float(page.blocks.count)))
        rows.append(Logarithm.log1p(marks.words))
        rows.append(marks.linkCharacters / marks.characters)
        rows.append(marks.articles > 0)
        rows.append(Float(min(marks.articles, 10)))
        rows.append(marks.top.contains(block.node))
        let (above, below) = marks.distance(of: block.node, from: marks.top.lowerBound, tree)
        rows.append(Float(above))
        rows.append(Float(below))
        rows.append(tree.count > 0 ? statistics.sums[statistics.top].good / statistics.goodTotal : 0)
        let half = marks.halves[index]
        rows.append(Float(min(12, half.distance)))
        rows.append(half.density)
        rows.append(Logarithm.log1p(half.wordsPerBlock))
        rows.append(marks.title.map { Float(marks.distance(of: block.node, from: page.blocks[$0].node, tree).above) } ?? -1)
        rows.append(index > 0 && page.blocks[index - 1].tag.isHeading)
    }

    /// Images right before and behind, the run of short blocks around, words a block near by, and the way to the ends of
    /// the element that holds half of the prose.
    private func addNeighbourhood(_ index: Int, to rows: inout FeatureRows) {
        rows.append(min(3, patterns.images(before: index, page)))
        rows.append(index + 1 < page.blocks.count ? min(3, patterns.images(before: index + 1, page)) : 0)
        rows.append(Logarithm.log1p(Float(landmarks.shortRun[index])))
        rows.append(Logarithm.log1p(landmarks.wordsNear[index]))
        let half = landmarks.halves[index]
        rows.append(Float(min(60, index - half.first)))
        rows.append(Float(min(60, half.last - index)))
    }

    private func addSurroundings(of block: PageBlock, to rows: inout FeatureRows) {
        var node = Int(tree.parent[block.node])
        for _ in 0..<4 {
            if node >= 0 {
                let sums = statistics.sums[node]
                rows.append(Logarithm.log1p(sums.characters))
                rows.append(sums.linkCharacters / max(1, sums.characters))
                rows.append(sums.good / statistics.goodTotal)
                rows.append(Logarithm.log1p(sums.blocks))
                rows.append(sums.words / max(1, sums.blocks))
                node = Int(tree.parent[node])
            } else {
                for value: Float in [20, 1, 1, 10, 0] { rows.append(value) }
            }
        }
    }

    private func addNeighbour(_ index: Int, of block: PageBlock, to rows: inout FeatureRows) {
        guard page.blocks.indices.contains(index) else {
            for value: Float in [-1, 0, 0, 0, 0, 0, 0] { rows.append(value) }
            return
        }
        let other = page.blocks[index]
        rows.append(Logarithm.log1p(Float(other.words)))
        rows.append(other.linkDensity)
        rows.append(other.tag.isHeading)
        rows.append(other.tag == .p)
        rows.append(tree.parent[other.node] == tree.parent[block.node])
        rows.append(Logarithm.log1p(Float(other.sentenceEnds)))
        rows.append(shapes[index].functionShare)
    }
}
