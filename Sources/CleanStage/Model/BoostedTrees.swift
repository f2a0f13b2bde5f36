internal import Glibc

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

    /// The chances of all rows of a table `width` wide.
    package func chances(_ rows: [Float], width: Int) -> [Float] {
        let count = width > 0 ? rows.count / width : 0
        var sums = [Float](repeating: base, count: count)
        /// The rows that are still open.
        var open = Array(0..<Int32(count))
        sums.withUnsafeMutableBufferPointer { sums in
            rows.withUnsafeBufferPointer { rows in
                // Tree by tree: its few numbers stay at hand, and the rows' paths do not wait for each other.
                for tree in 0..<treeCount {
                    if tree > 0, tree % BoostedTrees.stretch == 0 { open.removeAll { sums[Int($0)] < BoostedTrees.hopeless } }
                    add(tree, rows, width: width, open, to: sums)
                }
            }
        }
        return sums.map { 1 / (1 + exp(-$0)) }
    }

    /// Trees between looks at which rows are lost.
    private static let stretch = 20
    /// A row whose sum falls below this is not followed on: its chance is below 1.5 %.
    private static let hopeless: Float = -4.2

    @inline(__always)
    private func add(_ tree: Int, _ rows: UnsafeBufferPointer<Float>, width: Int, _ open: [Int32], to sums: UnsafeMutableBufferPointer<Float>) {
        features.withUnsafeBufferPointer { features in
            thresholds.withUnsafeBufferPointer { thresholds in
                values.withUnsafeBufferPointer { values in
                    let first = tree * BoostedTrees.splits
                    let leaves = tree * BoostedTrees.leaves - BoostedTrees.splits
                    for row in open {
                        let offset = Int(row) * width
                        var node = 0
                        for _ in 0..<BoostedTrees.depth {
                            let isRight = rows[offset + Int(features[first + node])] >= thresholds[first + node]
                            node = 2 * node + (isRight ? 2 : 1)
                        }
                        sums[Int(row)] += values[leaves + node]
                    }
                }
            }
        }
    }
}
