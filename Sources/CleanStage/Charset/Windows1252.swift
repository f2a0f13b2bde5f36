/// windows-1252 as the WHATWG Encoding standard reads it: the five unassigned bytes are the C1 controls of their number.
enum Windows1252 {
    /// The scalars of the bytes 0x80–0x9F.
    static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// The bytes as UTF-8. Every byte has a meaning, so this never fails.
    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var index = 0
        while index < bytes.count {
            let end = bytes.withUnsafeBufferPointer { EightBytes.endOfASCII($0, from: index) }
            output.append(contentsOf: bytes[index..<end])
            guard end < bytes.count else { break }
            let byte = bytes[end]
            index = end + 1
            let scalar = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
            if scalar < 0x800 {
                output.append(0xC0 | UInt8(scalar >> 6))
            } else {
                output.append(0xE0 | UInt8(scalar >> 12))
                output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            }
            output.append(0x80 | UInt8(scalar & 0x3F))
        }
        return output
    }

    /// The byte that stands for a scalar; nil where there is none.
    static func byte(for scalar: UInt32) -> UInt8? {
        if scalar < 0x80 || (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
        return upper.firstIndex { UInt32($0) == scalar }.map { UInt8($0 + 0x80) }
    }
}
