/// Words with a small number each, looked up by their bytes without making a string.
///
/// Open addressing over 64-bit keys; a key stands for the word with ASCII letters in lower case. With a few
/// thousand words the chance that any two share a key is below 10⁻¹².
struct WordTable: Sendable {
    private var keys: [UInt64]
    private var values: [Int8]
    private let mask: Int

    /// - Parameter capacity: how many words will be added at most.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 3 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: 0, count: size)
        mask = size - 1
    }

    /// Adds words that white space separates; a word that is there already keeps its first value.
    mutating func add(_ words: StaticString, _ value: Int8) {
        words.withUTF8Buffer { bytes in
            var start = 0
            for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
                if index > start { insert(WordTable.key(bytes, start..<index), value) }
                start = index + 1
            }
        }
    }

    private mutating func insert(_ key: UInt64, _ value: Int8) {
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return }
            slot = (slot + 1) & mask
        }
        keys[slot] = key
        values[slot] = value
    }

    /// The word's number; nil when it is not in the table.
    ///
    /// - Complexity: O(length of the word).
    func value(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int8? {
        let key = WordTable.key(bytes, range)
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// FNV-1a (Fowler, Noll, Vo) over the folded bytes, its high half mixed into the low one; never 0.
    @inline(__always)
    private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range {
            let byte = bytes[index]
            let isUpper = byte &- 0x41 < 26
            hash = (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        }
        return (hash ^ hash >> 32) | 1
    }
}
