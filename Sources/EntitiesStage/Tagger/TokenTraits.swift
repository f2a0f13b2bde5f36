/// What the features of a token are made of, gathered once per token.
///
/// Letters of ASCII, Latin-1 and Latin Extended-A are lower-cased; digits become `0`; typographic quotes and dashes
/// become their ASCII counterparts, so that a text's typography does not change its features.
package struct TokenTraits {
    /// Hash of the bytes as they stand, and lower-cased.
    package var form: UInt32 = 0
    package var lower: UInt32 = 0
    /// The first and last four lower-cased bytes; the first byte is the lowest of `head`, the last one of `tail`.
    package var head: UInt32 = 0
    package var tail: UInt32 = 0
    /// The pattern of letters, digits and marks, repetitions shortened, three bits each ("Xx", "0.0", "XX").
    package var shape: UInt32 = 0
    package var flags: Flags = []
    package var lexicon = LexiconEntry()
    /// The class of the lower-cased word, which a capital hides: "Homes" in "Tidewater Homes" is one of many homes.
    package var commonClass: UInt16 = 0
    /// ``LexiconEntry/sense`` of the lower-cased word.
    package var sense: UInt16 = 0
    /// Lists that hold this very token, and lists that hold a longer phrase around it with the place in that phrase.
    package var single: UInt16 = 0
    package var multi: UInt32 = 0
    /// The run of capitalised tokens that this one is part of: indices in the sentence; empty outside a run.
    package var runStart: Int32 = 0
    package var runEnd: Int32 = 0
    /// The same with joining words inside ("University of Southern California").
    package var wideStart: Int32 = 0
    package var wideEnd: Int32 = 0

    /// Where the noun stands that says what the run is ("Cortez, a former goalkeeper"), at the run's first token; 0: nowhere.
    package var apposition: Int32 = 0

    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Starts with a capital letter.
        package static let capitalized = Flags(rawValue: 1)
        package static let hasLower = Flags(rawValue: 2)
        package static let hasDigit = Flags(rawValue: 4)
        package static let hasLetter = Flags(rawValue: 8)
        package static let joiner = Flags(rawValue: 16)
        package static let severalCapitals = Flags(rawValue: 32)
        /// A capital letter anywhere ("iPhone").
        package static let hasCapital = Flags(rawValue: 64)
    }

    package init() {}

    /// The three, two last lower-cased bytes, and so on.
    @inline(__always) var suffix2: UInt32 { tail & 0xFFFF }
    @inline(__always) var suffix3: UInt32 { tail & 0xFF_FFFF }
    @inline(__always) var prefix3: UInt32 { head & 0xFF_FFFF }
    @inline(__always) package var isCapitalized: Bool { flags.contains(.capitalized) }
    /// A word or mark without capitals and digits that is seldom or never written with a capital, as far as known.
    @inline(__always) var isUsuallySmall: Bool {
        flags.isDisjoint(with: [.hasCapital, .hasDigit]) && lexicon.capital <= LexiconEntry.seldomCapital
    }
}
