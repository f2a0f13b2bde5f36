/// Where a mention starts and ends in the text.
enum MentionBorders {
    /// The bytes of a mention without a leading article, a trailing possessive, and marks that are no part of a name.
    ///
    /// - Returns: nil when nothing is left.
    static func trimmed(_ mention: Range<Int>, _ tokens: [TokenRange], _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var range = mention
        while range.count > 1, isArticle(tokens[range.lowerBound], bytes) { range = range.lowerBound + 1..<range.upperBound }
        var start = tokens[range.lowerBound].lowerBound
        var end = tokens[range.upperBound - 1].upperBound
        // Quotation marks that the tokenizer left on the word.
        while start < end, let quote = quote(at: start, before: end, bytes) { start += quote }
        while let shorter = withoutPossessive(start, end, bytes) { end = shorter }
        return start < end ? start..<end : nil
    }

    private static func isArticle(_ token: TokenRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func letter(_ offset: Int) -> UInt8 { bytes[token.lowerBound + offset] | 0x20 }
        switch token.count {
        case 1: return letter(0) == UInt8(ascii: "a")
        case 2: return letter(0) == UInt8(ascii: "a") && letter(1) == UInt8(ascii: "n")
        case 3: return letter(0) == UInt8(ascii: "t") && letter(1) == UInt8(ascii: "h") && letter(2) == UInt8(ascii: "e")
        default: return false
        }
    }

    /// The length of a quotation mark at `index`.
    private static func quote(at index: Int, before end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if bytes[index] == 0x22 { return 1 }
        // U+2018–201F.
        if index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] & 0xF8 == 0x98 { return 3 }
        return nil
    }

    /// The end without one "'s", apostrophe or closing quote, straight or typographic.
    private static func withoutPossessive(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard end - start > 1 else { return nil }
        var last = end
        if bytes[last - 1] | 0x20 == UInt8(ascii: "s"), last - start > 2 { last -= 1 }
        if bytes[last - 1] == 0x27 || (last == end && bytes[last - 1] == 0x22) { return last - 1 }
        if last - start > 3, bytes[last - 3] == 0xE2, bytes[last - 2] == 0x80, bytes[last - 1] & 0xF8 == 0x98 { return last - 3 }
        return nil
    }
}
