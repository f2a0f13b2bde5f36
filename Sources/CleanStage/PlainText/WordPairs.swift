/// Neighbouring words of a text, case and punctuation aside: what tells that one text says another's again.
struct WordPairs {
    private let pairs: Set<Int>

    init(_ text: [UInt8]) {
        var pairs: Set<Int> = []
        var previous: Int?
        for word in text.split(separator: 0x20) {
            let bytes = Fingerprint(String(decoding: word, as: UTF8.self)).bytes
            guard !bytes.isEmpty else { continue }
            let hash = bytes.withUnsafeBufferPointer { FNV.hash($0) }
            if let previous { pairs.insert(previous &* 31 &+ hash) }
            previous = hash
        }
        self.pairs = pairs
    }

    /// How many of these pairs the other text has, as a share.
    func share(in other: WordPairs) -> Double {
        pairs.isEmpty ? 0 : Double(pairs.intersection(other.pairs).count) / Double(pairs.count)
    }
}
