/// A hash of a page's names and texts, eight bytes a step; only compared within a page, never stored.
enum ByteHash {
    /// Odd, its bits evenly spread: 2⁶⁴ divided by the golden ratio (Knuth, TAOCP 3, 6.4).
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(bytes.count) &* factor
        var index = 0
        while index + 8 <= bytes.count {
            hash = step(hash, UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        return step(hash, rest)
    }

    private static func step(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (hash ^ word) &* factor
        return mixed ^ (mixed >> 29)
    }
}
