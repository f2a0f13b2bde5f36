/// The features of all blocks of a page, a row a block, in the order of ``FeatureNames``.
struct FeatureTable {
    private(set) var columns: FeatureColumns

    let tree: PageTree
    let page: PageBlocks
    let statistics: PageStatistics
    let patterns: NodePatterns
    let phrases: [Phrases]
    let shapes: [TextShape]
    let landmarks: PageLandmarks
    let marks: [SectionMarks]

    /// - Complexity: O(blocks × depth + text).
    init(_ tree: PageTree, _ page: PageBlocks, _ statistics: PageStatistics, _ evidence: TextEvidence) {
        self.tree = tree
        self.page = page
        self.statistics = statistics
        (phrases, shapes) = page.bytes.withUnsafeBufferPointer { bytes in
            let texts = page.blocks.map { UnsafeBufferPointer(rebasing: bytes[$0.text]) }
            return (texts.map { Phrases.find(in: $0) }, texts.map { TextShape($0) })
        }
        patterns = NodePatterns(tree, page, shapes)
        landmarks = PageLandmarks(tree, page, statistics, evidence)
        marks = SectionMarks.find(page, phrases, isProse: landmarks.isProse)
        columns = FeatureColumns(rows: 0, width: 0) { _ in }
        // A constant: capturing the value being made would copy it for every column.
        let table = self
        columns = FeatureColumns(rows: page.blocks.count, width: FeatureNames.first.count) { table.write(to: &$0) }
    }

    var hasBody: Bool { landmarks.hasBody }
    func bodyMatch(_ index: Int) -> Float { landmarks.bodyMatch[index] }
    /// Whether a block is the title, letter for letter.
    func isTitle(_ index: Int) -> Bool { landmarks.titleMatch[index] == 1 }

    private func write(to columns: inout ColumnWriter) {
        let blocks = page.blocks
        let text = addText(blocks, to: &columns)
        columns.add { landmarks.repeats[$0] }
        let element = addElement(blocks, to: &columns)
        addPlace(blocks, to: &columns)
        patterns.addFeatures(blocks, goodTotal: statistics.goodTotal, to: &columns)
        addMarks(to: &columns)
        addNeighbourhood(to: &columns)
        addSurroundings(blocks, to: &columns)
        columns.add(bits: blocks.map(\.context), BlockContext.names.count)
        columns.add(bits: blocks.map(\.nearHints), Hint.names.count)
        columns.add(bits: blocks.map(\.allHints), Hint.names.count)
        columns.add(bits: phrases, Phrases.names.count)
        columns.add(bits: marks.map(\.heading), Phrases.names.count)
        for offset in [-2, -1, 1, 2] { addNeighbour(offset, blocks, text, element, to: &columns) }
    }

    /// Blocks since the marks above.
    private func addMarks(to columns: inout ColumnWriter) {
        columns.add { Float(marks[$0].sinceHeading) }
        columns.add { Float(marks[$0].sinceComments) }
        columns.add { Float(marks[$0].sinceRelated) }
        columns.add { Float(marks[$0].sinceSubscription) }
        columns.add { Float(marks[$0].sinceProse) }
    }

    /// Images right before and behind, the run of short blocks around, words a block near by, and the way to the ends of
    /// the element that holds half of the prose.
    private func addNeighbourhood(to columns: inout ColumnWriter) {
        let images = columns.add { min(3, patterns.images(before: $0, page)) }
        columns.add(images, of: 1, outside: 0)
        columns.add { Logarithm.log1p(Float(landmarks.shortRun[$0])) }
        columns.add { Logarithm.log1p(landmarks.wordsNear[$0]) }
        let halves = landmarks.halves
        columns.add { Float(min(60, $0 - halves[$0].first)) }
        columns.add { Float(min(60, halves[$0].last - $0)) }
    }
}
