/// The model's file, little-endian: ``magic``; the hash of the feature names (8 bytes), so that a model never meets
/// features that it was not trained on; then for either model the count of trees (4), the base (4), and one after the
/// other the features (2 each), thresholds (4) and leaves (4) of all trees.
extension BlockModel {
    static let magic = Array("CDBLOCK1".utf8)

    private static var featureHash: UInt64 {
        let names = Array(FeatureNames.second.joined(separator: " ").utf8)
        return names.withUnsafeBufferPointer { UInt64(bitPattern: Int64(FNV.hash($0))) }
    }

    package func packed() -> [UInt8] {
        var bytes = BlockModel.magic
        func append<Value: FixedWidthInteger>(_ value: Value) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
        append(BlockModel.featureHash)
        for trees in [first, second] {
            append(UInt32(trees.treeCount))
            append(trees.base.bitPattern)
            for feature in trees.features { append(UInt16(feature)) }
            for threshold in trees.thresholds { append(threshold.bitPattern) }
            for value in trees.values { append(value.bitPattern) }
        }
        return bytes
    }

    /// Nil where the bytes are cut short, were made for other features, or name a feature that there is not.
    package init?(packed bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 16, bytes.prefix(8).elementsEqual(BlockModel.magic),
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) == BlockModel.featureHash
        else { return nil }
        var position = 16
        guard let first = BlockModel.trees(bytes, &position, width: FeatureNames.first.count),
            let second = BlockModel.trees(bytes, &position, width: FeatureNames.second.count), position == bytes.count
        else { return nil }
        self.init(first: first, second: second)
    }

    private static func trees(_ bytes: UnsafeRawBufferPointer, _ position: inout Int, width: Int) -> BoostedTrees? {
        func word(_ at: Int) -> UInt32 { UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)) }
        guard bytes.count - position >= 8 else { return nil }
        let count = Int(word(position))
        let splits = count * BoostedTrees.splits
        let leaves = count * BoostedTrees.leaves
        guard count <= 10_000, bytes.count - position - 8 >= splits * 6 + leaves * 4 else { return nil }
        var trees = BoostedTrees(base: Float(bitPattern: word(position + 4)))
        position += 8
        for index in 0..<splits { trees.features.append(Int32(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: position + 2 * index, as: UInt16.self)))) }
        position += 2 * splits
        for index in 0..<splits { trees.thresholds.append(Float(bitPattern: word(position + 4 * index))) }
        position += 4 * splits
        for index in 0..<leaves { trees.values.append(Float(bitPattern: word(position + 4 * index))) }
        position += 4 * leaves
        return trees.features.allSatisfy { Int($0) < width } ? trees : nil
    }
}
