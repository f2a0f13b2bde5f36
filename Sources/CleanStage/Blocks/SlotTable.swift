/// Gives keys small numbers in the order they come, by open addressing: what a dictionary does, without its per-process
/// seed and at a fraction of its cost.
struct SlotTable {
    private var keys: [UInt64]
    private var slots: [Int32]
    private var mask: Int
    private(set) var count = 0

    /// - Parameter capacity: about how many keys will come.
    init(capacity: Int = 64) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// The key's number; a new one where it was not seen before.
    mutating func insert(_ key: UInt64) -> Int {
        var place = start(key)
        while slots[place] >= 0 {
            if keys[place] == key { return Int(slots[place]) }
            place = (place + 1) & mask
        }
        keys[place] = key
        slots[place] = Int32(count)
        count += 1
        if count * 2 > mask { grow() }
        return count - 1
    }

    /// The key's number; nil where it was never inserted.
    func find(_ key: UInt64) -> Int? {
        var place = start(key)
        while slots[place] >= 0 {
            if keys[place] == key { return Int(slots[place]) }
            place = (place + 1) & mask
        }
        return nil
    }

    private func start(_ key: UInt64) -> Int {
        // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the high bits are the well mixed ones.
        let mixed = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & mask
    }

    private mutating func grow() {
        let (oldKeys, oldSlots) = (keys, slots)
        mask = mask * 2 + 1
        keys = [UInt64](repeating: 0, count: mask + 1)
        slots = [Int32](repeating: -1, count: mask + 1)
        for index in oldSlots.indices where oldSlots[index] >= 0 {
            var place = start(oldKeys[index])
            while slots[place] >= 0 { place = (place + 1) & mask }
            keys[place] = oldKeys[index]
            slots[place] = oldSlots[index]
        }
    }
}
