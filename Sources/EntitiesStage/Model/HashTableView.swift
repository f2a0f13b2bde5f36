/// A read-only hash table in packed memory: 32-bit keys to rows of a fixed size, by hash and displace.
///
/// Every key finds its slot in two steps: its bucket names a pilot, and key and pilot together name the slot (Belazzougui,
/// Botelho and Dietzfelbinger, "Hash, displace, and compress", ESA 2009). A fingerprint of 16 bits tells known keys from
/// unknown ones; one unknown key in 65,536 is taken for a known one. The pilots and fingerprints of the whole feature
/// table fit a second-level cache, so that unknown features, which are most, cost no main memory.
///
/// `@unchecked Sendable`: points into memory that nobody writes.
package struct HashTableView: @unchecked Sendable {
    /// UInt32 words in front of the pilots: slots, buckets, bytes per row, reserved.
    static let headerWords = 4
    package let slots: UInt32
    private let buckets: UInt32
    private let pilots: UnsafePointer<UInt16>
    private let fingerprints: UnsafePointer<UInt16>
    package let rows: UnsafeRawPointer
    package let rowSize: Int

    /// - Returns: nil where the memory is too short for what its header says.
    init?(_ memory: UnsafeRawBufferPointer, rowSize: Int) {
        guard memory.count >= HashTableView.headerWords * 4, let base = memory.baseAddress else { return nil }
        let header = base.assumingMemoryBound(to: UInt32.self)
        slots = header[0]
        buckets = header[1]
        self.rowSize = rowSize
        guard header[2] == UInt32(rowSize), slots > 0, buckets > 0 else { return nil }
        let pilotsAt = HashTableView.headerWords * 4
        let fingerprintsAt = pilotsAt + Int(buckets) * 2
        let rowsAt = HashTableView.aligned(fingerprintsAt + Int(slots) * 2)
        guard memory.count >= rowsAt + Int(slots) * rowSize else { return nil }
        pilots = (base + pilotsAt).assumingMemoryBound(to: UInt16.self)
        fingerprints = (base + fingerprintsAt).assumingMemoryBound(to: UInt16.self)
        rows = base + rowsAt
    }

    /// Rows start at a multiple of 16 bytes, which vector loads like.
    static func aligned(_ offset: Int) -> Int { (offset + 15) & ~15 }

    @inline(__always)
    static func bucket(_ key: UInt32, of buckets: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(key &* 0x9E37_79B1) &* UInt64(buckets)) >> 32)
    }

    @inline(__always)
    static func slot(_ key: UInt32, pilot: UInt16, of slots: UInt32) -> Int {
        // Odd constants from the golden ratio and from SplitMix64; any that mix well would do.
        let mixed = UInt64(key ^ (UInt32(pilot) &* 0x85EB_CA6B)) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: ((mixed >> 32) &* UInt64(slots)) >> 32)
    }

    @inline(__always)
    static func fingerprint(_ key: UInt32) -> UInt16 {
        UInt16(truncatingIfNeeded: key)
    }

    /// The row of a key; nil when the table does not hold it.
    ///
    /// - Complexity: O(1), no allocation.
    @inline(__always)
    package func row(_ key: UInt32) -> UnsafeRawPointer? {
        let slot = HashTableView.slot(key, pilot: pilots[HashTableView.bucket(key, of: buckets)], of: slots)
        return fingerprints[slot] == HashTableView.fingerprint(key) ? rows + slot &* rowSize : nil
    }

    /// The number of the row that a key would have, and how many rows the key has: one or none.
    ///
    /// A number and not a `Bool`, of which compilers make a branch: it would be guessed wrong for every third feature, and
    /// known to be wrong only after the fingerprint has come from the second-level cache.
    @inline(__always)
    func slot(_ key: UInt32) -> (slot: UInt32, rows: Int) {
        let slot = HashTableView.slot(key, pilot: pilots[HashTableView.bucket(key, of: buckets)], of: slots)
        let difference = UInt32(fingerprints[slot] ^ HashTableView.fingerprint(key))
        return (UInt32(truncatingIfNeeded: slot), Int((difference &- 1) >> 31))
    }
}
