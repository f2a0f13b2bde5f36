import StageKit

/// Everything that is wrong with a pipeline file, in the order of the file.
public struct ConfigurationError: Error, Sendable {
    public let diagnostics: [Diagnostic]
    /// The file's text, for showing the lines concerned.
    private let text: [UInt8]

    init(_ diagnostics: [Diagnostic], text: [UInt8] = []) {
        // A stable sort: problems of one place stay in the order in which they were found.
        self.diagnostics = diagnostics.enumerated().sorted { left, right in
            guard let first = left.element.location, let second = right.element.location, first != second else {
                return left.offset < right.offset
            }
            return first < second
        }.map(\.element)
        self.text = text
    }

    /// The messages as they are printed: each with its line, a caret, and what to do.
    public func rendered(colour: Bool) -> String {
        let renderer = DiagnosticRenderer(text: text, isColoured: colour)
        return diagnostics.map { renderer.render($0) }.joined(separator: "\n")
    }
}
