import StageKit

/// Finds what makes a file no text before a YAML parser sees it, so that the message names the byte.
enum TextCheck {
    static func firstProblem(of text: [UInt8], file: String) -> Diagnostic? {
        do {
            _ = try UTF8Span(validating: text.span)
        } catch {
            return Diagnostic(.error, "the file is not UTF-8: this byte is 0x\(hex(text[error.byteOffsets.lowerBound]))",
                at: location(of: error.byteOffsets.lowerBound, in: text, file: file), advice: "save it as UTF-8")
        }
        for (offset, byte) in text.enumerated() where byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 || byte == 0x7F {
            return Diagnostic(.error, "a control character (0x\(hex(byte))) stands in the file",
                at: location(of: offset, in: text, file: file), advice: "remove it")
        }
        return nil
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0\(digits)" : digits
    }

    private static func location(of offset: Int, in text: [UInt8], file: String) -> SourceLocation {
        let before = text[..<offset]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 }
        return SourceLocation(file: file, line: before.count { $0 == 0x0A } + 1, column: column + 1)
    }
}
