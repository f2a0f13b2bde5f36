public import StageKit

/// Where what came out is not what an example expects.
public struct RecordDifference: Sendable, Hashable {
    /// A step into a record: the name of a member or the number of an element.
    public enum Step: Sendable, Hashable {
        case member(String)
        case element(Int)
    }

    /// Which member: `entities[0].name`.
    public var path: [Step]
    /// Nil where nothing is expected.
    public var expected: JSONValue?
    /// Nil where nothing came out.
    public var found: JSONValue?

    public init(path: [Step], expected: JSONValue?, found: JSONValue?) {
        self.path = path
        self.expected = expected
        self.found = found
    }

    public var pathText: String {
        path.reduce(into: "") { text, step in
            switch step {
            case .member(let name): text += text.isEmpty ? name : ".\(name)"
            case .element(let index): text += "[\(index)]"
            }
        }
    }

    /// All differences, in a fixed order.
    ///
    /// - Parameter isExact: whether objects may hold no members beside those expected; the outermost always may.
    public static func all(expected: JSONValue, found: JSONValue, isExact: Bool = false) -> [RecordDifference] {
        var differences: [RecordDifference] = []
        compare(expected, found, at: [], isExact: isExact, &differences)
        return differences
    }

    private static func compare(
        _ expected: JSONValue, _ found: JSONValue?, at path: [Step], isExact: Bool, _ differences: inout [RecordDifference]
    ) {
        switch (expected, found) {
        case (.null, nil), (.null, .null): return
        case (.object(let wanted), .object(let members)):
            for name in wanted.keys.sorted() {
                compare(wanted[name] ?? .null, members[name], at: path + [.member(name)], isExact: isExact, &differences)
            }
            guard isExact, !path.isEmpty else { return }
            for name in members.keys.sorted() where wanted[name] == nil {
                differences.append(RecordDifference(path: path + [.member(name)], expected: nil, found: members[name]))
            }
        case (.array(let wanted), .array(let elements)):
            for index in 0..<max(wanted.count, elements.count) {
                let path = path + [.element(index)]
                if index >= wanted.count {
                    differences.append(RecordDifference(path: path, expected: nil, found: elements[index]))
                } else {
                    compare(wanted[index], index < elements.count ? elements[index] : nil, at: path, isExact: isExact, &differences)
                }
            }
        case (.integer(let wanted), .number(let number)) where Double(wanted) == number: return
        case (.number(let wanted), .integer(let number)) where wanted == Double(number): return
        default:
            if expected != found { differences.append(RecordDifference(path: path, expected: expected, found: found)) }
        }
    }
}

extension RecordDifference: CustomStringConvertible {
    /// `entities[0].name: expected "Jean Reisz", but there is "Reisz"`.
    public var description: String {
        let found = found.map(\.json) ?? "nothing"
        guard let expected, expected != .null else { return "\(pathText): nothing is expected, but there is \(found)" }
        return "\(pathText): expected \(expected.json), but there is \(found)"
    }
}
