import StageKit

/// Finds what makes a file no text before a YAML parser sees it, so that the message names the byte.
enum TextCheck {
    static func firstProblem(of text: [UInt8], file: String) -> Diagnostic? {
        do {
            _ = try UTF8Span(validating: text.span)
        } catch {
            let offset = error.byteOffsets.lowerBound
            return Diagnostic(.error, "the file is not UTF-8: this byte is 0x\(hex(UInt32(text[offset])))",
                at: SourceLines(text).location(of: offset, file: file), advice: "save it as UTF-8")
        }
        var offset = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if !isAllowed(scalar) {
                return Diagnostic(.error, "a character that is no text (U+\(hex(scalar.value, digits: 4))) stands in the file",
                    at: SourceLines(text).location(of: offset, file: file), advice: "remove it")
            }
            offset += UTF8.width(scalar)
        }
        return nil
    }

    /// YAML 1.1, section 5.1. The parser refuses others too, but without their place.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    private static func hex(_ value: UInt32, digits: Int = 2) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
