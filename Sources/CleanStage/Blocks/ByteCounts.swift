/// What kinds of bytes a piece of a page's text has, before white space is squeezed.
struct ByteCounts {
    /// Bytes that are no white space.
    var visible = 0
    var digits = 0
    var capitals = 0

    private typealias Bytes = SIMD16<UInt8>

    /// Steps after which a counter of a byte could overflow.
    private static let mostSteps = 255

    /// - Complexity: O(n), sixteen bytes a step.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            let end = min(text.count, index + ByteCounts.mostSteps * Bytes.scalarCount)
            var (visible, digits, capitals) = (Bytes(repeating: 0), Bytes(repeating: 0), Bytes(repeating: 0))
            while index < end {
                let bytes = ByteCounts.load(text, index)
                visible = visible.replacing(with: visible &+ 1, where: bytes .> Bytes(repeating: 0x20))
                digits = digits.replacing(with: digits &+ 1, where: bytes &- Bytes(repeating: UInt8(ascii: "0")) .< Bytes(repeating: 10))
                capitals = capitals.replacing(with: capitals &+ 1, where: bytes &- Bytes(repeating: UInt8(ascii: "A")) .< Bytes(repeating: 26))
                index += Bytes.scalarCount
            }
            self.visible += ByteCounts.sum(visible)
            self.digits += ByteCounts.sum(digits)
            self.capitals += ByteCounts.sum(capitals)
        }
    }

    /// Sixteen bytes from `index` on; those behind the end are 0, which counts as nothing.
    @inline(__always)
    private static func load(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bytes {
        if index + Bytes.scalarCount <= text.count {
            return UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped).loadUnaligned(fromByteOffset: index, as: Bytes.self)
        }
        return unsafeBitCast(SIMD2(EightBytes(text, at: index).word, EightBytes(text, at: index + 8).word), to: Bytes.self)
    }

    static func sum(_ counters: SIMD16<UInt8>) -> Int {
        let halves = unsafeBitCast(counters, to: SIMD2<UInt64>.self)
        return sum(halves.x) + sum(halves.y)
    }

    /// The sum of eight bytes: in pairs, then of the four pairs at once.
    private static func sum(_ word: UInt64) -> Int {
        let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ (word >> 8 & 0x00FF_00FF_00FF_00FF)
        return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
}
