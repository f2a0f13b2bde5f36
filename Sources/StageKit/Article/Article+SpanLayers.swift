extension Article {
    /// Sets a layer that points into the text; nil removes it.
    ///
    /// Every object in `value`, however deep, that has whole numbers as `start` and `end` means a stretch of the text, in
    /// UTF-8 bytes, on borders of scalars: make them with ``JSONValue/span(_:_:)``. Records convert these offsets as they
    /// do an entity's; those that are not whole say beside them the stretch as `text`, where the object has no such member.
    ///
    /// ```swift
    /// article.setSpanLayer("shouts", .array(ranges.map { .span($0, ["loud": true]) }))
    /// ```
    /// - Complexity: O(1).
    public mutating func setSpanLayer(_ name: String, _ value: JSONValue?) {
        extensions[name] = value
        if value == nil { spanLayers.remove(name) } else { spanLayers.insert(name) }
    }
}

extension JSONValue {
    /// An object that means a stretch of the article's text, for ``Article/setSpanLayer(_:_:)``.
    ///
    /// - Parameter range: UTF-8 bytes.
    public static func span(_ range: Range<Int>, _ members: [String: JSONValue] = [:]) -> JSONValue {
        var members = members
        members["start"] = .integer(range.lowerBound)
        members["end"] = .integer(range.upperBound)
        return .object(members)
    }

    /// The numbers `start` and `end` of an object that has both.
    public var spanOffsets: (start: Int, end: Int)? {
        guard case .object(let members) = self, case .integer(let start)? = members["start"], case .integer(let end)? = members["end"]
        else { return nil }
        return (start, end)
    }

    /// The value with every object in it that means a stretch of text changed by `change`, inner ones first.
    ///
    /// - Parameter path: where the value stands in its record, for messages; `change` gets each object's own.
    /// - Complexity: O(n).
    public func mapSpans<Failure: Error>(
        path: String = "", _ change: (_ span: [String: JSONValue], _ start: Int, _ end: Int, _ path: String) throws(Failure) -> JSONValue
    ) throws(Failure) -> JSONValue {
        switch self {
        case .array(let elements):
            var mapped: [JSONValue] = []
            mapped.reserveCapacity(elements.count)
            for (index, element) in elements.enumerated() {
                mapped.append(element.isContainer ? try element.mapSpans(path: "\(path)[\(index)]", change) : element)
            }
            return .array(mapped)
        case .object(var members):
            // In a fixed order, so that of several faults always the same one is told.
            for (name, member) in members.filter({ $0.value.isContainer }).sorted(by: { $0.key < $1.key }) {
                members[name] = try member.mapSpans(path: "\(path).\(name)", change)
            }
            guard let (start, end) = spanOffsets else { return .object(members) }
            return try change(members, start, end, path)
        default: return self
        }
    }

    private var isContainer: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }
}
