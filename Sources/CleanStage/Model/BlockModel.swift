internal import CCleanModel

/// The two models that tell an article's blocks from the rest of a page: the first sees a block and its place, the
/// second also the first one's opinion of the blocks around it (stacking).
package struct BlockModel: Sendable {
    package let first: BoostedTrees
    package let second: BoostedTrees
    private let early: BinnedTrees
    private let late: BinnedTrees

    package init(first: BoostedTrees, second: BoostedTrees) {
        self.first = first
        self.second = second
        early = BinnedTrees(first)
        late = BinnedTrees(second)
    }

    /// The model that ships; `copydesk-train clean` writes it. Nil where it is damaged or made for other features.
    package static func shipped() -> BlockModel? {
        BlockModel(packed: UnsafeRawBufferPointer(start: copydesk_clean_model(), count: Int(copydesk_clean_model_size())))
    }

    /// What the first model gives less is menu or footer; the second is not asked. It would choose hardly one in ten thousand.
    private static let leastEarly: Float = 0.015

    /// What the first model says of a page's blocks.
    func earlyChances(_ table: FeatureTable) -> [Float] { early.chances(table.columns) }

    /// The chances of a page's blocks.
    func chances(_ table: FeatureTable) -> [Float] {
        var chances = earlyChances(table)
        let likely = chances.indices.filter { chances[$0] >= BlockModel.leastEarly }
        for (row, chance) in zip(likely, late.chances(table.stacked(on: chances, rows: likely))) { chances[row] = chance }
        return chances
    }
}
