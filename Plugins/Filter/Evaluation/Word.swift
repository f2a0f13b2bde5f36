import StageKit

/// A word, or several in a row, to be found in texts between borders of words, whatever its capitals.
struct Word: Sendable, Hashable {
    private let folded: [UInt8]
    private let isASCII: Bool

    /// Nil where there is nothing of a word in it.
    init?(_ text: [UInt8]) {
        isASCII = text.allSatisfy { $0 < 0x80 }
        folded = Word.lowercased(text)
        guard folded.indices.contains(where: { WordBorders.isWord(folded, at: $0) }) else { return nil }
    }

    /// - Complexity: O(text × word), in practice O(text).
    func isIn(_ text: [UInt8]) -> Bool {
        // Letters beyond ASCII need tables; those within it one bit.
        let text = isASCII ? text : Word.lowercased(text)
        guard text.count >= folded.count else { return false }
        for start in 0...(text.count - folded.count) where Word.small(text[start]) == folded[0] {
            let end = start + folded.count
            guard WordBorders.isBorder(text, at: start), WordBorders.isBorder(text, at: end) else { continue }
            if folded.indices.dropFirst().allSatisfy({ Word.small(text[start + $0]) == folded[$0] }) { return true }
        }
        return false
    }

    static func lowercased(_ text: [UInt8]) -> [UInt8] {
        if text.allSatisfy({ $0 < 0x80 }) { return text.map(small) }
        return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
