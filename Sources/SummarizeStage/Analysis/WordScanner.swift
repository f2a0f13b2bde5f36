/// Finds the words of a text: runs of letters and digits, as ROUGE counts them (Lin 2004), so that "Reisz's" is
/// "reisz" and "s". Bytes outside ASCII are letters unless they are punctuation.
///
/// Words are folded to lower case (ASCII) and lose their inflection; what is left is a hash, for nothing here needs the
/// spelling.
package struct WordScanner {
    /// A word as it stands in the text.
    package struct Word {
        /// UTF-8 byte range.
        package var range: Range<Int>
        /// Hash of the folded, stemmed word.
        package var hash: UInt64
        /// Hash of the folded word as it is written.
        package var form: UInt64
        package var isCapitalised: Bool
        package var hasDigit: Bool
        /// Whether it ends in "ed", or in an "s" that a verb may have.
        package var hasVerbEnding: Bool
    }

    /// A longer run of letters is no word of any language; it is cut here so that one cannot cost unbounded time.
    private static let mostBytes = 64

    private var folded: [UInt8] = []

    package init() {
        folded.reserveCapacity(WordScanner.mostBytes)
    }

    /// The next word at or behind `index`, which moves behind it; nil when there is none before `end`.
    ///
    /// - Complexity: O(bytes read).
    package mutating func next(in text: [UInt8], from index: inout Int, to end: Int) -> Word? {
        while index < end, WordScanner.letterWidth(text, at: index, end: end) == 0 {
            index += WordScanner.scalarWidth(text[index])
        }
        guard index < end else { return nil }
        let start = index
        folded.removeAll(keepingCapacity: true)
        var hasDigit = false
        while index < end, folded.count < WordScanner.mostBytes {
            let width = WordScanner.letterWidth(text, at: index, end: end)
            if width == 0 { break }
            for offset in index..<min(index + width, end) {
                let byte = text[offset]
                if byte &- 0x30 < 10 { hasDigit = true }
                folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            }
            index += width
        }
        index = min(index, end)
        let first = text[start]
        return Word(
            range: start..<index, hash: WordScanner.hash(folded, count: Stemmer.stemLength(folded)),
            form: WordScanner.hash(folded, count: folded.count),
            // Latin letters with accents (U+00C0–U+00DE) begin names too.
            isCapitalised: first &- 0x41 < 26 || (first == 0xC3 && start + 1 < end && text[start + 1] < 0x9F),
            hasDigit: hasDigit, hasVerbEnding: hasVerbEnding)
    }

    /// Of the folded word.
    private var hasVerbEnding: Bool {
        guard folded.count > 3, let last = folded.last else { return false }
        let before = folded[folded.count - 2]
        if last == UInt8(ascii: "d") { return before == UInt8(ascii: "e") }
        return last == UInt8(ascii: "s") && before != last && before != UInt8(ascii: "u")
    }

    /// The hash by which a word (lower case, as written) is known.
    package static func hash(of word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        return hash(bytes, count: bytes.count)
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo): fast on words of few bytes.
    static func hash(_ bytes: [UInt8], count: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in 0..<count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
        }
        return hash
    }

    /// How many bytes the letter or digit at `index` has; 0 when there is none.
    private static func letterWidth(_ text: [UInt8], at index: Int, end: Int) -> Int {
        let byte = text[index]
        if byte < 0x80 {
            return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? 1 : 0
        }
        // U+0080–U+00BF are signs; U+2000–U+206F are General Punctuation; U+3000–U+303F is CJK punctuation.
        if byte == 0xC2 { return 0 }
        if byte == 0xE2, index + 1 < end, text[index + 1] == 0x80 || text[index + 1] == 0x81 { return 0 }
        if byte == 0xE3, index + 1 < end, text[index + 1] == 0x80 { return 0 }
        return scalarWidth(byte)
    }

    private static func scalarWidth(_ byte: UInt8) -> Int {
        byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
}
