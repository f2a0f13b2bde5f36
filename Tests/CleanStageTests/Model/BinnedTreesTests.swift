import SeededRandom
import Testing

@testable import CleanStage

@Suite struct BinnedTreesTests {
    /// The plain way through the trees: row by row, number by number.
    private func plainSum(_ trees: BoostedTrees, _ row: ArraySlice<Float>) -> Float {
        (0..<trees.treeCount).reduce(trees.base) { sum, tree in
            var node = 0
            for _ in 0..<BoostedTrees.depth {
                let split = tree * BoostedTrees.splits + node
                node = 2 * node + (row[row.startIndex + Int(trees.features[split])] >= trees.thresholds[split] ? 2 : 1)
            }
            return sum + trees.values[tree * BoostedTrees.leaves + node - BoostedTrees.splits]
        }
    }

    private func randomTrees(_ count: Int, features: Int, thresholds: Int, _ random: inout SplitMix64) -> BoostedTrees {
        var trees = BoostedTrees(base: 0.5)
        for _ in 0..<count * BoostedTrees.splits {
            trees.features.append(Int32.random(in: 0..<Int32(features), using: &random))
            trees.thresholds.append(Float(Int.random(in: 0..<thresholds, using: &random)))
        }
        for _ in 0..<count * BoostedTrees.leaves { trees.values.append(Float.random(in: -0.1...0.1, using: &random)) }
        return trees
    }

    /// Three thresholds fall on numbers that occur; six hundred take a feature more than one column.
    @Test(arguments: [(1, 3), (15, 3), (16, 40), (17, 600), (100, 600)], [UInt64(1), 2])
    func everyRowFallsIntoTheSameLeavesAsNumberByNumber(_ shape: (rows: Int, thresholds: Int), _ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let trees = randomTrees(shape.thresholds > 100 ? 200 : 30, features: 3, thresholds: shape.thresholds, &random)
        let table = (0..<shape.rows * 3).map { _ in Float(Int.random(in: -1...shape.thresholds, using: &random)) }
        let sums = (0..<shape.rows).map { plainSum(trees, table[$0 * 3..<$0 * 3 + 3]) }
        #expect(sums.allSatisfy { $0 > -4 }, "no row is lost before its end (seed \(seed))")
        #expect(trees.chances(table, width: 3) == sums.map { BinnedTrees.chance($0) }, "seed \(seed)")
    }

    @Test func aLostRowKeepsTheSumItWasLostWith() {
        var trees = BoostedTrees(base: 0)
        for _ in 0..<60 {
            trees.features += [Int32](repeating: 0, count: BoostedTrees.splits)
            trees.thresholds += [0.5] + [Float](repeating: -.greatestFiniteMagnitude, count: BoostedTrees.splits - 1)
            trees.values += [Float](repeating: -1, count: BoostedTrees.leaves / 2) + [Float](repeating: 0.25, count: BoostedTrees.leaves / 2)
        }
        // Lost after the first twenty trees, though its group goes on for the other row's sake.
        #expect(trees.chances([0, 1], width: 1) == [BinnedTrees.chance(-20), BinnedTrees.chance(15)])
    }

    @Test func anEmptyTableHasNoChances() {
        #expect(BoostedTrees(base: 1).chances([], width: 3).isEmpty)
        #expect(BoostedTrees(base: 0).chances([1, 2], width: 1) == [0.5, 0.5])
    }

    @Test func columnsGiveTheRowsTheyWereMadeOf() {
        let rows = (0..<34).map { Float($0) }
        #expect(FeatureColumns(rows, width: 2).rows == rows)
    }
}
