internal import Glibc

extension BinnedTrees {
    /// Rows that are looked at together.
    typealias Group = SIMD16<Int8>

    /// Trees between looks at which rows are lost.
    private static let stretch = 20
    /// A row whose sum falls below this is not followed on: its chance is below 1.5 %.
    private static let hopeless: Float = -4.2

    /// The chances of all rows of a table.
    /// - Complexity: O(rows × trees).
    func chances(_ table: FeatureColumns) -> [Float] {
        guard table.rowCount > 0 else { return [] }
        var sums = [Float](repeating: base, count: table.groupCount * Group.scalarCount)
        sums.withUnsafeMutableBufferPointer { sums in
            withBins(of: table) { addTrees($0, rows: table.rowCount, to: sums) }
        }
        return sums.prefix(table.rowCount).map(BinnedTrees.chance)
    }

    /// The chance that a sum of trees stands for.
    static func chance(_ sum: Float) -> Float { 1 / (1 + exp(-sum)) }

    /// Adds what all trees say of the rows.
    private func addTrees(_ bins: Bins, rows: Int, to sums: UnsafeMutableBufferPointer<Float>) {
        /// The sums of lost rows when they were lost, else 0: trees go on over rows that share a group with an open one.
        var lost = [Float](repeating: 0, count: rows)
        var open = Array(0..<bins.groups)
        for tree in 0..<treeCount {
            if tree > 0, tree % BinnedTrees.stretch == 0 {
                open.removeAll { group in
                    var isOpen = false
                    for row in group * Group.scalarCount..<min(rows, (group + 1) * Group.scalarCount) where lost[row] == 0 {
                        if sums[row] < BinnedTrees.hopeless { lost[row] = sums[row] } else { isOpen = true }
                    }
                    return !isOpen
                }
            }
            add(tree, bins, open, to: sums)
        }
        for row in 0..<rows where lost[row] != 0 { sums[row] = lost[row] }
    }

    /// The bins of a table: group after group, in each the columns.
    private struct Bins {
        let groups: Int
        let first: UnsafePointer<Group>
    }

    private func withBins(of table: FeatureColumns, _ body: (Bins) -> Void) {
        withUnsafeTemporaryAllocation(of: Group.self, capacity: columns.count * table.groupCount) { bins in
            fill(bins, from: table)
            if let first = bins.baseAddress { body(Bins(groups: table.groupCount, first: first)) }
        }
    }

    /// Cuts the table's numbers into bins, column by column.
    private func fill(_ bins: UnsafeMutableBufferPointer<Group>, from table: FeatureColumns) {
        thresholds.withUnsafeBufferPointer { thresholds in
            for (number, column) in columns.enumerated() {
                table.withGroups(of: column.feature) { values in
                    var place = number
                    for value in values {
                        var bin = SIMD16<Int32>(repeating: Int32(BinnedTrees.lowestBin))
                        for threshold in thresholds[column.thresholds] {
                            let border = FeatureColumns.Group(repeating: threshold)
                            bin = bin.replacing(with: bin &+ 1, where: value .>= border)
                        }
                        bins.initializeElement(at: place, to: Group(truncatingIfNeeded: bin))
                        place += columns.count
                    }
                }
            }
        }
    }

    /// Adds what one tree says of the rows of some groups.
    ///
    /// All its splits are looked at, and each row then takes, level by level, the answers on its way: sixteen times fifteen
    /// comparisons of bytes cost less than sixteen times four that wait for each other.
    private func add(_ tree: Int, _ bins: Bins, _ open: [Int], to sums: UnsafeMutableBufferPointer<Float>) {
        // Bare pointers: every index is a constant below the splits or leaves of a tree, or comes of ``leaf(_:)``, which gives four bits.
        splits.withUnsafeBufferPointer { splits in
            leaves.withUnsafeBufferPointer { leaves in
                guard let splits = splits.baseAddress, let values = leaves.baseAddress, let sums = sums.baseAddress else { return }
                let (asked, value) = (splits + tree * BoostedTrees.splits, values + tree * BoostedTrees.leaves)
                for group in open {
                    let row = UnsafeRawPointer(bins.first + group * columns.count)
                    let leaf = BinnedTrees.leaf { split in
                        let bin = row.load(fromByteOffset: asked[split].offset, as: Group.self)
                        return Group(repeating: 0).replacing(with: -1, where: bin .> asked[split].border)
                    }
                    let sum = sums + group * Group.scalarCount
                    for row in 0..<Group.scalarCount { sum[row] += value[Int(leaf[row])] }
                }
            }
        }
    }

    /// The numbers of the leaves that rows fall into.
    /// - Parameter isRight: which rows go right at a split, all bits set for those that do.
    @inline(__always)
    private static func leaf(_ isRight: (_ split: Int) -> Group) -> Group {
        @inline(__always)
        func choose(_ left: Group, _ right: Group, _ isRight: Group) -> Group { left ^ ((left ^ right) & isRight) }
        let first = isRight(0)
        let second = choose(isRight(1), isRight(2), first)
        let third = choose(choose(isRight(3), isRight(5), first), choose(isRight(4), isRight(6), first), second)
        let fourth = choose(
            choose(choose(isRight(7), isRight(11), first), choose(isRight(9), isRight(13), first), second),
            choose(choose(isRight(8), isRight(12), first), choose(isRight(10), isRight(14), first), second), third)
        return (first & 8) | (second & 4) | (third & 2) | (fourth & 1)
    }
}
