import StageKit

extension Condition {
    /// Whether it holds. Of what is absent nothing holds, but that it is absent.
    ///
    /// - Complexity: O(conditions × length of what they ask about).
    func holds(of article: Article) -> Bool {
        switch self {
        case .all(let clauses): return clauses.allSatisfy { $0.condition.holds(of: article) }
        case .any(let clauses): return clauses.contains { $0.condition.holds(of: article) }
        case .not(let condition): return !condition.holds(of: article)
        case .constant(let truth): return truth
        case .compare(let left, let comparison, let right): return left.value(article).compares(comparison, right.value(article))
        case .isAmong(let operand, let values):
            let value = operand.value(article)
            return values.contains { value.compares(.equal, $0) }
        case .contains(let whole, let part): return whole.value(article).contains(part.value(article))
        case .containsWord(let operand, let word): return operand.value(article).texts.contains(where: word.isIn)
        case .matches(let operand, let glob): return operand.value(article).texts.contains(where: glob.matches)
        case .isPresent(let operand): return operand.value(article).isPresent
        case .holds(let operand): return operand.value(article).compares(.equal, .truth(true))
        case .mentions(let name):
            guard let text = article.text else { return false }
            return article.entities.contains { entity in
                entity.name?.utf8.elementsEqual(name) == true || text.utf8[entity.range].elementsEqual(name)
            }
        }
    }
}

extension Value {
    fileprivate var isPresent: Bool {
        switch self {
        case .absent: false
        case .texts(let texts): !texts.isEmpty
        default: true
        }
    }

    /// The texts in it.
    fileprivate var texts: [[UInt8]] {
        switch self {
        case .text(let text): [text]
        case .texts(let texts): texts
        case .layer(let values, _): values.compactMap { $0.stringValue.map { Array($0.utf8) } }
        default: []
        }
    }

    /// Of what a path finds in a layer, one that fits is enough.
    fileprivate func compares(_ comparison: Comparison, _ other: Value) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): comparison.holds(left < right ? -1 : left > right ? 1 : 0)
        case (.moment(let left), .moment(let right)): comparison.holds(Double(left.compared(to: right)))
        case (.text(let left), .text(let right)): (left == right) == (comparison == .equal)
        case (.truth(let left), .truth(let right)): (left == right) == (comparison == .equal)
        case (.layer(let values, _), .layer(let others, _)):
            values.contains { value in others.contains { Value(value).comparesAlike(comparison, Value($0)) } }
        case (.layer(let values, _), _): values.contains { Value($0, like: other).comparesAlike(comparison, other) }
        case (_, .layer(let values, _)): values.contains { self.comparesAlike(comparison, Value($0, like: self)) }
        default: false
        }
    }

    /// Two values of which neither is a layer's any more.
    private func comparesAlike(_ comparison: Comparison, _ other: Value) -> Bool {
        switch (self, other) {
        case (.layer, _), (_, .layer): false
        // Texts are equal or not.
        case (.text, .text) where !comparison.isEquality, (.truth, .truth) where !comparison.isEquality: false
        default: compares(comparison, other)
        }
    }

    private init(_ value: JSONValue) {
        self = switch value {
        case .integer(let number): .number(Double(number))
        case .number(let number): .number(number)
        case .string(let text): .text(Array(text.utf8))
        case .bool(let truth): .truth(truth)
        default: .absent
        }
    }

    /// A text that is compared to a date is read as one.
    private init(_ value: JSONValue, like other: Value) {
        self.init(value)
        if case .moment = other { self = value.stringValue.flatMap { Moment($0) }.map { .moment($0) } ?? .absent }
    }

    fileprivate func contains(_ part: Value) -> Bool {
        switch (self, part) {
        case (.text(let text), .text(let part)): return Value.contains(text, part)
        case (.texts(let texts), .text(let part)): return texts.contains(part)
        // A single text in a layer is searched, a list of them looked through.
        case (.layer(_, isList: false), .text(let part)): return self.texts.contains { Value.contains($0, part) }
        case (.layer, .text(let part)): return texts.contains(part)
        case (.layer, _): return compares(.equal, part)
        case (_, .layer(let values, _)): return values.contains { self.contains(Value($0)) }
        default: return false
        }
    }

    /// - Complexity: O(text × part), in practice O(text).
    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { start in
            text[start] == first && text[start..<start + part.count].elementsEqual(part)
        }
    }
}
