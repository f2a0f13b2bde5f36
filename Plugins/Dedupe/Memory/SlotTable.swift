/// Finds slots by a 64-bit key: a hash table with open addressing that holds nothing but the slots' numbers and eight bits of
/// each key, four bytes in all. Keys stay where the slots are; whoever asks knows how to get at them. Several slots may have one key.
struct SlotTable {
    /// A slot's number is below this.
    static let mostSlots = 1 << 24 - 1
    private static let tagShift: UInt32 = 24
    private static let slotMask: UInt32 = 1 << tagShift - 1

    /// The key's tag in the upper byte, the slot's number plus one below; 0 where nothing is.
    private var places: [UInt32]
    private(set) var count = 0

    init(capacity: Int = 0) {
        places = [UInt32](repeating: 0, count: SlotTable.size(for: capacity))
    }

    /// Room for `capacity` slots with a fifth of it left free: probing stays short.
    private static func size(for capacity: Int) -> Int { max(8, capacity + capacity / 4 + 1) }

    /// Bytes held.
    var bytes: Int { places.count * MemoryLayout<UInt32>.stride }

    @inline(__always)
    private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) << tagShift }

    /// Where a key's search begins: the hash's upper bits, scaled (Lemire 2019).
    @inline(__always)
    private func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(places.count)).high) }

    @inline(__always)
    private func next(_ place: Int) -> Int { place &+ 1 == places.count ? 0 : place &+ 1 }

    /// Calls `body` with slots of this key, and seldom (in one of 256 comparisons) with one of another.
    ///
    /// - Parameter body: answers whether to go on.
    @inline(__always)
    func forEachCandidate(_ key: UInt64, _ body: (Int) -> Bool) {
        let hash = Mixer.mix(key)
        let tag = SlotTable.tag(hash)
        var place = home(hash)
        while places[place] != 0 {
            if places[place] & ~SlotTable.slotMask == tag, !body(Int(places[place] & SlotTable.slotMask) - 1) { return }
            place = next(place)
        }
    }

    /// - Parameter keyOf: the key of a slot that is in the table.
    mutating func insert(_ slot: Int, key: UInt64, keyOf: (Int) -> UInt64) {
        if SlotTable.size(for: count + 1) > places.count { grow(keyOf) }
        put(UInt32(slot + 1) | SlotTable.tag(Mixer.mix(key)), at: home(Mixer.mix(key)))
        count += 1
    }

    /// - Parameter keyOf: the key of a slot that is in the table, `slot` too.
    mutating func remove(_ slot: Int, key: UInt64, keyOf: (Int) -> UInt64) {
        var hole = home(Mixer.mix(key))
        while places[hole] & SlotTable.slotMask != UInt32(slot + 1) {
            guard places[hole] != 0 else { return }
            hole = next(hole)
        }
        count -= 1
        // Backward shift (Knuth, The Art of Computer Programming 3, 6.4, algorithm R): what follows and could stand in the
        // hole moves there, so that no search ends too early.
        var place = hole
        while true {
            place = next(place)
            guard places[place] != 0 else { break }
            let home = home(Mixer.mix(keyOf(Int(places[place] & SlotTable.slotMask) - 1)))
            let mayStay = hole <= place ? hole < home && home <= place : hole < home || home <= place
            guard !mayStay else { continue }
            places[hole] = places[place]
            hole = place
        }
        places[hole] = 0
    }

    private mutating func put(_ entry: UInt32, at home: Int) {
        var place = home
        while places[place] != 0 { place = next(place) }
        places[place] = entry
    }

    private mutating func grow(_ keyOf: (Int) -> UInt64) {
        // By half: doubling would leave half of it empty for long.
        let old = places
        places = [UInt32](repeating: 0, count: SlotTable.size(for: (count + 1) * 3 / 2))
        for entry in old where entry != 0 { put(entry, at: home(Mixer.mix(keyOf(Int(entry & SlotTable.slotMask) - 1)))) }
    }
}
