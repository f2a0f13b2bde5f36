/// Words with a value each, looked for at a place of a text whatever the case of its ASCII letters: what a text holds of a
/// hundred words at the cost of a few comparisons a place.
final class PrefixTable: Sendable {
    /// A word: its first eight bytes, and the steps of eight bytes that the others take.
    private struct Entry {
        var first: Step
        var others: Range<Int32>
        var length: Int32
        var value: UInt32
    }

    private struct Step {
        var bytes: UInt64
        /// Which of the eight bytes are the word's.
        var mask: UInt64

        @inline(__always)
        func holds(for word: UInt64) -> Bool { word & mask == bytes }
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
        for (word, value) in words {
            let capital = word[0] &- 0x61 < 26 ? word[0] & ~0x20 : word[0]
            opens[Int(word[0])] = true
            opens[Int(capital)] = true
            guard word.count == 1 else { continue }
            single[Int(word[0])] |= value
            if capital != word[0] { single[Int(capital)] |= value }
        }
        var entries: [Entry] = []
        var steps: [Step] = []
        var starts = [Int32](repeating: 0, count: PrefixTable.size + 1)
        let hashed = words.filter { $0.word.count >= 2 }.map { (hash: PrefixTable.hash($0.word[0], $0.word[1]), word: $0.word, value: $0.value) }
        for (hash, word, value) in hashed.sorted(by: { $0.hash < $1.hash }) {
            let parts = PrefixTable.steps(of: word)
            let others = Int32(steps.count)..<Int32(steps.count + parts.count - 1)
            entries.append(Entry(first: parts[0], others: others, length: Int32(word.count), value: value))
            steps += parts.dropFirst()
            starts[hash + 1] = Int32(entries.count)
        }
        for hash in 1...PrefixTable.size { starts[hash] = max(starts[hash], starts[hash - 1]) }
        (self.entries, self.steps, self.starts, self.opens, self.single) = (entries, steps, starts, opens, single)
    }

    private static func steps(of word: [UInt8]) -> [Step] {
        stride(from: 0, to: word.count, by: 8).map { start in
            let part = word[start..<min(start + 8, word.count)]
            let bytes = part.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Step(bytes: bytes, mask: part.count == 8 ? .max : (1 << UInt64(8 * part.count)) - 1)
        }
    }

    /// The same for either case of a letter; that other signs share it does no harm.
    @inline(__always)
    private static func hash(_ first: UInt8, _ second: UInt8) -> Int { (Int(first | 0x20) &* 37 &+ Int(second | 0x20)) & (size - 1) }

    /// Calls `body` with the values and lengths of the words that the text has at `start`.
    @inline(__always)
    func forEach(in text: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (_ value: UInt32, _ length: Int) -> Void) {
        let first = text[start]
        guard opens[Int(first)] else { return }
        let alone = single[Int(first)]
        if alone != 0 { body(alone, 1) }
        guard start + 1 < text.count else { return }
        let hash = PrefixTable.hash(first, text[start + 1])
        var index = Int(starts[hash])
        let end = Int(starts[hash + 1])
        guard index < end else { return }
        let word = EightBytes(text, at: start).lowercased.word
        while index < end {
            let entry = entries[index]
            if entry.first.holds(for: word), entry.others.isEmpty || holdsOthers(entry, text, start) { body(entry.value, Int(entry.length)) }
            index += 1
        }
    }

    /// Whether the text has the rest of a word whose first eight bytes it has. Bytes behind its end are 0, which no word has.
    private func holdsOthers(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var place = start
        return steps[Int(entry.others.lowerBound)..<Int(entry.others.upperBound)].allSatisfy { step in
            place += 8
            return step.holds(for: EightBytes(text, at: place).lowercased.word)
        }
    }
}
