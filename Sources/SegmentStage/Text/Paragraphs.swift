/// Finds paragraphs: stretches of text between blank lines.
enum Paragraphs {
    /// The byte ranges of the paragraphs, without the white space around them.
    ///
    /// - Complexity: O(n).
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        /// Behind the last byte that is no white space.
        var end = 0
        var newlines = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                // CR LF is one line break.
                if byte == 0x0A || index + 1 >= bytes.count || bytes[index + 1] != 0x0A { newlines += 1 }
            } else if !isSpace(byte) {
                if newlines >= 2, let begun = start {
                    ranges.append(begun..<end)
                    start = nil
                }
                newlines = 0
                if start == nil { start = graphemeStart(index, in: bytes) }
                end = index + 1
            }
            index += 1
        }
        if let start { ranges.append(start..<end) }
        return ranges
    }

    /// A combining mark forms a grapheme with the blank before it.
    private static func graphemeStart(_ index: Int, in bytes: [UInt8]) -> Int {
        guard bytes[index] >= 0x80, index > 0, bytes[index - 1] == 0x20 else { return index }
        let scalar = bytes.withUnsafeBufferPointer { decodeScalar($0, at: index, end: bytes.count).value }
        return ScalarClass.of(scalar) == .extend ? index - 1 : index
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        ByteClass.table[Int(byte)] <= ByteClass.newline
    }
}
