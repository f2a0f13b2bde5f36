/// Cuts tokens at hyphens between letters: "China-based" has a name in it, and treebanks of today (English Web Treebank,
/// GUM) cut there too. The model is trained on tokens that were cut the same way.
package enum HyphenSplit {
    /// Adds the parts of a token: the token itself where it has no hyphen between letters.
    ///
    /// - Complexity: O(bytes).
    @inline(__always)
    package static func append(_ token: TokenRange, _ bytes: UnsafeBufferPointer<UInt8>, to parts: inout [TokenRange]) {
        var start = token.lowerBound
        var index = start + 1
        while index < token.upperBound - 1 {
            let length = hyphen(bytes, index, token.upperBound)
            if length > 0, isLetter(bytes[index - 1]), isLetter(bytes[index + length]), !isCo(bytes, start..<index, next: bytes[index + length]) {
                parts.append(start..<index)
                parts.append(index..<index + length)
                index += length
                start = index
            }
            index += 1
        }
        parts.append(start..<token.upperBound)
    }

    /// The length of a hyphen or dash (U+002D, U+2010–2014) at `index` with a byte behind it; 0 where none stands.
    @inline(__always)
    private static func hyphen(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int {
        if bytes[index] == 0x2D { return index + 1 < end ? 1 : 0 }
        guard bytes[index] == 0xE2, index + 3 < end, bytes[index + 1] == 0x80, bytes[index + 2] &- 0x90 < 5 else { return 0 }
        return 3
    }

    /// Whether a part is the "co" of "Co-operation", which stands in many bodies' names.
    @inline(__always)
    private static func isCo(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, next: UInt8) -> Bool {
        part.count == 2 && bytes[part.lowerBound] | 0x20 == UInt8(ascii: "c") && bytes[part.lowerBound + 1] | 0x20 == UInt8(ascii: "o") && next == UInt8(ascii: "o")
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
    }
}
