/// An immutable hash table from words to numbers (flags, counts): what a stage knows of a language's words.
///
/// Shared by all threads. Words are known by ``WordHash`` alone; two words in 2⁶⁴ are taken for one another.
public struct WordTable: Sendable {
    private let keys: [UInt64]
    private let values: [UInt32]
    private let mask: Int

    /// - Parameter entries: hash and value; the values of one hash are joined (bitwise or).
    /// - Complexity: O(entries).
    public init(_ entries: some Sequence<(hash: UInt64, value: UInt32)>) {
        var joined: [UInt64: UInt32] = [:]
        for entry in entries { joined[entry.hash, default: 0] |= entry.value }
        // A quarter full at most: nearly every search ends in the slot it starts in.
        var slots = 16
        while slots < joined.count * 4 { slots *= 2 }
        var keys = [UInt64](repeating: 0, count: slots)
        var values = [UInt32](repeating: 0, count: slots)
        for (hash, value) in joined.sorted(by: { $0.key < $1.key }) {
            var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (slots - 1) }
            keys[slot] = hash
            values[slot] = value
        }
        self.keys = keys
        self.values = values
        mask = slots - 1
    }

    /// From lists of words between blanks.
    public init(lists: [(words: String, value: UInt32)]) {
        self.init(lists.flatMap { list in
            list.words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { (hash: WordHash.folded(String($0)), value: list.value) }
        })
    }

    /// The value of the word with this hash; 0 where it is not in the table.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    public subscript(hash: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash { return values[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }
}
