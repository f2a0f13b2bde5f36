import Testing

@testable import CleanStage

@Suite struct BlockModelTests {
    /// A tree that splits on `feature` at 0.5 at its root and sends all rows right below.
    private func stump(_ feature: Int, low: Float, high: Float) -> BoostedTrees {
        var trees = BoostedTrees(base: 0.25)
        trees.features = [Int32(feature)] + [Int32](repeating: 0, count: BoostedTrees.splits - 1)
        trees.thresholds = [0.5] + [Float](repeating: -Float.greatestFiniteMagnitude, count: BoostedTrees.splits - 1)
        trees.values = [Float](repeating: low, count: BoostedTrees.leaves / 2) + [Float](repeating: high, count: BoostedTrees.leaves / 2)
        return trees
    }

    @Test func rowsGoLeftBelowTheThreshold() {
        let chances = stump(1, low: -3, high: 3).chances([9, 0.49, 9, 0.5], width: 2)
        #expect(chances[0] < 0.1)
        #expect(chances[1] > 0.9)
    }

    @Test func packingKeepsEveryNumber() throws {
        let model = BlockModel(first: stump(3, low: -1.25, high: 0.75), second: stump(FeatureNames.second.count - 1, low: 0.1, high: 2))
        let copy = try #require(model.packed().withUnsafeBytes { BlockModel(packed: $0) })
        for (one, other) in [(model.first, copy.first), (model.second, copy.second)] {
            #expect(one.base == other.base)
            #expect(one.features == other.features)
            #expect(one.thresholds == other.thresholds)
            #expect(one.values == other.values)
        }
    }

    @Test func everyCutOrForeignFileIsRefused() {
        let packed = BlockModel(first: stump(3, low: -1, high: 1), second: stump(4, low: -1, high: 1)).packed()
        for count in packed.indices { #expect(packed.prefix(count).withUnsafeBytes { BlockModel(packed: $0) } == nil) }
        var other = packed
        other[9] ^= 1
        #expect(other.withUnsafeBytes { BlockModel(packed: $0) } == nil, "made for other features")
        #expect((packed + [0]).withUnsafeBytes { BlockModel(packed: $0) } == nil)
    }

    @Test func aFeatureThatThereIsNotIsRefused() {
        let model = BlockModel(first: stump(FeatureNames.first.count, low: 0, high: 0), second: stump(0, low: 0, high: 0))
        #expect(model.packed().withUnsafeBytes { BlockModel(packed: $0) } == nil)
    }

    @Test func theShippedModelFitsTheFeatures() throws {
        let model = try #require(BlockModel.shipped())
        #expect(model.first.treeCount > 50)
        #expect(model.second.treeCount > 50)
    }

    @Test func tablesAreAsWideAsTheirNames() throws {
        let analysis = try Pages.analysis(Pages.harbour)
        let count = analysis.page.blocks.count
        #expect(count > 20)
        #expect(analysis.features.count == count * FeatureNames.first.count)
        #expect(analysis.features(with: [Float](repeating: 0.5, count: count)).count == count * FeatureNames.second.count)
        #expect(analysis.features.allSatisfy { $0.isFinite })
        #expect(Set(FeatureNames.second).count == FeatureNames.second.count)
    }
}
