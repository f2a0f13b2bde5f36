/// A word of an expression.
struct Token: Equatable {
    enum Kind: Equatable {
        /// A field, a function or a word of the language; `extensions.quotes.speaker` is one name.
        case name(String)
        case text(String)
        case number(Double)
        case moment(Moment)
        /// `==`, `(`, …
        case symbol(String)
        case end
    }

    var kind: Kind
    /// In Unicode code points of the expression.
    var range: Range<Int>
}

/// What is wrong with an expression, and where.
struct ExpressionProblem: Error, Equatable {
    var message: String
    /// In Unicode code points of the expression.
    var offset: Int
    var advice: String?
}
