import StageKit

/// What can hold of an article. All checked: evaluating it cannot fail.
indirect enum Condition: Sendable, Hashable {
    case all([Clause])
    case any([Clause])
    case not(Condition)
    case constant(Bool)
    case compare(Operand, Comparison, Operand)
    case isAmong(Operand, [Value])
    case contains(Operand, Operand)
    case containsWord(Operand, Word)
    case matches(Operand, Glob)
    case isPresent(Operand)
    /// The operand is true.
    case holds(Operand)
    /// Someone or something is mentioned by this name.
    case mentions([UInt8])
}

/// A condition that is a part of another, with the place where it is written.
struct Clause: Sendable, Hashable {
    var condition: Condition
    /// In Unicode code points of the expression.
    var range: Range<Int>
}

enum Comparison: String, Sendable, Hashable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    var isEquality: Bool { self == .equal || self == .unequal }

    /// - Parameter order: negative, zero or positive.
    func holds(_ order: Double) -> Bool {
        switch self {
        case .equal: order == 0
        case .unequal: order != 0
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        }
    }
}

/// What has a value for every article.
indirect enum Operand: Sendable, Hashable {
    case literal(Value)
    case field(Field)
    /// How many mentions there are, of one type or of all.
    case entities(EntityType?)
    /// The names that are mentioned, of one type or of all.
    case mentions(EntityType?)
    /// A plug-in's layer, and the way into it.
    case layer(String, [String])
    case lowercased(Operand)
    case count(Operand)
}

/// What kind of value an operand has.
enum ValueType: String, Sendable, Hashable {
    case number = "a number"
    case text = "a text"
    case moment = "a date"
    case truth = "true or false"
    case texts = "a list of texts"
    /// Told by the article alone.
    case any = "a value of any kind"
}

enum Value: Sendable, Hashable {
    case absent
    case number(Double)
    case text([UInt8])
    case moment(Moment)
    case truth(Bool)
    case texts([[UInt8]])
    /// What a layer holds at the end of a path: one value, or those of all elements where it goes through a list.
    case layer([JSONValue], isList: Bool)

    var type: ValueType {
        switch self {
        case .absent, .layer: .any
        case .number: .number
        case .text: .text
        case .moment: .moment
        case .truth: .truth
        case .texts: .texts
        }
    }
}
