public import StageKit

extension PipelineExamples {
    /// The file's text with what came out in place of what some examples expect. Everything else, comments too, stays.
    ///
    /// Members keep their order; of a member that an example names only in part, that part is written.
    /// - Parameter outcomes: what came out, by the example's number; see ``PipelineExample/expected``.
    /// - Throws: ``Diagnostic`` where an example is written in braces.
    public func recording(_ outcomes: [Int: JSONValue]) throws(Diagnostic) -> [UInt8] {
        var lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // From the last to the first, so that the places of those before stay right.
        for (index, outcome) in outcomes.sorted(by: { $0.key > $1.key }) {
            try record(outcome, of: examples[index], in: &lines)
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    private func record(_ outcome: JSONValue, of example: PipelineExample, in lines: inout [String]) throws(Diagnostic) {
        guard let first = example.nameLocations.first, startsBlock(first, lines), example.expectLocation.map({ startsBlock($0, lines) }) ?? true
        else {
            throw Diagnostic(
                .error, "an example in braces cannot be recorded", at: example.location,
                advice: "write 'it', 'given' and 'expect' on lines of their own")
        }
        let indentation = first.column - 1
        // What an example names of a record is no shape for an article that is lost, nor the other way round.
        let isLost = outcome["dropped"] != nil || outcome["failed"] != nil
        let expectsLoss = example.expected.map { $0.jsonValue["dropped"] != nil || $0.jsonValue["failed"] != nil } ?? false
        let shape = isLost || expectsLoss ? nil : example.expected
        let value = PipelineExamples.node(outcome, like: shape, at: example.location)
        let written = BlockYAML.lines("expect", value, indentation: indentation, isOpen: true)
        if let place = example.expectLocation {
            let end = PipelineExamples.end(ofBlockAt: place.line - 1, deeperThan: indentation, lines)
            lines.replaceSubrange(place.line - 1..<end, with: [lines[place.line - 1].prefix(indentation) + written[0]] + written.dropFirst())
        } else {
            let end = PipelineExamples.end(ofBlockAt: first.line - 1, deeperThan: indentation - 1, lines)
            lines.insert(contentsOf: [String(repeating: " ", count: indentation) + written[0]] + written.dropFirst(), at: end)
        }
    }

    /// Whether nothing but indentation and dashes stands before.
    private func startsBlock(_ location: SourceLocation, _ lines: [String]) -> Bool {
        lines.indices.contains(location.line - 1) && lines[location.line - 1].unicodeScalars.prefix(location.column - 1).allSatisfy { " -".unicodeScalars.contains($0) }
    }

    /// The line behind the last that belongs to the block which begins on line `start`: those further indented.
    private static func end(ofBlockAt start: Int, deeperThan indentation: Int, _ lines: [String]) -> Int {
        var end = start + 1
        for index in lines.indices.dropFirst(start + 1) {
            let line = lines[index]
            guard line.contains(where: { $0 != " " && $0 != "\r" }) else { continue }
            guard line.prefix(while: { $0 == " " }).count > indentation else { break }
            end = index + 1
        }
        return end
    }

    /// `value` as a node, its objects cut down to the members that `like` has, in their order.
    private static func node(_ value: JSONValue, like: ConfigNode?, at place: SourceLocation) -> ConfigNode {
        switch (value, like?.content) {
        case (.object(let members), .mapping(let entries)):
            let kept = entries.map { entry in
                ConfigNode.Entry(name: entry.name, location: place, value: node(members[entry.name] ?? .null, like: entry.value, at: place))
            }
            return ConfigNode(.mapping(kept), at: place)
        case (.object(let members), _):
            let entries = members.sorted { $0.key < $1.key }
            return ConfigNode(.mapping(entries.map { ConfigNode.Entry(name: $0.key, location: place, value: node($0.value, like: nil, at: place)) }), at: place)
        case (.array(let elements), .sequence(let nodes)):
            return ConfigNode(
                .sequence(elements.enumerated().map { index, element in node(element, like: index < nodes.count ? nodes[index] : nodes.last, at: place) }),
                at: place)
        case (.array(let elements), _): return ConfigNode(.sequence(elements.map { node($0, like: nil, at: place) }), at: place)
        case (.string(let text), _): return ConfigNode(.scalar(text, plain: false), at: place)
        default: return ConfigNode(value, at: place)
        }
    }
}
