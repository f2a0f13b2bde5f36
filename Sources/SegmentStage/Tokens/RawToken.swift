/// What a token is, as far as sentence borders depend on it.
enum TokenKind: UInt8 {
    case word, number
    /// One `.`
    case stop
    /// A run of two or more stops, or `…`
    case ellipsis
    /// A run of `!` and `?`
    case exclamation
    /// 。 and the like, which need no space after them.
    case ideographicStop
    case comma, colon, semicolon, dash
    case opener, closer
    /// `"`, `'` and other quotation marks, by the side their spacing puts them on.
    case openQuote, closeQuote
    case bullet, symbol
    /// A URL, mail address, hash tag or user name.
    case web
    case emoticon
}

/// A token as the scan leaves it, before stops have been joined to abbreviations.
struct RawToken {
    var start: Int32
    var end: Int32
    var kind: TokenKind
    var shape: Shape
    var gap: Gap

    /// What lies between this token and the one before it.
    enum Gap: UInt8 {
        case none, space, newline
    }

    struct Shape: OptionSet {
        let rawValue: UInt8
        /// Its first letter is upper case.
        static let startsUpper = Shape(rawValue: 1)
        /// Its first character is a lower-case letter.
        static let startsLower = Shape(rawValue: 2)
        /// A lower-case letter is in it.
        static let hasLower = Shape(rawValue: 4)
        static let hasDigit = Shape(rawValue: 8)
        /// A stop is inside it: `U.S`, `1.5`.
        static let hasInnerStop = Shape(rawValue: 16)
        /// One letter alone.
        static let single = Shape(rawValue: 32)
        /// An apostrophe is inside it.
        static let hasApostrophe = Shape(rawValue: 64)
        /// A scalar beyond ASCII is in it.
        static let hasHigh = Shape(rawValue: 128)
    }

    var count: Int { Int(end - start) }
    var range: Range<Int> { Int(start)..<Int(end) }
    var isWordLike: Bool { kind == .word || kind == .number || kind == .web }
}
