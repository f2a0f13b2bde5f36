extension WordHash {
    /// The hash of a word without a plural's ending, so that "ferry" and "ferries", "house" and "houses", "hero" and "heroes" are
    /// one. English endings; other languages' words lose at most an s, or an e behind s, x, h and o.
    ///
    /// It is for comparing with other hashes of this function only.
    /// - Complexity: O(length of the word).
    @inline(__always)
    public static func singular(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
        let s = UInt8(ascii: "s"), e = UInt8(ascii: "e"), i = UInt8(ascii: "i"), u = UInt8(ascii: "u")
        guard word.count > 3 else { return folded(bytes, word) }
        var end = word.upperBound
        // "class", "virus" and "crisis" are no plurals.
        if bytes[end - 1] | 0x20 == s, !(bytes[end - 2] | 0x20 == s || bytes[end - 2] | 0x20 == u || bytes[end - 2] | 0x20 == i) { end -= 1 }
        guard bytes[end - 1] | 0x20 == e, end - word.lowerBound > 3 else { return folded(bytes, word.lowerBound..<end) }
        switch bytes[end - 2] | 0x20 {
        // "ferr(ies)" and "mov(ie)" as if a y stood there.
        case i where end - word.lowerBound > 4: return appending(UInt8(ascii: "y"), to: folded(bytes, word.lowerBound..<end - 2))
        // Nothing tells "bus(es)" from "house(s)": the singulars lose their e, too.
        case s, UInt8(ascii: "x"), UInt8(ascii: "h"), UInt8(ascii: "o"): return folded(bytes, word.lowerBound..<end - 1)
        default: return folded(bytes, word.lowerBound..<end)
        }
    }

    /// The hash of a word with one more letter.
    @inline(__always)
    private static func appending(_ letter: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
}
