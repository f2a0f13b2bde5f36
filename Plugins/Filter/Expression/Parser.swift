import StageKit

/// Reads conditions by recursive descent:
///
///     condition  = and { "or" and }
///     and        = not { "and" not }
///     not        = "not" not | "(" condition ")" | test
///     test       = operand [ comparison operand | [ "not" ] ( "in" list | "contains" [ "word" ] operand | "matches" text )
///                  | "is" ( "present" | "absent" ) ]
///
/// The first mistake in the grammar ends it; mistakes of types and names are collected.
struct Parser {
    /// Parentheses and nots within each other: more are no expression that a person wrote.
    private static let mostDepth = 64
    static let words = ["and", "or", "not", "in", "contains", "word", "matches", "is", "present", "absent", "true", "false"]

    private let tokens: [Token]
    private var index = 0
    private var depth = 0
    /// What is wrong with what could be read.
    private(set) var problems: [ExpressionProblem] = []

    init(_ tokens: [Token]) {
        self.tokens = tokens
    }

    /// - Complexity: O(tokens).
    mutating func condition() throws(ExpressionProblem) -> Clause {
        guard token.kind != .end else {
            throw ExpressionProblem(message: "the condition is empty", offset: 0, advice: "write one, such as words >= 150")
        }
        let clause = try alternatives()
        guard token.kind == .end else { throw unexpected("'and', 'or' or the end") }
        return clause
    }

    // MARK: - Conditions

    private mutating func alternatives() throws(ExpressionProblem) -> Clause {
        var clauses = [try conjunction()]
        while takeWord("or") { clauses.append(try conjunction()) }
        return joined(clauses) { .any($0) }
    }

    private mutating func conjunction() throws(ExpressionProblem) -> Clause {
        var clauses = [try negation()]
        while takeWord("and") { clauses.append(try negation()) }
        return joined(clauses) { .all($0) }
    }

    private func joined(_ clauses: [Clause], _ join: ([Clause]) -> Condition) -> Clause {
        guard clauses.count > 1, let last = clauses.last else { return clauses[0] }
        return Clause(condition: join(clauses), range: clauses[0].range.lowerBound..<last.range.upperBound)
    }

    private mutating func negation() throws(ExpressionProblem) -> Clause {
        let start = token.range.lowerBound
        guard depth < Parser.mostDepth else {
            throw ExpressionProblem(
                message: "conditions are nested more than \(Parser.mostDepth) deep", offset: start, advice: "write it as several filters, one behind the other")
        }
        depth += 1
        defer { depth -= 1 }
        if takeWord("not") {
            let negated = try negation()
            return Clause(condition: .not(negated.condition), range: start..<negated.range.upperBound)
        }
        if takeSymbol("(") {
            let inner = try alternatives()
            guard takeSymbol(")") else { throw unexpected("')'") }
            return Clause(condition: inner.condition, range: start..<tokens[index - 1].range.upperBound)
        }
        let condition = try test()
        return Clause(condition: condition, range: start..<tokens[index - 1].range.upperBound)
    }

    private mutating func test() throws(ExpressionProblem) -> Condition {
        if takeWord("true") { return .constant(true) }
        if takeWord("false") { return .constant(false) }
        let start = token
        if case .name("entity") = token.kind { return try mention() }
        let left = try operand()
        let typed = TypedOperand(operand: left, token: start)
        if case .symbol(let symbol) = token.kind, let comparison = Comparison(rawValue: symbol) {
            index += 1
            let place = token
            let right = TypedOperand(operand: try operand(), token: place)
            return check(typed.compared(comparison, to: right), else: .constant(false))
        }
        let isNegated = takeWord("not")
        let condition = try predicate(typed, isNegated: isNegated)
        return isNegated ? .not(condition) : condition
    }

    private mutating func predicate(_ left: TypedOperand, isNegated: Bool) throws(ExpressionProblem) -> Condition {
        if takeWord("in") { return try check(left.isAmong(list()), else: .constant(false)) }
        if takeWord("contains") {
            let isWord = takeWord("word")
            let place = token
            let right = TypedOperand(operand: try operand(), token: place)
            return check(isWord ? left.containsWord(right) : left.contains(right), else: .constant(false))
        }
        if takeWord("matches") {
            let place = token
            let right = TypedOperand(operand: try operand(), token: place)
            return check(left.matches(right), else: .constant(false))
        }
        guard !isNegated else { throw unexpected("'in', 'contains' or 'matches'") }
        if takeWord("is") {
            if takeWord("present") { return .isPresent(left.operand) }
            if takeWord("absent") { return .not(.isPresent(left.operand)) }
            throw unexpected("'present' or 'absent'")
        }
        guard isAtBoundary else { throw unexpected("an operator, 'and', 'or' or the end") }
        return check(left.holds(), else: .constant(false))
    }

    private var isAtBoundary: Bool {
        switch token.kind {
        case .end, .symbol(")"), .name("and"), .name("or"): true
        default: false
        }
    }

