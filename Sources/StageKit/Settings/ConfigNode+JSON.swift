extension ConfigNode {
    /// The value as a pipeline file would have it, all of it at `location`. Names are in alphabetical order.
    public init(_ value: JSONValue, at location: SourceLocation) {
        switch value {
        case .null: self.init(.scalar("null", plain: true), at: location)
        case .bool(let truth): self.init(.scalar(truth.description, plain: true), at: location)
        case .integer(let number): self.init(.scalar(number.description, plain: true), at: location)
        case .number(let number): self.init(.scalar(number.description, plain: true), at: location)
        case .string(let text):
            self.init(.scalar(text, plain: true), at: location)
            if isNull { content = .scalar(text, plain: false) }
        case .array(let elements): self.init(.sequence(elements.map { ConfigNode($0, at: location) }), at: location)
        case .object(let members):
            let entries = members.sorted { $0.key < $1.key }.map {
                Entry(name: $0.key, location: location, value: ConfigNode($0.value, at: location))
            }
            self.init(.mapping(entries), at: location)
        }
    }

    /// The value as JSON: plain scalars by YAML 1.2's core schema, quoted ones as text.
    public var jsonValue: JSONValue {
        switch content {
        case .scalar(let text, plain: false): return .string(text)
        case .scalar(let text, plain: true):
            if isNull { return .null }
            if ["true", "True", "TRUE"].contains(text) { return true }
            if ["false", "False", "FALSE"].contains(text) { return false }
            if let number = Int(text) { return .integer(number) }
            // `Double` also reads "nan", "inf" and hexadecimals, which are texts here.
            if let first = text.utf8.first, first &- 0x30 < 10 || "+-.".utf8.contains(first), !text.utf8.contains(UInt8(ascii: "x")),
                let number = Double(text), number.isFinite
            {
                return .number(number)
            }
            return .string(text)
        case .sequence(let nodes): return .array(nodes.map(\.jsonValue))
        case .mapping(let entries): return .object(Dictionary(entries.map { ($0.name, $0.value.jsonValue) }) { _, last in last })
        }
    }
}
