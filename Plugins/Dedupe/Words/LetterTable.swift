/// Tells letters and digits from what parts words, and folds their case; for every scalar.
struct LetterTable {
    /// What parts words.
    static let separator: UInt32 = 0
    /// Set on a scalar that is a word of its own, of a script that is written without spaces.
    static let isWordFlag: UInt32 = 1 << 31

    /// Folded scalars below U+0800, which take one or two bytes; ``separator`` where one is no letter, mark or digit.
    private let folded: [UInt32]

    init() {
        folded = (0..<0x800).map { (value: UInt32) in
            guard let scalar = Unicode.Scalar(value) else { return LetterTable.separator }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .otherNumber, .nonspacingMark,
                .spacingMark:
                let lower = scalar.properties.lowercaseMapping.unicodeScalars
                return lower.count == 1 ? lower.first?.value ?? value : value
            default: return LetterTable.separator
            }
        }
    }

    /// The folded scalar, ``separator``, or a scalar with ``isWordFlag``.
    ///
    /// Beyond U+07FF, where few scripts have case, whole blocks are told apart and case is left as it is.
    @inline(__always)
    func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x800 { return folded[Int(scalar)] }
        switch scalar {
        // Punctuation, symbols; of the full-width and small forms; private; pictographs.
        case 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0xE000...0xF8FF, 0xFE00...0xFE6F, 0xFEFF, 0xFF00...0xFF0F,
            0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF:
            return LetterTable.separator
        // Thai and Lao; Burmese; Khmer; kana; Han, its extensions and compatibility forms.
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3021...0x302F, 0x3031...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return scalar | LetterTable.isWordFlag
        default: return scalar
        }
    }
}
