/// Compares a listed name with a stretch of text, byte by byte.
enum NameMatch {
    /// The stretch of `bytes` that the name covers: from the start of `range`, over marks that end the name ("Inc.").
    ///
    /// Blanks match any number of blanks; typographic quotes and dashes match their ASCII counterparts. Letters match as
    /// `casing` says; `#` and `*` are wildcards where the name is a pattern (``TokenPattern``).
    static func matches(
        _ text: [UInt8], _ name: Range<Int>, _ casing: GazetteerCase, isPattern: Bool = false, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Range<Int>? {
        let isFree = casing == .any || casing == .usual && !text[name].contains { $0 &- 0x41 < 26 }
        var isExact = true
        var isCapitals = true
        var (left, right) = (name.lowerBound, range.lowerBound)
        while left < name.upperBound, right < bytes.count {
            let (wanted, wantedLength) = folded(text[left], left + 2 < name.upperBound ? text[left + 2] : 0, left + 1 < name.upperBound ? text[left + 1] : 0)
            let (found, foundLength) = folded(bytes[right], right + 2 < bytes.count ? bytes[right + 2] : 0, right + 1 < bytes.count ? bytes[right + 1] : 0)
            if wanted == 0x20, found == 0x20 {
                while left < name.upperBound, text[left] == 0x20 { left += 1 }
                while right < bytes.count, bytes[right] == 0x20 || bytes[right] == 0x0A { right += 1 }
                continue
            }
            guard wanted == found || (isLetter(wanted) && wanted | 0x20 == found | 0x20) || (wanted >= 0x80 && found >= 0x80) else {
                if isPattern, let behind = PatternScan.behind(text, left, name.upperBound, bytes, right) {
                    left += 1
                    right = behind
                    continue
                }
                // A last full stop may be missing: "Acme Inc" for "Acme Inc.".
                return left == name.upperBound - 1 && wanted == 0x2E && right >= range.upperBound && (isFree || isExact || isCapitals && casing == .usual)
                    ? range.lowerBound..<range.upperBound : nil
            }
            if wanted != found { isExact = false }
            if found &- 0x61 < 26 { isCapitals = false }
            left += wantedLength
            right += foundLength
        }
        let isWhole = left == name.upperBound || (left == name.upperBound - 1 && text[left] == 0x2E)
        guard isWhole, right >= range.upperBound, isFree || isExact || isCapitals && casing == .usual else { return nil }
        return range.lowerBound..<right
    }

    /// Without the blanks at both ends, which would never match.
    static func trimmed(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = name.first, let last = name.last, first <= 0x20 || last <= 0x20 else { return name }
        var name = name
        while let last = name.last, last <= 0x20 { name.removeLast() }
        while let first = name.first, first <= 0x20 { name.removeFirst() }
        return name
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// A byte, with typographic quotes, dashes and blanks (three bytes, U+2000–201F) as ASCII, and its length.
    private static func folded(_ byte: UInt8, _ third: UInt8, _ second: UInt8) -> (UInt8, Int) {
        guard byte == 0xE2, second == 0x80 else { return (byte == 0x0A || byte == 0x09 ? 0x20 : byte, 1) }
        switch third {
        case 0x80...0x8A, 0xAF: return (0x20, 3)
        case 0x90...0x95: return (0x2D, 3)
        case 0x98...0x9B: return (0x27, 3)
        case 0x9C...0x9F: return (0x22, 3)
        default: return (byte, 1)
        }
    }
}
