/// Reads a token's bytes once and notes its traits.
package enum TokenScanner {
    /// Shape classes, three bits each.
    private enum Shape {
        static let upper: UInt32 = 1
        static let lower: UInt32 = 2
        static let digit: UInt32 = 3
        static let dot: UInt32 = 4
        static let dash: UInt32 = 5
        static let quote: UInt32 = 6
        static let other: UInt32 = 7
    }
    /// FNV-1a, 32 bits (Fowler, Noll, Vo).
    private static let basis: UInt32 = 0x811C_9DC5
    private static let prime: UInt32 = 0x0100_0193
    /// Ten runs of three bits fill a word; longer shapes are cut.
    private static let shapeLimit: UInt32 = 1 << 27

    /// - Complexity: O(bytes), no allocation.
    @inline(__always)
    package static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, into traits: inout TokenTraits) {
        var form = basis
        var lower = basis
        var head: UInt32 = 0
        var tail: UInt32 = 0
        var shape: UInt32 = 0
        var last: UInt32 = 0
        var flags: TokenTraits.Flags = []
        var capitals = 0
        var shift: UInt32 = 0
        var index = start
        @inline(__always) func put(_ asIs: UInt8, _ lowered: UInt8) {
            form = (form ^ UInt32(asIs)) &* prime
            lower = (lower ^ UInt32(lowered)) &* prime
            if shift < 32 {
                head |= UInt32(lowered) << shift
                shift &+= 8
            }
            tail = tail << 8 | UInt32(lowered)
        }
        @inline(__always) func note(_ kind: UInt32) {
            if kind != last, shape < shapeLimit { shape = shape << 3 | kind }
            last = kind
        }
        while index < end {
            let byte = bytes[index]
            index &+= 1
            if byte &- 0x61 < 26 {
                put(byte, byte)
                note(Shape.lower)
                flags.insert(.hasLower)
            } else if byte &- 0x41 < 26 {
                put(byte, byte | 0x20)
                noteUpper()
            } else if byte &- 0x30 < 10 {
                put(0x30, 0x30)
                note(Shape.digit)
                flags.insert(.hasDigit)
            } else if byte < 0x80 {
                put(byte, byte)
                note(byte == 0x2E ? Shape.dot : byte == 0x2D ? Shape.dash : byte == 0x27 ? Shape.quote : Shape.other)
            } else {
                scanWide(byte)
            }
        }
        @inline(__always) func noteUpper() {
            capitals += 1
            // A second capital in a row is worth a mark: "I" and "UN" differ.
            if last == Shape.upper, shape & 7 == Shape.upper, shape >> 3 & 7 != Shape.upper, shape < shapeLimit {
                shape = shape << 3 | Shape.upper
            }
            note(Shape.upper)
            if index &- 1 == start || (index &- 2 == start && bytes[start] >= 0x80) { flags.insert(.capitalized) }
        }
        // Not ASCII: quotes and dashes of U+2010–201F become ASCII; two-byte Latin letters get their case.
        func scanWide(_ byte: UInt8) {
            if byte == 0xE2, index &+ 1 < end, bytes[index] == 0x80, bytes[index &+ 1] & 0xF0 == 0x90 {
                let mark = bytes[index &+ 1] & 0x0F
                index &+= 2
                let ascii: UInt8 = mark < 8 ? 0x2D : mark < 0xC ? 0x27 : 0x22
                put(ascii, ascii)
                note(ascii == 0x2D ? Shape.dash : ascii == 0x27 ? Shape.quote : Shape.other)
            } else if byte & 0xFC == 0xC4 || byte == 0xC3, index < end {
                let second = bytes[index]
                index &+= 1
                let lowered = TokenScanner.lowered(byte, second)
                put(byte, lowered.0)
                put(second, lowered.1)
                if lowered.1 != second || lowered.0 != byte {
                    noteUpper()
                } else {
                    note(Shape.lower)
                    flags.insert(.hasLower)
                }
            } else {
                put(byte, byte)
                if byte & 0xC0 != 0x80 {
                    note(Shape.lower)
                    flags.insert(.hasLower)
                }
            }
        }
        // Penn Treebank's opening and closing quotes.
        if end &- start == 2, bytes[start] == bytes[start &+ 1], bytes[start] == 0x60 || bytes[start] == 0x27 {
            form = (basis ^ 0x22) &* prime
            lower = form
            head = 0x22
            tail = 0x22
            shape = Shape.other
        }
        if capitals > 1 { flags.insert(.severalCapitals) }
        if capitals > 0 { flags.insert(.hasCapital) }
        if capitals > 0 || flags.contains(.hasLower) { flags.insert(.hasLetter) }
        if end &- start <= 3, !flags.contains(.capitalized), TokenScanner.isJoiner(head) { flags.insert(.joiner) }
        traits.form = form
        traits.lower = lower
        traits.head = head
        traits.tail = tail
        traits.shape = shape
        traits.flags = flags
    }

    /// The lower-case letter of a two-byte letter of Latin-1 or Latin Extended-A (lead bytes C3–C5).
    @inline(__always)
    static func lowered(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8) {
        switch lead {
        case 0xC3: (0xC3, trail < 0x9F && trail != 0x97 ? trail | 0x20 : trail)
        // Upper and lower case alternate, with even capitals but for U+0139–0148 and U+0179–017E.
        case 0xC4: (0xC4, trail < 0xB8 ? trail | 1 : trail == 0xBF ? trail : trail & 1 == 1 ? trail &+ 1 : trail)
        case 0xC5:
            (0xC5, trail < 0x89 ? (trail & 1 == 1 && trail < 0x88 ? trail &+ 1 : trail)
                : trail < 0xB8 ? trail | 1 : trail < 0xBF && trail & 1 == 1 ? trail &+ 1 : trail)
        default: (lead, trail)
        }
    }

    /// The lower-cased hash of a word of ASCII letters.
    package static func hash(_ word: StaticString) -> UInt32 {
        var hash = basis
        for index in 0..<word.utf8CodeUnitCount { hash = (hash ^ UInt32(word.utf8Start[index])) &* prime }
        return hash
    }

    /// Whether a word of at most three bytes, packed as ``TokenTraits/head``, may stand inside a name.
    @inline(__always)
    private static func isJoiner(_ head: UInt32) -> Bool {
        switch head {
        // of, de, la, le, du, da, do, al, el, di, et; y, e, &; the hyphen of "Anne-Sofie", a token of its own here.
        case 0x666F, 0x6564, 0x616C, 0x656C, 0x7564, 0x6164, 0x6F64, 0x6C61, 0x6C65, 0x6964, 0x7465, 0x79, 0x65, 0x26, 0x2D: true
        // for, dos, das, del, der, den, van, von, bin, ibn, the, und.
        case 0x72_6F66, 0x73_6F64, 0x73_6164, 0x6C_6564, 0x72_6564, 0x6E_6564, 0x6E_6176, 0x6E_6F76, 0x6E_6962, 0x6E_6269, 0x65_6874,
            0x64_6E75: true
        default: false
        }
    }
}
