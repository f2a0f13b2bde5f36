/// Words with a value each, looked for at a place of a text whatever the case of its ASCII letters: what a text holds of a
/// hundred words at the cost of a few comparisons a place.
final class PrefixTable: Sendable {
    /// Words are compared eight bytes a step; these are `count` steps from `first` on.
    private struct Entry {
        var first: Int32
        var steps: Int32
        var length: Int32
        var value: UInt32
    }

    private struct Step {
        var bytes: UInt64
        /// Which of the eight bytes are the word's.
        var mask: UInt64
    }

    private static let size = 4096

    private let entries: [Entry]
    private let steps: [Step]
    /// By hash of two bytes: where the entries start; those of the next hash end them.
    private let starts: [Int32]
    /// By byte, in either case: whether a word begins with it, and the value of the word that is this byte alone.
    private let opens: [Bool]
    private let single: [UInt32]

    /// - Parameter words: in lower case, none empty.
    init(_ words: [(word: [UInt8], value: UInt32)]) {
        var opens = [Bool](repeating: false, count: 256)
        var single = [UInt32](repeating: 0, count: 256)
        var byHash = [[(word: [UInt8], value: UInt32)]](repeating: [], count: PrefixTable.size)
        for (word, value) in words {
            let capital = word[0] &- 0x61 < 26 ? word[0] & ~0x20 : word[0]
            for first in Set([word[0], capital]) {
                opens[Int(first)] = true
                if word.count == 1 { single[Int(first)] |= value }
            }
            if word.count >= 2 { byHash[PrefixTable.hash(UInt64(word[0]) | UInt64(word[1]) << 8)].append((word, value)) }
        }
        var entries: [Entry] = []
        var steps: [Step] = []
        var starts: [Int32] = [0]
        for words in byHash {
            for (word, value) in words {
                let parts = PrefixTable.steps(of: word)
                entries.append(Entry(first: Int32(steps.count), steps: Int32(parts.count), length: Int32(word.count), value: value))
                steps += parts
            }
            starts.append(Int32(entries.count))
        }
        (self.entries, self.steps, self.starts, self.opens, self.single) = (entries, steps, starts, opens, single)
    }

    private static func steps(of word: [UInt8]) -> [Step] {
        stride(from: 0, to: word.count, by: 8).map { start in
            let part = word[start..<min(start + 8, word.count)]
            let bytes = part.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Step(bytes: bytes, mask: part.count == 8 ? .max : (1 << UInt64(8 * part.count)) - 1)
        }
    }

    /// Of the two lowest bytes.
    private static func hash(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word & 0xFF) &* 37 &+ (word >> 8 & 0xFF)) & (size - 1)
    }

    /// Calls `body` with the values and lengths of the words that the text has at `start`.
    @inline(__always)
    func forEach(in text: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (_ value: UInt32, _ length: Int) -> Void) {
        guard opens[Int(text[start])] else { return }
        let alone = single[Int(text[start])]
        if alone != 0 { body(alone, 1) }
        let word = EightBytes(text, at: start).lowercased.word
        let hash = PrefixTable.hash(word)
        var index = Int(starts[hash])
        let end = Int(starts[hash + 1])
        while index < end {
            let entry = entries[index]
            if holds(entry, word, text, start) { body(entry.value, Int(entry.length)) }
            index += 1
        }
    }

    /// - Parameter word: the first eight bytes at `start`; bytes behind the end are 0, which no word has.
    @inline(__always)
    private func holds(_ entry: Entry, _ word: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let first = steps[Int(entry.first)]
        guard word & first.mask == first.bytes else { return false }
        for number in 1..<max(1, Int(entry.steps)) {
            let step = steps[Int(entry.first) + number]
            guard EightBytes(text, at: start + 8 * number).lowercased.word & step.mask == step.bytes else { return false }
        }
        return true
    }
}
