/// What is a word in UTF-8, told without decoding: good enough to count words and to find their borders. The stage
/// `segment` is who tells words properly; this is for stages that come before it, and for texts beside the article's.
public enum WordBorders {
    /// Whether the character that begins or goes on at `index` belongs to a word: ASCII letters and digits, and what lies
    /// beyond ASCII but for spaces and punctuation (Latin-1's, General Punctuation, CJK's).
    public static func isWord(_ text: [UInt8], at index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 { return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
        var lead = index
        while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
        guard lead + 1 < text.count else { return true }
        switch (text[lead], text[lead + 1]) {
        // U+0080…U+00BF, of which ª, µ and º are letters.
        case (0xC2, let next): return next == 0xAA || next == 0xB5 || next == 0xBA
        // U+2000…U+207F.
        case (0xE2, 0x80), (0xE2, 0x81): return false
        // U+3000…U+303F.
        case (0xE3, 0x80): return false
        default: return true
        }
    }

    /// Whether no word goes on across `index`.
    public static func isBorder(_ text: [UInt8], at index: Int) -> Bool {
        index == 0 || index == text.count || !isWord(text, at: index - 1) || !isWord(text, at: index)
    }

    /// Whether white space begins at `index`, and how many bytes it has; 0 where there is none.
    private static func space(_ text: [UInt8], at index: Int) -> Int {
        let byte = text[index]
        if byte == 0x20 || byte &- 0x09 < 5 { return 1 }
        if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 { return 2 }
        guard index + 2 < text.count else { return 0 }
        // U+2000…U+200A, U+202F and U+3000.
        if byte == 0xE2, text[index + 1] == 0x80, text[index + 2] <= 0x8A || text[index + 2] == 0xAF { return 3 }
        return byte == 0xE3 && text[index + 1] == 0x80 && text[index + 2] == 0x80 ? 3 : 0
    }

    /// Stretches between white space that have a letter or digit.
    ///
    /// - Complexity: O(n).
    public static func words(in text: [UInt8]) -> Int {
        var words = 0
        var hasLetter = false
        var index = 0
        while index < text.count {
            let space = space(text, at: index)
            if space > 0 {
                if hasLetter { words += 1 }
                hasLetter = false
            } else if !hasLetter {
                hasLetter = isWord(text, at: index)
            }
            index += max(space, 1)
        }
        return hasLetter ? words + 1 : words
    }
}
