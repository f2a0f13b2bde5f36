import StageKit

/// An operand as it is written, which must fit what is asked of it.
struct TypedOperand {
    var operand: Operand
    var token: Token

    private var type: ValueType { operand.type }

    private var name: String {
        switch token.kind {
        case .name(let name): "'\(name.printable)'"
        case .text(let text): "\"\(text.printable)\""
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        case .moment: "the date"
        default: "this"
        }
    }

    private func problem(_ message: String, _ advice: String?) -> Result<Condition, ExpressionProblem> {
        .failure(ExpressionProblem(message: message, offset: token.range.lowerBound, advice: advice))
    }

    func compared(_ comparison: Comparison, to other: TypedOperand) -> Result<Condition, ExpressionProblem> {
        let condition = Condition.compare(operand, comparison, other.operand)
        switch (type, other.type) {
        case (.texts, _): return problem("\(name) is a list of texts, which '\(comparison.rawValue)' cannot compare", "write \(plainName) contains \"…\", or count(\(plainName))")
        case (_, .texts): return other.problem("\(other.name) is a list of texts, which '\(comparison.rawValue)' cannot compare", "write \(other.plainName) contains \"…\"")
        case (.text, .text) where !comparison.isEquality, (.truth, .truth) where !comparison.isEquality,
            (.any, .text) where !comparison.isEquality, (.text, .any) where !comparison.isEquality:
            return problem("\(type == .truth ? "true and false" : "texts") have no order that '\(comparison.rawValue)' could tell", "use '==', '!=', 'in', 'contains' or 'matches'")
        case (.any, _), (_, .any): return .success(condition)
        case let (left, right) where left == right: return .success(condition)
        default: return mismatch(other)
        }
    }

    /// Both kinds do not go together; the second is told of, and what to write where it is a value.
    private func mismatch(_ other: TypedOperand) -> Result<Condition, ExpressionProblem> {
        var advice: String?
        if case .text(let text) = other.token.kind {
            let isRight = type == .number && Double(text) != nil || type == .moment && Moment(text) != nil
            advice = isRight ? "write \(text) without quotes" : nil
        } else if type == .text, case .name = token.kind {
            advice = "put the value in quotes"
        }
        return other.problem("\(name) is \(type.rawValue), but \(other.name) is \(other.type.rawValue)", advice)
    }

    func isAmong(_ elements: [TypedOperand]) -> Result<Condition, ExpressionProblem> {
        var values: [Value] = []
        for element in elements {
            guard case .literal(let value) = element.operand, value != .absent || element.isValue else {
                return element.problem("\(element.name) is a field; a list holds values", "a text stands in quotes: \"\(element.plainName)\"")
            }
            if type != .any, value.type != type, value != .absent {
                return type == .texts
                    ? problem("\(name) is a list of texts itself", "write \(plainName) contains \"…\"")
                    : mismatch(element)
            }
            values.append(value)
        }
        return .success(.isAmong(operand, values))
    }

    func contains(_ other: TypedOperand) -> Result<Condition, ExpressionProblem> {
        guard [.text, .texts, .any].contains(type) else {
            return problem("\(name) is \(type.rawValue), which contains nothing", "'contains' asks texts and lists")
        }
        if type == .any { return .success(.contains(operand, other.operand)) }
        guard [.text, .any].contains(other.type) else {
            return other.problem("\(name) is \(type.rawValue), and contains no more than texts, but \(other.name) is \(other.type.rawValue)", nil)
        }
        return .success(.contains(operand, other.operand))
    }

    func containsWord(_ other: TypedOperand) -> Result<Condition, ExpressionProblem> {
        guard [.text, .texts, .any].contains(type) else {
            return problem("\(name) is \(type.rawValue), which has no words", "'contains word' asks texts")
        }
        guard case .literal(.text(let text)) = other.operand, let word = Word(text) else {
            return other.problem("'contains word' needs a text with letters or digits in quotes", nil)
        }
        return .success(.containsWord(operand, word))
    }

    func matches(_ other: TypedOperand) -> Result<Condition, ExpressionProblem> {
        guard [.text, .texts, .any].contains(type) else {
            return problem("\(name) is \(type.rawValue), which a pattern cannot match", "'matches' asks texts")
        }
        guard case .literal(.text(let pattern)) = other.operand else {
            return other.problem("'matches' needs a pattern in quotes", "* stands for anything, ? for one character: \"*ferry*\"")
        }
        return .success(.matches(operand, Glob(String(decoding: pattern, as: UTF8.self))))
    }

    /// The operand as a condition of its own.
    func holds() -> Result<Condition, ExpressionProblem> {
        guard [.truth, .any].contains(type) else {
            let example = type == .number ? "\(plainName) >= 1" : "\(plainName) is present"
            return problem("\(name) is \(type.rawValue), and no condition", isValue ? "compare it to a field" : "compare it, such as \(example)")
        }
        return .success(.holds(operand))
    }

    func lowercased() -> Result<Operand, ExpressionProblem> {
        guard [.text, .texts, .any].contains(type) else {
            return .failure(ExpressionProblem(message: "\(name) is \(type.rawValue), which has no small letters", offset: token.range.lowerBound))
        }
        return .success(.lowercased(operand))
    }

    func counted() -> Result<Operand, ExpressionProblem> {
        guard [.texts, .any].contains(type) else {
            return .failure(ExpressionProblem(message: "\(name) is \(type.rawValue), of which there is one", offset: token.range.lowerBound, advice: "'count' asks lists"))
        }
        return .success(.count(operand))
    }

    private var plainName: String {
        if case .name(let name) = token.kind { name.printable } else { "it" }
    }

    private var isValue: Bool {
        if case .name = token.kind { false } else { true }
    }
}
