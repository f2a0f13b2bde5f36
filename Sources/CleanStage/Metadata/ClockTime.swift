/// Finds a time of day in a line: "9:25pm", "00:04 Uhr", "7:15 p. m.".
enum ClockTime {
    /// Minutes since midnight of the first one; nil where there is none.
    static func minutes(in bytes: [UInt8]) -> Int? {
        for colon in bytes.indices where bytes[colon] == UInt8(ascii: ":") {
            guard colon + 2 < bytes.count, let tens = digit(bytes[colon + 1]), let ones = digit(bytes[colon + 2]), colon > 0, let last = digit(bytes[colon - 1]) else { continue }
            if colon + 3 < bytes.count, digit(bytes[colon + 3]) != nil { continue }
            let first = colon > 1 ? digit(bytes[colon - 2]) : nil
            if first != nil, colon > 2, digit(bytes[colon - 3]) != nil || bytes[colon - 3] == UInt8(ascii: ":") { continue }
            var hour = 10 * (first ?? 0) + last
            let minute = 10 * tens + ones
            guard hour < 24, minute < 60 else { continue }
            if let half = half(bytes[(colon + 3)...]), hour <= 12 { hour = hour % 12 + half }
            return 60 * hour + minute
        }
        return nil
    }

    /// 0 for "am", 12 for "pm", in the spellings of English and Spanish.
    private static func half(_ bytes: ArraySlice<UInt8>) -> Int? {
        let letters = bytes.prefix(8).drop { $0 == 0x20 }.prefix { $0 == 0x20 || $0 == UInt8(ascii: ".") || ($0 | 0x20) &- 0x61 < 26 }.filter { $0 != 0x20 && $0 != UInt8(ascii: ".") }
        guard letters.count >= 2, letters[1] | 0x20 == UInt8(ascii: "m") else { return nil }
        return letters[0] | 0x20 == UInt8(ascii: "a") ? 0 : letters[0] | 0x20 == UInt8(ascii: "p") ? 12 : nil
    }

    private static func digit(_ byte: UInt8) -> Int? { byte &- 0x30 < 10 ? Int(byte - 0x30) : nil }
}
