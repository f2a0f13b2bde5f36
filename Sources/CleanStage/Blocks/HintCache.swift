import StageKit

/// The hints of a page's names, each name looked into once: pages repeat theirs hundreds of times.
struct HintCache {
    private var names = HashIndex(capacity: 256)
    private var hints: [Hint] = []

    /// Longer names are read up to here, in bytes.
    private static let mostBytes = 400

    /// The hints of the name at `range` of `bytes`.
    mutating func find(_ bytes: [UInt8], _ range: Range<Int>) -> Hint {
        bytes.withUnsafeBufferPointer { bytes in
            let name = UnsafeBufferPointer(rebasing: bytes[range])
            return find(name, hash: ByteHash.hash(name))
        }
    }

    /// The hints of a name.
    /// - Parameter hash: of the name, by ``ByteHash``.
    mutating func find(_ name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Hint {
        let slot = names.number(of: hash)
        if slot == hints.count { hints.append(Hint.find(in: UnsafeBufferPointer(rebasing: name.prefix(HintCache.mostBytes)))) }
        return hints[slot]
    }
}
