/// What a word means to the rules.
enum Lexeme: Sendable {
    case month(Int, isAlsoWord: Bool)
    case weekday(Int)
    /// A number word: "seven", "a" and "an" (weak) as one.
    case number(Int)
    case article
    /// "million" as a power of ten; letters ("m", "bn") only right behind digits.
    case magnitude(Int, isLetter: Bool)
    /// "today" and the like, in days from the article's date.
    case day(Int)
    case last, next, this, ago
    case period(Period)
    /// "in", "since" and other words after which a bare year or month is one.
    case preposition
    /// What points ahead ("will", "due"), and what reports ("said"), which ends that.
    case will, said
    /// "is", "are": with "to" behind they point ahead.
    case toBe
    case noon, midnight
    /// A time zone; its offset as ISO 8601 has it where the letters mean one zone only.
    case zone(StaticString?)
    case percent, percentagePoint, per
    /// An ISO 4217 code as a word in capitals ("USD"), and a currency's name ("euros").
    case currencyCode(StaticString)
    case currency(StaticString)
    /// A currency's name that several countries share ("francs"), and the code it has where nothing else is said.
    case sharedCurrency(SharedCurrency)
    case cents
    case unit(StaticString)
    case square, cubic, degrees
    case minus
    case of, early, late, mid
    case season

    var isCurrency: Bool {
        switch self {
        case .currency, .sharedCurrency: true
        default: false
        }
    }

    enum Period: Sendable {
        case day, week, month, year, decade
    }
}

/// Looks a word up by its hash, in an open-addressed table that is built once.
enum LexemeTable {
    static let basis: UInt32 = 0x811C_9DC5
    static let prime: UInt32 = 0x0100_0193
    private static let size = 2048

    private struct Slot: Sendable {
        var hash: UInt32 = 0
        var lexeme: Lexeme?
    }

    private static let slots: [Slot] = {
        var slots = Array(repeating: Slot(), count: size)
        for (words, lexeme) in LexemeList.all {
            for word in words.split(separator: " ") {
                var hash = basis
                for byte in word.utf8 { hash = (hash ^ UInt32(byte)) &* prime }
                var at = Int(hash) & (size - 1)
                while slots[at].lexeme != nil, slots[at].hash != hash { at = (at + 1) & (size - 1) }
                slots[at] = Slot(hash: hash, lexeme: lexeme)
            }
        }
        return slots
    }()

    @inline(__always)
    static func lexeme(_ hash: UInt32) -> Lexeme? {
        var at = Int(hash) & (size - 1)
        while let lexeme = slots[at].lexeme {
            if slots[at].hash == hash { return lexeme }
            at = (at + 1) & (size - 1)
        }
        return nil
    }
}
