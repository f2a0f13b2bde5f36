/// A place in a text file: line and column count from 1, the column in Unicode code points.
public struct SourceLocation: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    public var description: String { "\(file):\(line):\(column)" }

    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

/// Something to tell the user: what is wrong, where, and what to do.
public struct Diagnostic: Error, Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case error, warning, note
    }

    public var severity: Severity
    /// What and why, in one line, without the place.
    public var message: String
    /// Where in a file; nil where no file is to blame.
    public var location: SourceLocation?
    /// What to do about it, in one line; nil where the message already says it.
    public var advice: String?

    public init(_ severity: Severity, _ message: String, at location: SourceLocation? = nil, advice: String? = nil) {
        self.severity = severity
        self.message = message
        self.location = location
        self.advice = advice
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `pipeline.yaml:3:5: error: message (advice)`.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        let hint = advice.map { "; \($0)" } ?? ""
        return "\(place)\(severity.rawValue): \(message)\(hint)"
    }
}
