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
        return rows.withUnsafeBufferPointer { rows in
            features.withUnsafeBufferPointer { features in
                thresholds.withUnsafeBufferPointer { thresholds in
                    values.withUnsafeBufferPointer { values in
                        (0..<count).map { row in
                            let offset = row * width
                            var sum = base
                            for tree in 0..<treeCount {
                                var node = 0
                                let first = tree * BoostedTrees.splits
                                for _ in 0..<BoostedTrees.depth {
                                    let isRight = rows[offset + Int(features[first + node])] >= thresholds[first + node]
                                    node = 2 * node + (isRight ? 2 : 1)
                                }
                                sum += values[tree * BoostedTrees.leaves + node - BoostedTrees.splits]
                            }
                            return 1 / (1 + exp(-sum))
                        }
                    }
                }
            }
        }
    }
}

extension BoostedTrees {
    /// Reads a model as ``text(names:)`` writes it. Nil where it is not one, or names an unknown feature.
    package init?(text: String, names: [String]) {
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
        var lines = text.split(separator: "\n")[...]
        guard let first = lines.popFirst(), let base = Float(first) else { return nil }
        self.init(base: base)
        for line in lines {
            let fields = line.split(separator: " ")
            guard fields.count == 2 * BoostedTrees.splits + BoostedTrees.leaves else { return nil }
            for split in 0..<BoostedTrees.splits {
                guard let feature = numbers[String(fields[2 * split])], let threshold = Float(fields[2 * split + 1]) else { return nil }
                features.append(feature)
                thresholds.append(threshold)
            }
            for field in fields[(2 * BoostedTrees.splits)...] {
                guard let value = Float(field) else { return nil }
                values.append(value)
            }
        }
    }

    /// One line a tree: feature name and threshold of each split, level by level, then the leaves.
    package func text(names: [String]) -> String {
        var lines = ["\(base)"]
        for tree in 0..<treeCount {
            var fields: [String] = []
            for split in tree * BoostedTrees.splits..<(tree + 1) * BoostedTrees.splits {
                fields.append(names[Int(features[split])])
                fields.append(BoostedTrees.short(thresholds[split]))
            }
            for leaf in tree * BoostedTrees.leaves..<(tree + 1) * BoostedTrees.leaves { fields.append(BoostedTrees.short(values[leaf])) }
            lines.append(fields.joined(separator: " "))
        }
        return lines.joined(separator: "\n")
    }

    /// Four digits behind the point are more than the training data can tell apart.
    private static func short(_ number: Float) -> String {
        "\((number * 10_000).rounded() / 10_000)"
    }
}
