/// The two models that tell an article's blocks from the rest of a page: the first sees a block and its place, the
/// second also the first one's opinion of the blocks around it (stacking).
package struct BlockModel: Sendable {
    package var first: BoostedTrees
    package var second: BoostedTrees

    package init(first: BoostedTrees, second: BoostedTrees) {
        self.first = first
        self.second = second
    }

    /// The model that ships; `copydesk-train clean` writes it. Nil where its text is damaged.
    package static func shipped() -> BlockModel? {
        guard let first = BoostedTrees(text: ShippedBlockModel.first, names: FeatureNames.first),
            let second = BoostedTrees(text: ShippedBlockModel.second, names: FeatureNames.second)
        else { return nil }
        return BlockModel(first: first, second: second)
    }

    /// The chances of a page's blocks.
    func chances(_ table: FeatureTable) -> [Float] {
        let early = first.chances(table.rows, width: FeatureTable.width)
        return second.chances(table.rows(with: early), width: FeatureNames.second.count)
    }
}
