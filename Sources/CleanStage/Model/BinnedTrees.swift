/// Boosted trees prepared for many rows at a time: a feature's numbers are first cut at the thresholds that the trees hold
/// against it, so that a split compares single bytes, sixteen rows a step. The decisions are exactly those of the numbers.
///
/// After QuickScorer's and LightGBM's observation that the trees ask few distinct questions (Lucchese et al., "QuickScorer",
/// 2015; Ke et al., "LightGBM", 2017), laid out for the 16-byte registers that every x86-64 and ARM processor has.
struct BinnedTrees: Sendable {
    /// A feature and some of the thresholds held against it, as indices of ``thresholds``.
    struct Column {
        var feature: Int
        var thresholds: Range<Int>
    }

    /// What a split asks.
    struct Split {
        /// The highest bin that goes left, sixteen times.
        var border = SIMD16<Int8>(repeating: 0)
        /// Bytes before its column in a group's bins.
        var offset = 0
    }

    /// A row's bin is the number of a column's thresholds at or below its number, from ``lowestBin`` on.
    static let lowestBin = Int(Int8.min)
    /// More thresholds than a byte can tell apart take another column.
    static let mostThresholds = 255

    let base: Float
    private(set) var columns: [Column] = []
    /// By column, rising.
    private(set) var thresholds: [Float] = []
    /// As in ``BoostedTrees``.
    private(set) var splits: [Split] = []
    let leaves: [Float]

    var treeCount: Int { leaves.count / BoostedTrees.leaves }

    /// - Complexity: O(n log n) of the splits.
    init(_ trees: BoostedTrees) {
        // The loops over rows rely on it.
        precondition(trees.features.count == trees.treeCount * BoostedTrees.splits && trees.thresholds.count == trees.features.count, "trees are complete")
        base = trees.base
        leaves = trees.values
        splits = [Split](repeating: Split(), count: trees.features.count)
        let order = trees.features.indices.sorted { (trees.features[$0], trees.thresholds[$0]) < (trees.features[$1], trees.thresholds[$1]) }
        for split in order {
            add(trees.thresholds[split], of: Int(trees.features[split]))
            let border = BinnedTrees.lowestBin + columns[columns.count - 1].thresholds.count - 1
            splits[split] = Split(border: SIMD16(repeating: Int8(border)), offset: (columns.count - 1) * MemoryLayout<SIMD16<Int8>>.stride)
        }
    }

    /// Makes a threshold the last one of the last column; thresholds come in the order of feature and size.
    private mutating func add(_ threshold: Float, of feature: Int) {
        if let last = columns.last, last.feature == feature {
            if threshold == thresholds[last.thresholds.upperBound - 1] { return }
            if last.thresholds.count < BinnedTrees.mostThresholds {
                thresholds.append(threshold)
                columns[columns.count - 1].thresholds = last.thresholds.lowerBound..<thresholds.count
                return
            }
        }
        thresholds.append(threshold)
        columns.append(Column(feature: feature, thresholds: thresholds.count - 1..<thresholds.count))
    }
}
