/// Where the characters of a scalar's text stand in its file, so that a message about a part of a long text can point at it.
public struct ScalarPlaces: Sendable, Hashable {
    /// From this character of the text on, one column holds one character, up to the next run.
    struct Run: Sendable, Hashable {
        /// Counted in Unicode code points of the text.
        var start: Int
        var location: SourceLocation
        /// Whether the characters stand one by one; not so behind what the file says in other words (`${NAME}`).
        var isVerbatim: Bool
    }

    private(set) var runs: [Run] = []

    public init() {}

    /// From character `start` of the text on, it stands at `location`, one character a column.
    ///
    /// - Precondition: runs come in the text's order.
    public mutating func begin(at start: Int, _ location: SourceLocation) {
        runs.append(Run(start: start, location: location, isVerbatim: true))
    }

    /// From character `start` of the text on, no one can tell more than that it comes from `location`.
    public mutating func lose(at start: Int, _ location: SourceLocation) {
        runs.append(Run(start: start, location: location, isVerbatim: false))
    }

    /// Where the character at `offset` stands; nil where nothing is known.
    ///
    /// - Complexity: O(lines of the text).
    func location(of offset: Int) -> SourceLocation? {
        guard let run = runs.last(where: { $0.start <= offset }) else { return nil }
        guard run.isVerbatim else { return run.location }
        return SourceLocation(file: run.location.file, line: run.location.line, column: run.location.column + offset - run.start)
    }
}

extension ConfigNode {
    /// Where a character of a scalar's text stands in the file; the scalar's own place where that is not known.
    ///
    /// - Parameter offset: in Unicode code points of the text, which may be its end.
    public func location(ofCharacter offset: Int) -> SourceLocation {
        places.location(of: offset) ?? location
    }
}
