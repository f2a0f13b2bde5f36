/// Neighbouring words of a text, case and punctuation aside: what tells that one text says another's again.
struct WordPairs {
    /// Hashes of the pairs, each once, ascending.
    private let pairs: [Int]

    /// - Complexity: O(length + pairs × log pairs).
    init(_ text: [UInt8]) {
        var pairs: [Int] = []
        var letters: [UInt8] = []
        var previous: Int?
        text.withUnsafeBufferPointer { text in
            var start = 0
            while start < text.count {
                let end = text[start...].firstIndex(of: 0x20) ?? text.count
                letters.removeAll(keepingCapacity: true)
                Fingerprint.append(UnsafeBufferPointer(rebasing: text[start..<end]), to: &letters)
                start = end + 1
                guard !letters.isEmpty else { continue }
                let hash = letters.withUnsafeBufferPointer { FNV.hash($0) }
                if let previous { pairs.append(previous &* 31 &+ hash) }
                previous = hash
            }
        }
        pairs.sort()
        self.pairs = pairs.enumerated().filter { $0.offset == 0 || pairs[$0.offset - 1] != $0.element }.map(\.element)
    }

    /// How many of these pairs the other text has, as a share.
    ///
    /// - Complexity: O(pairs of both).
    func share(in other: WordPairs) -> Double {
        var common = 0
        var place = 0
        for pair in pairs {
            while place < other.pairs.count, other.pairs[place] < pair { place += 1 }
            if place < other.pairs.count, other.pairs[place] == pair { common += 1 }
        }
        return pairs.isEmpty ? 0 : Double(common) / Double(pairs.count)
    }
}
