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

    /// What the first model gives less is menu or footer; the second is not asked. It would choose hardly one in ten thousand.
    private static let leastEarly: Float = 0.015

    /// The chances of a page's blocks.
    func chances(_ table: FeatureTable) -> [Float] {
        let early = first.chances(table.rows, width: FeatureTable.width)
        let late = second.chances(table.rows(with: early, least: BlockModel.leastEarly), width: FeatureNames.second.count)
        var next = 0
        return early.map { chance in
            guard chance >= BlockModel.leastEarly else { return chance }
            next += 1
            return late[next - 1]
        }
    }
}
