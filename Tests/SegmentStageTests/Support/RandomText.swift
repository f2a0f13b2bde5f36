import TestSupport

/// Seeded texts made of what the rules look at.
enum RandomText {
    private static let parts = [
        "The", "mayor", "Mr.", "Inc.", "U.S.", "e.g.", "a.m.", "No.", "5", "1.5", "J.", "…", "...", ".", "!", "?", "?!", ",", ";", ":", "\"", "“", "”",
        "'", "’s", "‘", "(", ")", "[", "]", "[3]", "«", "»", "„", "–", "—", "-", "•", "*", "1.", "a)", "n't", "don't", "cannot", "http://a.example/b.",
        "x@y.example", "#tag", ":)", "é", "e\u{301}", "👩‍👩‍👧", "🇩🇪", "🇩", "한국", "中文。", "हिन्दी।", "\u{200D}", "\u{FE0F}", "\u{301}", "\u{A0}", "\u{3000}",
        "\u{200B}", "\0", "\t", "\n", "\r\n", "\n\n", " ", "  ", "i", "and", "said", "He", "$5", "50%", "Yahoo!", "Ж.", "\u{1100}\u{1161}",
    ]

    static func make(seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        var text = ""
        for _ in 0..<random.below(160) {
            text += random.pick(parts)
            if random.below(3) > 0 { text += " " }
        }
        return text
    }

    /// `text` with bytes changed, doubled, left out and moved; whatever `any` says, or else printable ones.
    static func mutated(_ text: String, seed: UInt64, any: Bool = false) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        var bytes = Array(text.utf8)
        let marks = Array(".!?,;:'\"()[]- \n1Ai".utf8)
        for _ in 0..<1 + random.below(60) where !bytes.isEmpty {
            let index = random.below(bytes.count)
            switch random.below(4) {
            case 0: bytes.remove(at: index)
            case 1: bytes[index] = any ? UInt8(random.below(256)) : random.pick(marks)
            case 2: bytes.insert(any ? UInt8(random.below(256)) : random.pick(marks), at: index)
            default: bytes.swapAt(index, random.below(bytes.count))
            }
        }
        return bytes
    }
}
