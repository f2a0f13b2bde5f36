/// Words known by a hash, so that inner loops compare numbers and allocate nothing.
public enum WordHash {
    /// FNV-1a, 64 bits (Fowler, Noll, Vo), over the bytes with capitals made small: those of ASCII, of Latin with accents
    /// up to U+017F, of Greek and of Cyrillic. Never 0.
    ///
    /// - Complexity: O(length of the range).
    @inline(__always)
    public static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = offsetBasis
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 || byte < 0xC3 || byte > 0xD0 || index + 1 >= range.upperBound {
                hash = mixed(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
                index += 1
            } else {
                let (first, second) = lowered(byte, bytes[index + 1])
                hash = mixed(mixed(hash, first), second)
                index += 2
            }
        }
        return hash == 0 ? 1 : hash
    }

    /// The hash of a word or phrase as a list in a program has it.
    public static func folded(_ word: String) -> UInt64 {
        Array(word.utf8).withUnsafeBufferPointer { folded($0, 0..<$0.count) }
    }

    private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// The small letter of a scalar of two bytes; the same bytes where it has none.
    @inline(__always)
    public static func lowered(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
        switch first {
        case 0xC3 where second &- 0x80 < 0x1F && second != 0x97: (first, second | 0x20)  // À–Þ but ×
        case 0xC4 where second != 0xB8 && second & 1 == (second &- 0xB9 < 7 ? 1 : 0): pair(first, second)  // Ā–Ŀ
        case 0xC5 where second &- 0x81 < 8 && second & 1 == 1: (first, second + 1)  // Ł–Ň
        case 0xC5 where second &- 0x8A < 0x2E && second & 1 == 0: (first, second + 1)  // Ŋ–Ŷ
        case 0xC5 where second &- 0xB9 < 6 && second & 1 == 1: (first, second + 1)  // Ź–Ž
        case 0xCE where second &- 0x91 < 0x0F: (first, second + 0x20)  // Α–Ο
        case 0xCE where second &- 0xA0 < 0x0A: (0xCF, second - 0x20)  // Π–Ω
        case 0xD0 where second &- 0x90 < 0x10: (first, second + 0x20)  // А–П
        case 0xD0 where second &- 0xA0 < 0x10: (0xD1, second - 0x20)  // Р–Я
        case 0xD0 where second &- 0x80 < 0x10: (0xD1, second + 0x10)  // Ѐ–Џ
        default: (first, second)
        }
    }

    /// The letter after it; that of Ŀ (C4 BF) lies in the next block.
    @inline(__always)
    private static func pair(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
        second == 0xBF ? (0xC5, 0x80) : (first, second + 1)
    }
}
