import StageKit

/// The hints of a page's names, each name looked into once: pages repeat theirs hundreds of times.
struct HintCache {
    private var names = HashIndex(capacity: 256)
    private var hints: [Hint] = []

    /// Longer names are read up to here, in bytes.
    private static let mostBytes = 400

    /// The hints of the name at `range` of `bytes`.
    mutating func find(_ bytes: [UInt8], _ range: Range<Int>) -> Hint {
        let key = bytes.withUnsafeBufferPointer { ByteHash.hash(UnsafeBufferPointer(rebasing: $0[range])) }
        let slot = names.number(of: key)
        if slot == hints.count { hints.append(Hint.find(in: bytes[range].prefix(HintCache.mostBytes))) }
        return hints[slot]
    }
}
