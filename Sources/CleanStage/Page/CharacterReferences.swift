/// Resolves character references: `&amp;`, `&#8217;`, `&#x2019;` (HTML living standard, 13.2.5.72 to 13.2.5.80).
enum CharacterReferences {
    /// Appends `text` with its references resolved; what is none stays as it is.
    /// - Parameter isAttribute: in attributes `&copy=` and `&copyright` are parts of addresses.
    /// - Complexity: O(n).
    static func append(_ text: UnsafeBufferPointer<UInt8>, isAttribute: Bool, to output: inout [UInt8]) {
        var position = 0
        var copied = 0
        while let mark = ByteSearch.first(UInt8(ascii: "&"), in: text, from: position) {
            guard let reference = Reference(text, at: mark + 1, isAttribute: isAttribute) else {
                position = mark + 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<mark]))
            for scalar in [reference.first, reference.second] {
                if let scalar { output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
            }
            position = reference.end
            copied = position
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }

    /// One reference: the characters it stands for, and where the text goes on.
    private struct Reference {
        var first: Unicode.Scalar
        var second: Unicode.Scalar?
        var end: Int

        /// - Parameter start: behind the ampersand.
        init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int, isAttribute: Bool) {
            guard start < text.count else { return nil }
            if text[start] == UInt8(ascii: "#") { self.init(number: text, at: start + 1) } else { self.init(name: text, at: start, isAttribute) }
        }

        private init?(number text: UnsafeBufferPointer<UInt8>, at start: Int) {
            var position = start
            let isHexadecimal = position < text.count && text[position] | 0x20 == UInt8(ascii: "x")
            if isHexadecimal { position += 1 }
            let digits = position
            var value: UInt32 = 0
            while position < text.count, let digit = Reference.digit(text[position], isHexadecimal) {
                value = min(value * (isHexadecimal ? 16 : 10) + digit, Reference.beyondUnicode)
                position += 1
            }
            guard position > digits else { return nil }
            if position < text.count, text[position] == UInt8(ascii: ";") { position += 1 }
            // Numbers of the C1 range mean windows-1252.
            let meant = 0x80...0x9F ~= value ? UInt32(Windows1252.upper[Int(value) - 0x80]) : value
            first = meant == 0 ? "\u{FFFD}" : Unicode.Scalar(meant) ?? "\u{FFFD}"
            end = position
        }

        private init?(name text: UnsafeBufferPointer<UInt8>, at start: Int, _ isAttribute: Bool) {
            var position = start
            while position < text.count, position - start < NamedCharacters.longest, Reference.isAlphanumeric(text[position]) { position += 1 }
            if position < text.count, text[position] == UInt8(ascii: ";"), let found = NamedCharacters.shared.find(UnsafeBufferPointer(rebasing: text[start..<position])) {
                (first, second) = found
                end = position + 1
                return
            }
            // Old names need no semicolon: the longest one that the text starts with.
            while position > start {
                if let found = NamedCharacters.shared.findOpen(UnsafeBufferPointer(rebasing: text[start..<position])) {
                    if isAttribute, position < text.count, text[position] == UInt8(ascii: "=") || Reference.isAlphanumeric(text[position]) { return nil }
                    (first, second) = found
                    end = position
                    return
                }
                position -= 1
            }
            return nil
        }

        /// What numbers above Unicode's last code point count as; far below overflow when multiplied.
        private static let beyondUnicode: UInt32 = 0x11_0000

        private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
            if byte &- 0x30 < 10 { return UInt32(byte - 0x30) }
            let letter = (byte | 0x20) &- 0x61
            return isHexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
        }

        private static func isAlphanumeric(_ byte: UInt8) -> Bool { HTMLTokenizer.isLetter(byte) || byte &- 0x30 < 10 }
    }
}
