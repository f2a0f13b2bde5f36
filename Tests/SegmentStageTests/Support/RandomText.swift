/// Seeded texts made of what the rules look at.
enum RandomText {
    private static let parts = [
        "The", "mayor", "Mr.", "Inc.", "U.S.", "e.g.", "a.m.", "No.", "5", "1.5", "J.", "…", "...", ".", "!", "?", "?!", ",", ";", ":", "\"", "“", "”",
        "'", "’s", "‘", "(", ")", "[", "]", "[3]", "«", "»", "„", "–", "—", "-", "•", "*", "1.", "a)", "n't", "don't", "cannot", "http://a.example/b.",
        "x@y.example", "#tag", ":)", "é", "e\u{301}", "👩‍👩‍👧", "🇩🇪", "🇩", "한국", "中文。", "हिन्दी।", "\u{200D}", "\u{FE0F}", "\u{301}", "\u{A0}", "\u{3000}",
        "\u{200B}", "\0", "\t", "\n", "\r\n", "\n\n", " ", "  ", "i", "and", "said", "He", "$5", "50%", "Yahoo!", "Ж.", "\u{1100}\u{1161}",
    ]

    static func make(seed: UInt64) -> String {
        var random = Random(seed)
        var text = ""
        for _ in 0..<random.next(below: 160) {
            text += parts[random.next(below: parts.count)]
            if random.next(below: 3) > 0 { text += " " }
        }
        return text
    }

    /// `text` with bytes changed, doubled, left out and moved; whatever `any` says, or else printable ones.
    static func mutated(_ text: String, seed: UInt64, any: Bool = false) -> [UInt8] {
        var random = Random(seed)
        var bytes = Array(text.utf8)
        let marks = Array(".!?,;:'\"()[]- \n1Ai".utf8)
        for _ in 0..<1 + random.next(below: 60) where !bytes.isEmpty {
            let index = random.next(below: bytes.count)
            switch random.next(below: 4) {
            case 0: bytes.remove(at: index)
            case 1: bytes[index] = any ? UInt8(random.next(below: 256)) : marks[random.next(below: marks.count)]
            case 2: bytes.insert(any ? UInt8(random.next(below: 256)) : marks[random.next(below: marks.count)], at: index)
            default: bytes.swapAt(index, random.next(below: bytes.count))
            }
        }
        return bytes
    }
}

/// A linear congruential generator (Knuth, MMIX): the same numbers everywhere.
struct Random {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
