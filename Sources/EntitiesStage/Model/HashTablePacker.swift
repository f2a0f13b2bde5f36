/// Packs a hash table as ``HashTableView`` reads it.
package enum HashTablePacker {
    /// Slots per key: a little room lets the last buckets find a free slot in few trials.
    private static let slack = 1.02
    private static let keysPerBucket = 4

    /// - Parameters:
    ///   - keys: distinct.
    ///   - row: the bytes of the key at an index, each of `rowSize`.
    /// - Returns: the packed table; nil when no pilot could be found, which is out of the question for distinct keys
    ///   whose buckets' slots differ.
    /// - Complexity: O(keys), expected.
    package static func pack(keys: [UInt32], rowSize: Int, row: (Int) -> [UInt8]) -> [UInt8]? {
        var slots = UInt32(Double(keys.count) * slack) + 8
        for _ in 0..<8 {
            if let packed = attempt(keys: keys, slots: slots, rowSize: rowSize, row: row) { return packed }
            slots += slots / 50 + 1
        }
        return nil
    }

    private static func attempt(keys: [UInt32], slots: UInt32, rowSize: Int, row: (Int) -> [UInt8]) -> [UInt8]? {
        let buckets = UInt32(keys.count / keysPerBucket + 1)
        var members: [[Int]] = Array(repeating: [], count: Int(buckets))
        for (index, key) in keys.enumerated() {
            members[HashTableView.bucket(key, of: buckets)].append(index)
        }
        var pilots: [UInt16] = Array(repeating: 0, count: Int(buckets))
        var owner: [Int32] = Array(repeating: -1, count: Int(slots))
        // Full buckets first, while there is room.
        let order = members.indices.sorted { (members[$0].count, $1) > (members[$1].count, $0) }
        for bucket in order where !members[bucket].isEmpty {
            var placed = false
            for pilot in UInt16.min...UInt16.max {
                let wanted = members[bucket].map { HashTableView.slot(keys[$0], pilot: pilot, of: slots) }
                guard wanted.allSatisfy({ owner[$0] < 0 }), Set(wanted).count == wanted.count else { continue }
                for (slot, member) in zip(wanted, members[bucket]) { owner[slot] = Int32(member) }
                pilots[bucket] = pilot
                placed = true
                break
            }
            guard placed else { return nil }
        }
        var bytes: [UInt8] = []
        for word in [slots, buckets, UInt32(rowSize), 0] { bytes.append(littleEndian: word) }
        for pilot in pilots { bytes.append(littleEndian: pilot) }
        for slot in owner {
            // A free slot gets a fingerprint that is as good as any: its row is all zero.
            bytes.append(littleEndian: slot < 0 ? UInt16(0) : HashTableView.fingerprint(keys[Int(slot)]))
        }
        while bytes.count != HashTableView.aligned(bytes.count) { bytes.append(0) }
        for slot in owner {
            bytes += slot < 0 ? Array(repeating: 0, count: rowSize) : row(Int(slot))
        }
        return bytes
    }
}

extension [UInt8] {
    package mutating func append(littleEndian word: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
    }
}
