import StageKit

/// Cuts text into words for matching: runs of letters and digits, so that a rule file and an article agree whatever made the
/// article's tokens.
enum WordReader {
    /// The next word in `[start, end)`; nil where there is none.
    @inline(__always)
    static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
        var first = start
        while first < end {
            let width = separator(bytes, first, end)
            if width == 0 { break }
            first += width
        }
        guard first < end else { return nil }
        var last = first
        while last < end, separator(bytes, last, end) == 0 { last += 1 }
        return first..<last
    }

    /// The width of a blank or sign at `index`; 0 for a letter or digit. Bytes beyond ASCII are letters but for Latin-1's signs, those
    /// from General Punctuation to arrows and bullets, those of Chinese and Japanese, and emoji.
    @inline(__always)
    static func separator(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? 0 : 1 }
        if byte == 0xC2, index + 1 < end { return 2 }
        guard index + 2 < end else { return 0 }
        let second = bytes[index + 1]
        if byte == 0xE2, second < 0xB0 { return 3 }
        if byte == 0xE3, second == 0x80 { return 3 }
        if byte == 0xF0, second == 0x9F, index + 3 < end { return 4 }
        return 0
    }

    /// Whether a phrase may go on over what stands between two words: a blank, a hyphen, an apostrophe.
    @inline(__always)
    static func joins(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 4 else { return false }
        for index in range {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "&"), 0xC2, 0xA0, 0xE2, 0x80, 0x90, 0x91, 0x93, 0x99: continue
            default: return false
            }
        }
        return true
    }
}
