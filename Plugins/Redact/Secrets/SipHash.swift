/// SipHash-2-4: a keyed hash of short inputs that tells nothing of them to who has not the key (J.-P. Aumasson and
/// D. J. Bernstein, "SipHash: a fast short-input PRF", 2012).
struct SipHash: Sendable {
    private let key: (low: UInt64, high: UInt64)

    /// - Parameter key: 128 bits, as two little-endian words.
    init(low: UInt64, high: UInt64) {
        key = (low, high)
    }

    /// A key of 32 hexadecimal digits, byte by byte; nil where the text is none.
    init?(hexadecimal text: String) {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 32, text.utf8.count == 32 else { return nil }
        let bytes = (0..<16).map { UInt8(digits[2 * $0] << 4 | digits[2 * $0 + 1]) }
        self.init(low: SipHash.word(bytes, 0), high: SipHash.word(bytes, 8))
    }

    /// - Complexity: O(n).
    func callAsFunction(_ bytes: [UInt8]) -> UInt64 {
        var state = State(
            a: key.low ^ 0x736F_6D65_7073_6575, b: key.high ^ 0x646F_7261_6E64_6F6D, c: key.low ^ 0x6C79_6765_6E65_7261, d: key.high ^ 0x7465_6462_7974_6573)
        let whole = bytes.count / 8 * 8
        for start in stride(from: 0, to: whole, by: 8) { state.compress(SipHash.word(bytes, start)) }
        var last = UInt64(bytes.count & 0xFF) << 56
        for (index, byte) in bytes[whole...].enumerated() { last |= UInt64(byte) << (8 * UInt64(index)) }
        state.compress(last)
        state.c ^= 0xFF
        for _ in 0..<4 { state.round() }
        return state.a ^ state.b ^ state.c ^ state.d
    }

    private static func word(_ bytes: [UInt8], _ start: Int) -> UInt64 {
        bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private struct State {
        var a, b, c, d: UInt64

        mutating func compress(_ word: UInt64) {
            d ^= word
            round()
            round()
            a ^= word
        }

        mutating func round() {
            a &+= b
            b = State.rotated(b, 13) ^ a
            a = State.rotated(a, 32)
            c &+= d
            d = State.rotated(d, 16) ^ c
            a &+= d
            d = State.rotated(d, 21) ^ a
            c &+= b
            b = State.rotated(b, 17) ^ c
            c = State.rotated(c, 32)
        }

        private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
    }
}
