extension FeatureTable {
    /// Where a block stands in its page, and what the page is like.
    func addPlace(_ blocks: [PageBlock], to columns: inout ColumnWriter) {
        let marks = landmarks
        columns.add { Float(marks.depth[blocks[$0].node]) }
        columns.add { Logarithm.log1p(Float($0)) }
        columns.add { Float($0) / Float(blocks.count) }
        columns.add { marks.before[$0] / marks.characters }
        let title = marks.title
        columns.add { index in Float(max(-20, min(40, title.map { index - $0 } ?? 0))) }
        columns.add { index in title.map { index > $0 ? 1 : 0 } ?? -1 }
        columns.add { Float(max(-20, min(60, $0 - marks.firstProse))) }
        columns.add { Float(max(-20, min(60, marks.lastProse - $0))) }
        columns.add { marks.titleMatch[$0] }
        columns.add { marks.descriptionMatch[$0] }
        columns.add(marks.hasBody ? 1 : 0)
        columns.add { marks.bodyMatch[$0] }
        addPage(blocks.count, to: &columns)
        addMainElement(blocks, to: &columns)
        let halves = marks.halves
        columns.add { Float(min(12, halves[$0].distance)) }
        columns.add { halves[$0].density }
        columns.add { Logarithm.log1p(halves[$0].wordsPerBlock) }
        let headline = title.map { blocks[$0].node }
        columns.add { index in headline.map { Float(marks.distance(of: blocks[index].node, from: $0, tree).above) } ?? -1 }
        columns.addFlag { $0 > 0 && blocks[$0 - 1].tag.isHeading }
    }

    /// The same for all blocks of a page.
    private func addPage(_ count: Int, to columns: inout ColumnWriter) {
        columns.add(Logarithm.log1p(Float(count)))
        columns.add(Logarithm.log1p(landmarks.words))
        columns.add(landmarks.linkCharacters / landmarks.characters)
        columns.add(landmarks.articles > 0 ? 1 : 0)
        columns.add(Float(min(landmarks.articles, 10)))
    }

    /// How far a block is from the element that the page's body most likely is.
    private func addMainElement(_ blocks: [PageBlock], to columns: inout ColumnWriter) {
        let top = landmarks.top
        columns.addFlag { top.contains(blocks[$0].node) }
        let distances = blocks.map { landmarks.distance(of: $0.node, from: top.lowerBound, tree) }
        columns.add { Float(distances[$0].above) }
        columns.add { Float(distances[$0].below) }
        columns.add(tree.count > 0 ? statistics.sums[statistics.top].good / statistics.goodTotal : 0)
    }
}
