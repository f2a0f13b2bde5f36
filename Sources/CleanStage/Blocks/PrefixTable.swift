/// Words with a value each, found by their first two bytes: what a text holds of a hundred words at the cost of a few
/// comparisons a place.
struct PrefixTable: Sendable {
    private struct Entry {
        var start: Int32
        var count: Int32
        var value: UInt32
    }

    private static let size = 4096

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// By hash of two bytes: where the entries start; those of the next hash end them.
    private var starts = [Int32](repeating: 0, count: PrefixTable.size + 1)

    /// - Parameter words: each of two bytes or more.
    init(_ words: [(word: [UInt8], value: UInt32)]) {
        var byHash = [[Int]](repeating: [], count: PrefixTable.size)
        for (index, entry) in words.enumerated() where entry.word.count >= 2 { byHash[PrefixTable.hash(entry.word[0], entry.word[1])].append(index) }
        for hash in byHash.indices {
            for index in byHash[hash] {
                entries.append(Entry(start: Int32(bytes.count), count: Int32(words[index].word.count), value: words[index].value))
                bytes += words[index].word
            }
            starts[hash + 1] = Int32(entries.count)
        }
    }

    private static func hash(_ first: UInt8, _ second: UInt8) -> Int { (Int(first) &* 37 &+ Int(second)) & (size - 1) }

    /// Calls `body` with the words that begin with these two bytes.
    @inline(__always)
    func forEach(_ first: UInt8, _ second: UInt8, _ body: (_ word: UnsafeBufferPointer<UInt8>, _ value: UInt32) -> Void) {
        let hash = PrefixTable.hash(first, second)
        let range = Int(starts[hash])..<Int(starts[hash + 1])
        guard !range.isEmpty else { return }
        bytes.withUnsafeBufferPointer { bytes in
            for index in range {
                let entry = entries[index]
                let word = UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.start + entry.count)])
                if word[0] == first, word[1] == second { body(word, entry.value) }
            }
        }
    }
}
