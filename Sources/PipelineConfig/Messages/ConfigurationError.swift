import StageKit

/// Everything that is wrong with a pipeline file, in the order of the file.
public struct ConfigurationError: Error, Sendable {
    public let diagnostics: [Diagnostic]
    /// The file's text, for showing the lines concerned.
    private let text: [UInt8]

    init(_ diagnostics: [Diagnostic], text: [UInt8] = []) {
        // What stands behind an anchor is read once for each of its aliases, and found wrong each time.
        var seen: Set<Diagnostic> = []
        let once = diagnostics.filter { seen.insert($0).inserted }
        // A stable sort: problems of one place stay in the order in which they were found.
        self.diagnostics = once.enumerated().sorted { left, right in
            guard let first = left.element.location, let second = right.element.location, first != second else {
                return left.offset < right.offset
            }
            return first < second
        }.map(\.element)
        self.text = text
    }

    /// More than this are not printed: a file with so many problems is not one that is read to the end.
    private static let mostPrinted = 100

    /// The messages as they are printed: each with its line, a caret, and what to do.
    public func rendered(colour: Bool) -> String {
        let renderer = DiagnosticRenderer(text: text, isColoured: colour)
        var messages = diagnostics.prefix(ConfigurationError.mostPrinted).map { renderer.render($0) }
        let others = diagnostics.count - messages.count
        if others > 0 { messages.append("… and \(others) more\n") }
        return messages.joined(separator: "\n")
    }
}
