/// The members of a record's object, read by name and type; every complaint names the member by its path.
struct RecordMembers {
    private let members: [String: JSONValue]
    private let path: String

    init(_ members: [String: JSONValue], path: String) {
        self.members = members
        self.path = path
    }

    /// In a fixed order.
    var names: [String] { members.keys.sorted() }

    func failure(_ name: String, _ reason: String) -> StageFailure {
        StageFailure("\(path)\(name): \(reason)")
    }

    /// Nil where the member is absent or null.
    func value(_ name: String) -> JSONValue? {
        guard let value = members[name], value != .null else { return nil }
        return value
    }

    func required<Value>(_ name: String, _ value: Value?) throws(StageFailure) -> Value {
        guard let value else { throw failure(name, "is missing") }
        return value
    }

    func text(_ name: String) throws(StageFailure) -> String? {
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value else { throw failure(name, "must be a text, not \(value.kind)") }
        return text
    }

    /// A list of texts; a single one counts as a list of one.
    func texts(_ name: String) throws(StageFailure) -> [String] {
        guard let value = value(name) else { return [] }
        if case .string(let text) = value { return [text] }
        var texts: [String] = []
        for (index, element) in try (array(name) ?? []).enumerated() {
            guard case .string(let text) = element else { throw failure("\(name)[\(index)]", "must be a text, not \(element.kind)") }
            texts.append(text)
        }
        return texts
    }

    /// A whole number, 0 or more.
    func count(_ name: String) throws(StageFailure) -> Int? {
        guard let value = value(name) else { return nil }
        guard case .integer(let number) = value, number >= 0 else { throw failure(name, "must be a whole number, 0 or more") }
        return number
    }

    func number(_ name: String) throws(StageFailure) -> Double? {
        switch value(name) {
        case nil: return nil
        case .integer(let number): return Double(number)
        case .number(let number): return number
        case .some(let value): throw failure(name, "must be a number, not \(value.kind)")
        }
    }

    func array(_ name: String) throws(StageFailure) -> [JSONValue]? {
        guard let value = value(name) else { return nil }
        guard case .array(let elements) = value else { throw failure(name, "must be a list, not \(value.kind)") }
        return elements
    }

    func object(_ name: String) throws(StageFailure) -> RecordMembers? {
        guard let value = value(name) else { return nil }
        guard case .object(let members) = value else { throw failure(name, "must be an object, not \(value.kind)") }
        return RecordMembers(members, path: "\(path)\(name).")
    }

    /// A list of objects; none where the member is absent.
    func objects(_ name: String) throws(StageFailure) -> [RecordMembers] {
        var objects: [RecordMembers] = []
        for (index, element) in try (array(name) ?? []).enumerated() {
            guard case .object(let members) = element else {
                throw failure("\(name)[\(index)]", "must be an object, not \(element.kind)")
            }
            objects.append(RecordMembers(members, path: "\(path)\(name)[\(index)]."))
        }
        return objects
    }
}

extension JSONValue {
    /// What kind of value this is, for messages.
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
