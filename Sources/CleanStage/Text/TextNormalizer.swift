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
        var line: [UInt8] = []
        let isDone: Void? = input.withContiguousStorageIfAvailable { squeeze($0, into: &line) }
        if isDone == nil { Array(input).withUnsafeBufferPointer { squeeze($0, into: &line) } }
        return line
    }

    /// Appends the bytes as one line; see ``squeezed(_:)``.
    static func squeeze(_ input: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var needsComposing = false
        // Never longer than what came in, since a space is written only where one or more were read, and a step of eight bytes.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: input.count + 8) { room in
            var line = Line(room)
            var index = 0
            while index < input.count {
                let plain = line.appendPlain(EightBytes(input, at: index))
                index += plain > 0 ? plain : appendOne(input, at: index, to: &line, &needsComposing)
            }
            let written = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(room)[..<line.countWithoutSpace])
            if needsComposing { output += composed(written) } else { output.append(contentsOf: written) }
        }
    }

    /// A line in the making: no space at its start, never two in a row.
    private struct Line {
        private let room: UnsafeMutableBufferPointer<UInt8>
        private var count = 0

        init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

        private var takesSpace: Bool { count > 0 && room[count - 1] != 0x20 }

        /// The space that may stand last belongs to nothing.
        var countWithoutSpace: Int { count > 0 && !takesSpace ? count - 1 : count }

        mutating func append(_ byte: UInt8) {
            room[count] = byte
            count += 1
        }

        mutating func appendSpace() {
            if takesSpace { append(0x20) }
        }

        /// Takes the bytes that can stay as they are, up to the first that is no printable ASCII or a second space in a row.
        /// Returns how many these are.
        @inline(__always)
        mutating func appendPlain(_ bytes: EightBytes) -> Int {
            let spaces = bytes.spaces
            let plain = EightBytes.countBefore(bytes.unprintable | spaces & (spaces << 8 | (takesSpace ? 0 : 0x80)))
            // There is room for all eight; what is too much is written over.
            UnsafeMutableRawPointer(room.baseAddress.unsafelyUnwrapped).storeBytes(of: bytes.word.littleEndian, toByteOffset: count, as: UInt64.self)
            count += plain
            return plain
        }
    }

    /// Appends the character at `index`; returns its length.
    private static func appendOne(_ input: UnsafeBufferPointer<UInt8>, at index: Int, to line: inout Line, _ needsComposing: inout Bool) -> Int {
        let byte = input[index]
        if byte < 0x80 {
            guard byte == 0x20 || byte &- 9 < 5 else {
                if byte > 0x20, byte != 0x7F { line.append(byte) }
                return 1
            }
            line.appendSpace()
            // Lines of markup are indented.
            var end = index + 1
            while end < input.count, input[end] == 0x20 { end += 1 }
            return end - index
        }
        let size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        // A character that is cut off.
        guard index + size <= input.count else { return input.count - index }
        var scalar = UInt32(byte) & (size == 2 ? 0x1F : size == 3 ? 0x0F : 0x07)
        for offset in 1..<size { scalar = scalar << 6 | UInt32(input[index + offset] & 0x3F) }
        switch kind(of: scalar) {
        case .space: line.appendSpace()
        case .invisible: break
        case .other:
            needsComposing = needsComposing || mayCompose(scalar)
            for offset in 0..<size { line.append(input[index + offset]) }
        }
        return size
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

    private static func composed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        // Foundation-free NFC: the standard library compares and hashes by it and offers it as a lazy sequence.
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self)._nfc { output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
        return output
    }
}
