import StageKit

/// What a program says to one article.
enum Answer: Hashable {
    /// The members of the record that change.
    case article([String: JSONValue])
    case drop(String)
    case fail(String)

    /// A line that cannot be the answer to the article that was asked about.
    struct OutOfStep: Error {
        var reason: String
    }

    /// Reads a line.
    ///
    /// - Parameter number: the article's.
    /// - Throws: ``OutOfStep`` where the line is none of the protocol's or answers another article, after which nothing
    ///   that the program says can be trusted; ``StageFailure`` where just this answer is wrong.
    init(_ line: [UInt8], to number: Int) throws {
        let value: JSONValue
        do {
            value = try JSONParser.parse(line)
        } catch {
            throw OutOfStep(reason: "answered with a line that is not JSON (\(error))")
        }
        guard let answered = value["n"]?.integerValue else { throw OutOfStep(reason: "answered without 'n', the article's number") }
        guard answered == number else { throw OutOfStep(reason: "answered article \(answered), but was asked about article \(number)") }
        let given = ["article", "drop", "fail"].compactMap { name in value[name].flatMap { $0 == .null ? nil : (name, $0) } }
        guard given.count == 1 else {
            throw StageFailure(
                "the program's answer has \(given.isEmpty ? "none" : "more than one") of 'article', 'drop' and 'fail'",
                advice: "an article that stays as it is gets \"article\":{}")
        }
        switch given[0] {
        case ("article", .object(let members)): self = .article(members)
        case ("drop", .string(let reason)): self = .drop(Answer.reason(reason, longest: 100))
        case ("fail", .string(let reason)): self = .fail(Answer.reason(reason))
        case (let name, let value):
            throw StageFailure("the program's answer has \(value.kind) as '\(name)', not \(name == "article" ? "an object" : "a text")")
        }
    }

    /// A program's words, fit for a report: on one line and not too long.
    static func reason(_ text: String, longest: Int = 500) -> String {
        let text = text.printable
        let scalars = text.unicodeScalars.prefix(longest)
        guard !scalars.isEmpty else { return "the program gave no reason" }
        return scalars.endIndex == text.unicodeScalars.endIndex ? text : "\(String(scalars))…"
    }
}
