/// What a scalar beyond ASCII is to the segmenter.
enum ScalarClass: UInt8 {
    case space
    case lower
    /// Upper and title case.
    case upper
    /// A letter without case, or a format character that stays inside a word (soft hyphen, zero-width joiner apart).
    case letter
    case digit
    /// Belongs to the grapheme of the scalar before it (combining mark, variation selector, skin tone, ZWJ).
    case extend
    /// Belongs to the grapheme of the scalar after it (Unicode's `Prepend`).
    case prepend
    case regionalIndicator
    case apostrophe
    case hyphen
    case dash
    case openQuote
    case closeQuote
    case opener
    case closer
    case ellipsis
    /// A stop that is nothing else and needs no space after it: 。！？．, the danda of Devanagari, Urdu's stop, Arabic's question mark.
    case ideographicStop
    case bullet
    case symbol
}

/// A scalar and how many bytes it takes.
struct DecodedScalar {
    var value: UInt32
    var length: Int
}

/// Decodes the scalar at `index`; a byte that starts none counts as one scalar U+FFFD of one byte.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> DecodedScalar {
    let first = UInt32(bytes[index])
    if first < 0x80 { return DecodedScalar(value: first, length: 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, index + length <= end else { return DecodedScalar(value: 0xFFFD, length: 1) }
    var value = length == 2 ? first & 0x1F : length == 3 ? first & 0x0F : first & 0x07
    for offset in 1..<length {
        let byte = bytes[index + offset]
        guard byte & 0xC0 == 0x80 else { return DecodedScalar(value: 0xFFFD, length: 1) }
        value = value << 6 | UInt32(byte & 0x3F)
    }
    return DecodedScalar(value: value, length: length)
}

extension ScalarClass {
    /// The class of a scalar; the ranges that news in Latin script uses are answered without Unicode tables.
    static func of(_ value: UInt32) -> ScalarClass {
        switch value {
        case 0xC0...0xDE where value != 0xD7: return .upper
        case 0xDF...0xFF where value != 0xF7: return .lower
        case 0x2000...0x206F: return generalPunctuation(value)
        case 0x100...0x17F, 0x370...0x52F: break
        case 0x1F1E6...0x1F1FF: return .regionalIndicator
        case 0x1F3FB...0x1F3FF: return .extend
        case 0x85, 0xA0, 0x1680, 0x3000: return .space
        case 0xAA, 0xB0, 0xBA: return .letter
        case 0xAB: return .openQuote
        case 0xBB: return .closeQuote
        case 0xB7, 0x25AA, 0x25CF, 0x25E6, 0x25A0, 0x25B6: return .bullet
        case 0x3002, 0xFF0E, 0xFF01, 0xFF1F, 0xFF61, 0x61F, 0x6D4, 0x964, 0x965: return .ideographicStop
        case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0xFF08: return .opener
        case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF09: return .closer
        case 0xE33, 0xEB3: return .extend
        case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0xD4E, 0x110BD, 0x110CD, 0x111C2, 0x111C3, 0x113D1, 0x1193F,
            0x11941, 0x11A3A, 0x11A84...0x11A89, 0x11D46, 0x11F02:
            return .prepend
        default: break
        }
        return byUnicodeProperties(value)
    }

    private static func generalPunctuation(_ value: UInt32) -> ScalarClass {
        switch value {
        case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: .space
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: .letter
        case 0x200C, 0x200D: .extend
        case 0x2010, 0x2011: .hyphen
        case 0x2012...0x2015: .dash
        case 0x2019: .apostrophe
        case 0x2018, 0x201A, 0x201C, 0x201E, 0x201B, 0x201F, 0x2039: .openQuote
        case 0x201D, 0x203A: .closeQuote
        case 0x2026: .ellipsis
        case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D: .bullet
        case 0x203C, 0x2047...0x2049: .symbol
        case 0x2045: .opener
        case 0x2046: .closer
        default: .symbol
        }
    }

    private static func byUnicodeProperties(_ value: UInt32) -> ScalarClass {
        guard let scalar = Unicode.Scalar(value) else { return .symbol }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .lowercaseLetter: return .lower
        case .uppercaseLetter, .titlecaseLetter: return .upper
        case .otherLetter, .letterNumber: return .letter
        case .modifierLetter: return properties.isGraphemeExtend ? .extend : .letter
        case .decimalNumber: return .digit
        case .nonspacingMark, .enclosingMark, .spacingMark: return .extend
        case .format: return properties.isGraphemeExtend ? .extend : .letter
        case .dashPunctuation: return .dash
        case .openPunctuation: return .opener
        case .closePunctuation: return .closer
        case .initialPunctuation: return .openQuote
        case .finalPunctuation: return .closeQuote
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
        default: return properties.isGraphemeExtend ? .extend : .symbol
        }
    }

    /// Whether the scalar is part of a word.
    var isWord: Bool {
        switch self {
        case .lower, .upper, .letter, .digit, .extend, .prepend: true
        default: false
        }
    }
}