    private mutating func check(_ result: Result<Condition, ExpressionProblem>, else substitute: Condition) -> Condition {
        switch result {
        case .success(let condition): return condition
        case .failure(let problem):
            problems.append(problem)
            return substitute
        }
    }

    // MARK: - Operands

    private mutating func mention() throws(ExpressionProblem) -> Condition {
        index += 1
        guard takeSymbol("("), case .text(let name) = token.kind else { throw unexpected("a name in quotes and parentheses: entity(\"Jean Reisz\")") }
        index += 1
        guard takeSymbol(")") else { throw unexpected("')'") }
        return .mentions(Array(name.utf8))
    }

    private mutating func operand() throws(ExpressionProblem) -> Operand {
        let token = token
        switch token.kind {
        case .text(let text):
            index += 1
            return .literal(.text(Array(text.utf8)))
        case .number(let number):
            index += 1
            return .literal(.number(number))
        case .moment(let moment):
            index += 1
            return .literal(.moment(moment))
        case .name(let name) where !Parser.words.contains(name) || name == "true" || name == "false":
            index += 1
            return try named(name, token)
        default: throw unexpected("a field or a value")
        }
    }

    private mutating func named(_ name: String, _ token: Token) throws(ExpressionProblem) -> Operand {
        switch name {
        case "true": return .literal(.truth(true))
        case "false": return .literal(.truth(false))
        case "entities": return .entities(try typeArgument())
        case "mentions": return .mentions(try typeArgument())
        case "lower", "count":
            guard takeSymbol("(") else { throw unexpected("'(' and a field: \(name)(title)") }
            depth += 1
            defer { depth -= 1 }
            guard depth < Parser.mostDepth else { throw ExpressionProblem(message: "functions are nested too deep", offset: token.range.lowerBound) }
            let place = self.token
            let argument = TypedOperand(operand: try operand(), token: place)
            guard takeSymbol(")") else { throw unexpected("')'") }
            switch name == "lower" ? argument.lowercased() : argument.counted() {
            case .success(let operand): return operand
            case .failure(let problem):
                problems.append(problem)
                return .literal(.absent)
            }
        default:
            let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            if path[0] == "extensions" {
                guard path.count > 1 else {
                    throw ExpressionProblem(
                        message: "'extensions' holds layers, and is no value itself", offset: token.range.lowerBound, advice: "name one: extensions.NAME.MEMBER")
                }
                return .layer(path[1], Array(path.dropFirst(2)))
            }
            if let field = Field(rawValue: name) { return .field(field) }
            problems.append(Names.unknown(name, at: token.range.lowerBound, isCalled: self.token.kind == .symbol("(")))
            // Its argument, so that what follows is judged for itself.
            if takeSymbol("(") {
                while self.token.kind != .end, !takeSymbol(")") { index += 1 }
            }
            return .literal(.absent)
        }
    }

    /// `("person")`, which may be left out.
    private mutating func typeArgument() throws(ExpressionProblem) -> EntityType? {
        guard takeSymbol("(") else { return nil }
        guard case .text(let name) = token.kind else { throw unexpected("a type in quotes, such as \"person\"") }
        if let problem = Names.doubtful(type: name, at: token.range.lowerBound) { problems.append(problem) }
        index += 1
        guard takeSymbol(")") else { throw unexpected("')'") }
        return EntityType(rawValue: name)
    }

    private mutating func list() throws(ExpressionProblem) -> [TypedOperand] {
        guard takeSymbol("[") else { throw unexpected("a list: [\"en\", \"de\"]") }
        var elements: [TypedOperand] = []
        while !takeSymbol("]") {
            if !elements.isEmpty, !takeSymbol(",") { throw unexpected("',' or ']'") }
            let place = token
            elements.append(TypedOperand(operand: try operand(), token: place))
        }
        guard !elements.isEmpty else {
            throw ExpressionProblem(message: "the list is empty, so nothing is in it", offset: tokens[index - 1].range.lowerBound)
        }
        return elements
    }

    // MARK: - Tokens

    private var token: Token { tokens[min(index, tokens.count - 1)] }

    private mutating func takeWord(_ word: String) -> Bool { take(.name(word)) }

    private mutating func takeSymbol(_ symbol: String) -> Bool { take(.symbol(symbol)) }

    private mutating func take(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        index += 1
        return true
    }

    private func unexpected(_ wanted: String) -> ExpressionProblem {
        switch token.kind {
        case .end: return ExpressionProblem(message: "here is the end, where \(wanted) should be", offset: token.range.lowerBound)
        case .name(let name):
            let meant = Parser.words.contains(name) ? nil : NearestName.of(name, among: Parser.words)
            return ExpressionProblem(
                message: "here is '\(name.printable)', where \(wanted) should be", offset: token.range.lowerBound,
                advice: meant.map { "did you mean '\($0)'?" })
        case .symbol(let symbol):
            return ExpressionProblem(message: "here is '\(symbol)', where \(wanted) should be", offset: token.range.lowerBound)
        case .text, .number, .moment:
            return ExpressionProblem(message: "here is a value, where \(wanted) should be", offset: token.range.lowerBound)
        }
    }
}
