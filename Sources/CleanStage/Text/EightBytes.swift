/// Eight bytes of a text in one register, asked all at once (Lamport, "Multiple byte processing with full-word instructions",
/// 1975). An answer has the highest bit of each byte that it holds for; see ``bits(_:)`` and ``countBefore(_:)``.
struct EightBytes {
    /// The first byte lowest.
    let word: UInt64

    @inline(__always)
    init(word: UInt64) { self.word = word }

    /// The bytes from `index` on; those behind the end are 0.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        if index &+ 8 <= text.count {
            word = EightBytes.load(text, index)
        } else {
            word = EightBytes.tail(text, index)
        }
    }

    /// - Precondition: eight bytes from `index` on lie in the text, which therefore has a base address.
    @inline(__always)
    private static func load(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Out of line: the end of a text comes once.
    @inline(never)
    private static func tail(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
        guard index < text.count else { return 0 }
        if text.count >= 8 { return load(text, text.count - 8) >> UInt64(8 * (8 - (text.count - index))) }
        var word: UInt64 = 0
        for byte in text[index...].reversed() { word = word << 8 | UInt64(byte) }
        return word
    }

    private static let high: UInt64 = 0x8080_8080_8080_8080
    private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    /// Eight times the same byte.
    @inline(__always)
    static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// ASCII bytes from `first` to `last`. Adding to seven bits never carries into the next byte.
    @inline(__always)
    private func isIn(_ first: UInt8, _ last: UInt8) -> UInt64 {
        let seven = word & EightBytes.low
        return (seven &+ EightBytes.each(0x80 - first)) & ~(seven &+ EightBytes.each(0x7F - last)) & ~word & EightBytes.high
    }

    var capitals: UInt64 { @inline(__always) get { isIn(UInt8(ascii: "A"), UInt8(ascii: "Z")) } }

    /// A–Z and a–z.
    var asciiLetters: UInt64 {
        @inline(__always) get { EightBytes(word: word | EightBytes.each(0x20)).isIn(UInt8(ascii: "a"), UInt8(ascii: "z")) }
    }

    /// A–Z, a–z and all bytes beyond ASCII.
    var letters: UInt64 { @inline(__always) get { asciiLetters | (word & EightBytes.high) } }

    /// A–Z in lower case, everything else as it is.
    var lowercased: EightBytes { @inline(__always) get { EightBytes(word: word | capitals >> 2) } }

    var spaces: UInt64 {
        @inline(__always) get {
            let other = word ^ EightBytes.each(0x20)
            return ~(((other & EightBytes.low) &+ EightBytes.low) | other) & EightBytes.high
        }
    }

    /// Controls and bytes beyond ASCII. Behind the first one the answer may hold for others too.
    var unprintable: UInt64 {
        @inline(__always) get {
            let isControl = ~((word | EightBytes.high) &- EightBytes.each(0x20))
            let isDelete = word &+ EightBytes.each(1)
            return (word | isControl | isDelete) & EightBytes.high
        }
    }

    /// Whether all bytes are ASCII.
    var isASCII: Bool { @inline(__always) get { word & EightBytes.high == 0 } }

    /// The first place from `start` on whose byte is not ASCII; the end where there is none.
    static func endOfASCII(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index + 8 <= text.count, EightBytes(text, at: index).isASCII { index += 8 }
        while index < text.count, text[index] < 0x80 { index += 1 }
        return index
    }

    /// How many bytes stand before the first one that an answer holds for; 8 where it holds for none.
    @inline(__always)
    static func countBefore(_ answer: UInt64) -> Int { answer.trailingZeroBitCount >> 3 }

    /// An answer with a bit a byte, the first byte's lowest.
    @inline(__always)
    static func bits(_ answer: UInt64) -> UInt64 { ((answer >> 7) &* 0x0102_0408_1020_4080) >> 56 }
}
