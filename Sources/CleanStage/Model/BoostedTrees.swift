/// A sum of small decision trees (gradient boosting; Friedman, "Greedy function approximation", 2001) that gives the
/// chance that a block belongs to the article.
///
/// Every tree is complete: ``depth`` levels of splits, then leaves, stored level by level.
package struct BoostedTrees: Sendable {
    package static let depth = 4
    static let splits = (1 << depth) - 1
    static let leaves = 1 << depth

    package var base: Float
    /// The feature of each split, ``splits`` a tree.
    package var features: [Int32]
    /// A row goes left where its feature is below this.
    package var thresholds: [Float]
    /// ``leaves`` a tree.
    package var values: [Float]

    package init(base: Float, features: [Int32] = [], thresholds: [Float] = [], values: [Float] = []) {
        self.base = base
        self.features = features
        self.thresholds = thresholds
        self.values = values
    }

    package var treeCount: Int { values.count / BoostedTrees.leaves }

    /// The chances of all rows of a table `width` wide. The shipped model keeps its trees prepared; see ``BinnedTrees``.
    package func chances(_ rows: [Float], width: Int) -> [Float] {
        BinnedTrees(self).chances(FeatureColumns(rows, width: width))
    }
}
