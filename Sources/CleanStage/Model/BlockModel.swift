internal import CCleanModel

/// The two models that tell an article's blocks from the rest of a page: the first sees a block and its place, the
/// second also the first one's opinion of the blocks around it (stacking).
package struct BlockModel: Sendable {
    package var first: BoostedTrees
    package var second: BoostedTrees

    package init(first: BoostedTrees, second: BoostedTrees) {
        self.first = first
        self.second = second
    }

    /// The model that ships; `copydesk-train clean` writes it. Nil where it is damaged or made for other features.
    package static func shipped() -> BlockModel? {
        BlockModel(packed: UnsafeRawBufferPointer(start: copydesk_clean_model(), count: Int(copydesk_clean_model_size())))
    }

    /// The chances of a page's blocks.
    func chances(_ table: FeatureTable) -> [Float] {
        let early = first.chances(table.rows, width: FeatureTable.width)
        return second.chances(table.rows(with: early), width: FeatureNames.second.count)
    }
}
