@_spi(_Unicode) import Swift  // the standard library's normaliser, which it keeps for itself otherwise

/// Brings text into one form: white space squeezed, invisible characters gone, Unicode normal form C.
enum TextNormalizer {
    /// One line of text of these UTF-8 bytes.
    static func line(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: squeezed(bytes), as: UTF8.self)
    }

    static func line(_ text: String) -> String {
        line(text.utf8)
    }

    /// The bytes as one line: runs of white space of any kind become one space, none at the ends; soft hyphens,
    /// zero-width and control characters go; composed (NFC).
    /// - Complexity: O(n); the normal form is computed only where a combining mark or another candidate occurs.
    static func squeezed(_ input: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(input)
        var needsSpace = false
        var needsComposing = false
        var index = 0
        let count = bytes.count
        // Never longer than what came in: a space is written only where one or more were read.
        let output = [UInt8](unsafeUninitializedCapacity: count) { output, length in
            bytes.withUnsafeBufferPointer { bytes in
                func append(_ byte: UInt8) {
                    output[length] = byte
                    length += 1
                }
                while index < count {
                    let byte = bytes[index]
                    if byte < 0x80 {
                        index += 1
                        if byte <= 0x20 || byte == 0x7F {
                            needsSpace = needsSpace || byte == 0x20 || byte &- 9 < 5
                            continue
                        }
                        if needsSpace {
                            if length > 0 { append(0x20) }
                            needsSpace = false
                        }
                        append(byte)
                        continue
                    }
                    let size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                    guard index + size <= count else {
                        index = count
                        break
                    }
                    var scalar = UInt32(byte) & (size == 2 ? 0x1F : size == 3 ? 0x0F : 0x07)
                    for offset in 1..<size { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
                    switch kind(of: scalar) {
                    case .space: needsSpace = true
                    case .invisible: break
                    case .other:
                        if needsSpace {
                            if length > 0 { append(0x20) }
                            needsSpace = false
                        }
                        needsComposing = needsComposing || mayCompose(scalar)
                        for offset in 0..<size { append(bytes[index + offset]) }
                    }
                    index += size
                }
            }
        }
        return needsComposing ? composed(output) : output
    }

    private enum Kind { case space, invisible, other }

    /// Unicode White_Space and the invisible format characters that carry nothing in running text. The joiners
    /// U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
    private static func kind(of scalar: UInt32) -> Kind {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        case 0x80...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF, 0xFFFC, 0xE000...0xF8FF:
            .invisible
        default: .other
        }
    }

    /// Whether NFC could change a text with this scalar: combining marks, conjoining jamo, and the characters that
    /// NFC replaces (UAX #15, Quick_Check of NFC other than "yes"; generously).
    private static func mayCompose(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x1100...0x11FF, 0x2126, 0x212A, 0x212B, 0x2329, 0x232A, 0xF900...0xFAFF, 0x93C, 0x958...0x95F, 0x9BE, 0x9D7, 0x3099,
            0x309A, 0x483...0x487, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x900...0xDFF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0x340...0x344,
            0x1F71...0x1FFD, 0x2F800...0x2FA1F, 0x302A...0x302F, 0xF71...0xFBC, 0x102E, 0x1B35:
            true
        default: false
        }
    }

    private static func composed(_ bytes: [UInt8]) -> [UInt8] {
        // Foundation-free NFC: the standard library compares and hashes by it and offers it as a lazy sequence.
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self)._nfc { output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
        return output
    }
}
