/// What a byte of UTF-8 can be in a token. One table look-up per byte decides how the scan goes on.
enum ByteClass {
    static let space: UInt8 = 0
    static let newline: UInt8 = 1
    static let lower: UInt8 = 2
    static let upper: UInt8 = 3
    static let digit: UInt8 = 4
    /// `_`, which stays inside a word.
    static let underscore: UInt8 = 5
    static let apostrophe: UInt8 = 6
    static let hyphen: UInt8 = 7
    static let stop: UInt8 = 8
    static let comma: UInt8 = 9
    /// `!` and `?`.
    static let exclamation: UInt8 = 10
    static let colon: UInt8 = 11
    static let semicolon: UInt8 = 12
    static let slash: UInt8 = 13
    static let at: UInt8 = 14
    static let hash: UInt8 = 15
    static let ampersand: UInt8 = 16
    static let doubleQuote: UInt8 = 17
    static let opener: UInt8 = 18
    static let closer: UInt8 = 19
    /// Any other ASCII character, control characters included.
    static let symbol: UInt8 = 20
    /// The first or a further byte of a scalar beyond ASCII.
    static let high: UInt8 = 21

    static let table: [UInt8] = (0...255).map { classify(UInt8($0)) }

    private static func classify(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x0A, 0x0D: newline
        case 0x20, 0x09, 0x0B, 0x0C, 0x1C...0x1F: space
        case UInt8(ascii: "a")...UInt8(ascii: "z"): lower
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
        case UInt8(ascii: "_"): underscore
        case UInt8(ascii: "'"): apostrophe
        case UInt8(ascii: "-"): hyphen
        case UInt8(ascii: "."): stop
        case UInt8(ascii: ","): comma
        case UInt8(ascii: "!"), UInt8(ascii: "?"): exclamation
        case UInt8(ascii: ":"): colon
        case UInt8(ascii: ";"): semicolon
        case UInt8(ascii: "/"): slash
        case UInt8(ascii: "@"): at
        case UInt8(ascii: "#"): hash
        case UInt8(ascii: "&"): ampersand
        case UInt8(ascii: "\""): doubleQuote
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): opener
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): closer
        case 0x80...: high
        default: symbol
        }
    }
}
