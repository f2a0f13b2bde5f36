public import StageKit

/// A condition on an article's fields, as a pipeline file says it: `words >= 150 and language == "en"`.
///
/// Plugins/Filter/README.md describes the language.
public struct FilterExpression: Sendable, Hashable {
    /// As it was written.
    public let source: String
    let root: Clause

    /// Bytes of an expression; a longer one is not written by hand.
    static let longest = 10_000

    /// - Throws: ``ExpressionProblem``, the first of them.
    init(_ source: String) throws(ExpressionProblem) {
        let (root, problems) = FilterExpression.parse(source)
        if let problem = problems.first { throw problem }
        self.source = source
        self.root = root
    }

    /// All that is wrong; nothing where the expression can be used.
    static func parse(_ source: String) -> (root: Clause, problems: [ExpressionProblem]) {
        let nothing = Clause(condition: .constant(true), range: 0..<0)
        guard source.utf8.count <= longest else {
            return (nothing, [ExpressionProblem(message: "the condition is longer than \(longest) bytes", offset: 0, advice: "write it as several filters, one behind the other")])
        }
        do throws(ExpressionProblem) {
            var parser = Parser(try Lexer.tokens(of: Array(source.unicodeScalars)))
            do throws(ExpressionProblem) {
                return (try parser.condition(), parser.problems)
            } catch {
                return (nothing, parser.problems + [error])
            }
        } catch {
            return (nothing, [error])
        }
    }

    var reads: Set<ArticlePart> { root.condition.reads }

    /// A part of the source on one line, for reports.
    func text(of clause: Clause) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: Array(source.unicodeScalars)[clause.range])
        return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ").printable
    }
}

extension FilterExpression: SettingValue {
    public static var shape: SettingShape { .formatted(name: "condition", example: "words >= 150") }
    public var settingText: String { source }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> FilterExpression? {
        guard case .scalar(let source, _) = node.content, !node.isNull else {
            problems.append(mismatch(node, named: name, advice: "a condition with ': ' or ' #' in it stands in quotes, or behind '|' on lines of its own"))
            return nil
        }
        let (_, found) = parse(source)
        problems += found.map { Diagnostic(.error, $0.message, at: node.location(ofCharacter: $0.offset), advice: $0.advice) }
        return found.isEmpty ? try? FilterExpression(source) : nil
    }
}
