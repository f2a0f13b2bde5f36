import StageKit

/// What to say of names that an expression cannot have.
enum Names {
    private static let functions = ["lower", "count", "entities", "mentions", "entity"]

    static func unknown(_ name: String, at offset: Int, isCalled: Bool) -> ExpressionProblem {
        let message = isCalled ? "there is no function '\(name.printable)'" : "an article has no field '\(name.printable)'"
        let known = isCalled ? functions : Field.allCases.map(\.rawValue) + functions + Parser.words
        let advice: String
        if let near = NearestName.of(name, among: known) {
            advice = "did you mean '\(near)'?"
        } else if isCalled {
            advice = "there are \(functions.joined(separator: ", "))"
        } else {
            advice = "a text stands in quotes: \"\(name)\"; fields are \(Field.allCases.map(\.rawValue).joined(separator: ", "))"
        }
        return ExpressionProblem(message: message, offset: offset, advice: advice)
    }

    /// A gazetteer may bring types of its own, so that only one that is nearly a known one must be a mistake.
    static func doubtful(type name: String, at offset: Int) -> ExpressionProblem? {
        let known = EntityType.wellKnown.map(\.rawValue)
        guard !known.contains(name), let near = NearestName.of(name, among: known) else { return nil }
        return ExpressionProblem(message: "there is no type '\(name.printable)' of entities", offset: offset, advice: "did you mean \"\(near)\"?")
    }
}
