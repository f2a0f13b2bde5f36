/// Numbers 64-bit keys 0, 1, 2 … in the order in which they are first seen: an open-addressing table that a worker
/// keeps from article to article, so that the inner loops neither allocate nor hash with SipHash.
///
/// A value: each worker has its own.
public struct HashIndex: Sendable {
    @usableFromInline var keys: [UInt64]
    @usableFromInline var values: [Int32]
    @usableFromInline var mask: Int
    /// How many keys have a number.
    public var count: Int { used }
    @usableFromInline var used = 0

    /// Slots of an empty table; an article of average length fits without growing.
    private static let leastSlots = 2048

    public init() {
        self.init(slots: HashIndex.leastSlots)
    }

    /// - Parameter capacity: about how many keys will come.
    public init(capacity: Int) {
        var slots = 16
        while slots < capacity * 2 { slots *= 2 }
        self.init(slots: slots)
    }

    /// - Parameter slots: a power of two.
    private init(slots: Int) {
        mask = slots - 1
        keys = Array(repeating: 0, count: slots)
        values = Array(repeating: -1, count: slots)
    }

    /// Forgets every key. A table that one huge article has grown is given back.
    public mutating func removeAll() {
        used = 0
        if mask + 1 > HashIndex.leastSlots * 8 {
            self = HashIndex()
        } else {
            for slot in 0...mask { values[slot] = -1 }
        }
    }

    /// The number of `key`, a new one when it has none yet.
    ///
    /// - Complexity: O(1) on average.
    @inlinable public mutating func number(of key: UInt64) -> Int {
        var slot = HashIndex.mix(key) & mask
        while values[slot] >= 0 {
            if keys[slot] == key { return Int(values[slot]) }
            slot = (slot + 1) & mask
        }
        keys[slot] = key
        values[slot] = Int32(used)
        used += 1
        if used * 2 > mask { grow() }
        return used - 1
    }

    /// The number of `key`; nil when it was never seen.
    @inlinable public func existingNumber(of key: UInt64) -> Int? {
        var slot = HashIndex.mix(key) & mask
        while values[slot] >= 0 {
            if keys[slot] == key { return Int(values[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    @usableFromInline mutating func grow() {
        let oldKeys = keys
        let oldValues = values
        mask = mask * 2 + 1
        keys = Array(repeating: 0, count: mask + 1)
        values = Array(repeating: -1, count: mask + 1)
        for (key, value) in zip(oldKeys, oldValues) where value >= 0 {
            var slot = HashIndex.mix(key) & mask
            while values[slot] >= 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = value
        }
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014), for keys whose low bits are not random.
    @inlinable static func mix(_ key: UInt64) -> Int {
        var mixed = (key ^ (key >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int(truncatingIfNeeded: mixed ^ (mixed >> 31))
    }
}
