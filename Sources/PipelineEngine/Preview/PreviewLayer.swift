import StageKit

/// A plug-in's layer as a reader looks at it: what points into the text is shown by the words that stand there.
struct PreviewLayer {
    /// The layer as one value; nil where it is a list of objects.
    private(set) var value: String?
    /// Of such a list each object: the words it stands for, if any, and its other members.
    private(set) var elements: [String] = []

    /// - Parameter text: the article's, where the layer points into it.
    init(_ layer: JSONValue, pointingInto text: ArticleText?) {
        let shown = text.map { PreviewLayer.words(of: layer, in: $0) } ?? layer
        let objects = shown.arrayValue?.compactMap(\.objectValue) ?? []
        guard !objects.isEmpty, objects.count == shown.arrayValue?.count else {
            value = PreviewLayer.line(shown)
            return
        }
        elements = objects.map { members in
            guard let text = members["text"]?.stringValue else { return PreviewLayer.line(members) }
            return "\(text) (\(PreviewLayer.line(members.filter { $0.key != "text" })))"
        }
    }

    /// The layer with words in the place of offsets; an object that has no other members is its words.
    private static func words(of layer: JSONValue, in text: ArticleText) -> JSONValue {
        layer.mapSpans { span, start, end, _ in
            guard 0 <= start, start <= end, end <= text.count else { return .object(span) }
            var members = span.filter { $0.key != "start" && $0.key != "end" }
            let words = JSONValue.string(text[start..<end])
            if members.isEmpty { return words }
            if members["text"] == nil { members["text"] = words }
            return .object(members)
        }
    }

    private static func line(_ members: [String: JSONValue]) -> String {
        members.sorted { $0.key < $1.key }.map { "\($0.key): \(line($0.value))" }.joined(separator: ", ")
    }

    private static func line(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .array(let elements): "[\(elements.map(line).joined(separator: ", "))]"
        case .object(let members): "{\(line(members))}"
        default: value.json
        }
    }
}
