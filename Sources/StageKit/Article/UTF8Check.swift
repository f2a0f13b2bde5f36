/// Tells well-formed UTF-8, eight bytes at a time where they are ASCII.
///
/// The standard library's `UTF8Span` tells the same at some nine instructions a byte, which was a twentieth of what a page
/// costs from load to export; this takes one to two.
enum UTF8Check {
    /// Whether the bytes are well-formed (The Unicode Standard, table 3-7).
    ///
    /// - Complexity: O(n).
    static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var at = 0
        while true {
            at = endOfASCII(raw, from: at)
            guard at < bytes.count else { return true }
            guard let length = scalarLength(bytes, at: at) else { return false }
            at += length
        }
    }

    /// The first place from `start` on whose byte is not ASCII; the end where there is none.
    private static func endOfASCII(_ raw: UnsafeRawBufferPointer, from start: Int) -> Int {
        let highBits: UInt64 = 0x8080_8080_8080_8080
        var at = start
        func word(_ at: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) }
        // Most of a page is long runs of ASCII.
        while at + 32 <= raw.count, (word(at) | word(at + 8) | word(at + 16) | word(at + 24)) & highBits == 0 { at += 32 }
        while at + 8 <= raw.count {
            let high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) & highBits
            if high != 0 { return at + high.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < raw.count, raw[at] < 0x80 { at += 1 }
        return at
    }

    /// Length in bytes of the scalar beyond ASCII that starts at `at`; nil where none does.
    private static func scalarLength(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Int? {
        let length: Int
        let second: ClosedRange<UInt8>
        switch bytes[at] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return nil }
        for place in at + 2..<at + length where bytes[place] & 0xC0 != 0x80 { return nil }
        return length
    }
}
