import StageKit

/// Writes nodes as YAML in block style, short lists and mappings in brackets, so that they read back as they are.
enum BlockYAML {
    /// Columns up to which a list or a mapping stands on one line.
    private static let width = 100

    /// The entry `name: value` as lines, the first one without indentation, those below it indented by `indentation` and more.
    ///
    /// - Parameter isOpen: whether a mapping gets a line for each entry, however short it is.
    static func lines(_ name: String, _ value: ConfigNode, indentation: Int, isOpen: Bool = false) -> [String] {
        let line = "\(quoted(name)): \(flow(value))"
        if isOneLine(value) || (!isOpen && indentation + line.count <= width) { return [line] }
        let inner = String(repeating: " ", count: indentation + 2)
        switch value.content {
        case .scalar: return [line]
        case .mapping(let entries):
            let members = entries.flatMap { entry in
                lines(entry.name, entry.value, indentation: indentation + 2).enumerated().map { $0.offset == 0 ? inner + $0.element : $0.element }
            }
            return ["\(quoted(name)):"] + members
        case .sequence(let nodes): return ["\(quoted(name)):"] + nodes.map { "\(inner)- \(self.flow($0))" }
        }
    }

    /// Whether there is nothing to put on further lines.
    private static func isOneLine(_ node: ConfigNode) -> Bool {
        switch node.content {
        case .scalar: true
        case .sequence(let nodes): nodes.isEmpty
        case .mapping(let entries): entries.isEmpty
        }
    }

    private static func flow(_ node: ConfigNode) -> String {
        switch node.content {
        case .scalar(let scalar, plain: true): scalar
        case .scalar(let scalar, plain: false): text(scalar)
        case .sequence(let nodes): "[\(nodes.map(flow).joined(separator: ", "))]"
        case .mapping(let entries): "{\(entries.map { "\(quoted($0.name)): \(flow($0.value))" }.joined(separator: ", "))}"
        }
    }

    /// A value's text. What is `${` in it is written `$${`; in a name it means nothing else.
    private static func text(_ text: String) -> String {
        quoted(text).split(separator: "${", omittingEmptySubsequences: false).joined(separator: "$${")
    }

    /// In quotes where it could be taken for something else. JSON's quotes are those of YAML.
    private static func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.first != " " && text.last != " " && text.first != "-"
            && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0"..."9" ~= $0 || " _-.".unicodeScalars.contains($0) }
        // A plain scalar that is read as a text is one.
        let place = SourceLocation(file: "", line: 1, column: 1)
        let isText = isPlain && ConfigNode(.scalar(text, plain: true), at: place).jsonValue == .string(text)
        return isText && !isDateLike(text) ? text : JSONValue.string(text).json
    }

    /// Other readers of YAML take `2026-03-03` for a date and `1_000` for a number.
    private static func isDateLike(_ text: String) -> Bool {
        text.utf8.first.map { $0 &- 0x30 < 10 } ?? false
    }
}
