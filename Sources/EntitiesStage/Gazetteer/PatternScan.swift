/// Cuts text and patterns into words of letters and digits, among which a number keeps its full stops and commas: `1,200`.
enum PatternScan {
    struct Word {
        var range: Range<Int>
        /// The key of what came before and this word: lower-cased, with every number in it as `#`.
        var key: UInt64
        var startsWithCapital: Bool
    }

    /// The next word in `[start, end)`; nil when there is none.
    ///
    /// - Parameters:
    ///   - before: the key of what came before.
    ///   - isPattern: whether `#` counts as a digit and `*` as a letter.
    @inline(__always)
    static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ before: UInt64, isPattern: Bool = false) -> Word? {
        var at = start
        while at < end {
            let length = separator(bytes, at, end, isPattern)
            if length == 0 { break }
            at += length
        }
        guard at < end else { return nil }
        let first = at
        var key = before ^ 0x20
        var startsWithCapital = false
        var isInNumber = false
        while at < end, separator(bytes, at, end, isPattern) == 0 {
            let byte = bytes[at]
            if isDigit(byte, isPattern) {
                if !isInNumber { key = mix(key, TokenPattern.number) }
                isInNumber = true
                at += 1
                if at + 1 < end, isMark(bytes[at]), isDigit(bytes[at + 1], isPattern) { at += 1 }
                continue
            }
            isInNumber = false
            if byte & 0xFC == 0xC4 || byte == 0xC3, at + 1 < end {
                let lowered = TokenScanner.lowered(byte, bytes[at + 1])
                if at == first { startsWithCapital = lowered != (byte, bytes[at + 1]) }
                key = mix(mix(key, lowered.0), lowered.1)
                at += 2
            } else {
                let isCapital = byte &- 0x41 < 26
                if at == first { startsWithCapital = isCapital }
                key = mix(key, isCapital ? byte | 0x20 : byte)
                at += 1
            }
        }
        return Word(range: first..<at, key: key, startsWithCapital: startsWithCapital)
    }

    /// Behind what the wildcard at `wildcard` in a pattern stands for at `index` in a text; nil where it is none, or stands for nothing.
    static func behind(
        _ pattern: [UInt8], _ wildcard: Int, _ patternEnd: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> Int? {
        switch pattern[wildcard] {
        case TokenPattern.star:
            guard let word = next(bytes, index, bytes.count, 0), word.range.lowerBound == index, word.startsWithCapital else { return nil }
            return word.range.upperBound
        case TokenPattern.number:
            // "#.#" names the marks itself; a "#" alone takes the whole of "1,200".
            let takesMarks = wildcard + 1 == patternEnd || !isMark(pattern[wildcard + 1])
            var at = index
            while at < bytes.count, isDigit(bytes[at], false) {
                at += 1
                if takesMarks, at + 1 < bytes.count, isMark(bytes[at]), isDigit(bytes[at + 1], false) { at += 1 }
            }
            return at == index ? nil : at
        default: return nil
        }
    }

    /// Whether a number may have it inside.
    static func isMark(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }

    @inline(__always)
    private static func isDigit(_ byte: UInt8, _ isPattern: Bool) -> Bool { byte &- 0x30 < 10 || isPattern && byte == TokenPattern.number }

    @inline(__always)
    private static func separator(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ isPattern: Bool) -> Int {
        if isPattern, bytes[index] == TokenPattern.number || bytes[index] == TokenPattern.star { return 0 }
        return WordScan.separator(bytes, index, end)
    }

    @inline(__always)
    private static func mix(_ key: UInt64, _ byte: UInt8) -> UInt64 { (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
