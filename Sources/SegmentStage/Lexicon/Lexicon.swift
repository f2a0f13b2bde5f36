/// The word tables that boundary rules ask.
final class Lexicon: Sendable {
    let abbreviations = AbbreviationClass.table
    let functionWords = FunctionWord.table
    let starters = SentenceStarters.table

    static let shared = Lexicon()
}
