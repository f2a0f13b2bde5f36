/// A type that a ``Setting`` can have.
public protocol SettingValue: Sendable {
    /// What values it takes.
    static var shape: SettingShape { get }
    /// Reads a value from the node of the setting `name`. Adds what is wrong to `problems` and returns nil then.
    static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Self?
    /// The value as it would be written in a pipeline file.
    var settingText: String { get }
    /// Whether the value stands for "not given" (nil).
    var isAbsent: Bool { get }
    /// The value as a number, for limits in a schema; nil where it is none.
    var asNumber: Double? { get }
}

extension SettingValue {
    public var isAbsent: Bool { false }
    public var asNumber: Double? { nil }

    /// The value as it would be written inside brackets or braces: a text in quotes where it could be taken for several.
    fileprivate var textInBrackets: String {
        guard let text = self as? String, text.isEmpty || text.utf8.contains(where: { ",[]{}:#'\"\n".utf8.contains($0) }) else {
            return settingText
        }
        return "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }

    /// The usual complaint: "'sentences' takes a whole number, not 'many'".
    public static func mismatch(_ node: ConfigNode, named name: String, advice: String? = nil) -> Diagnostic {
        Diagnostic(.error, "'\(name)' takes a \(shape.label), not \(node.kind)".replacingArticle(), at: node.location,
            advice: node.isNull ? "write a value behind it, or remove it" : advice)
    }

    /// The complaint about a value that may only be written without quotes, where the quotes are all that is wrong.
    fileprivate static func mismatchUnlessPlain(_ node: ConfigNode, named name: String) -> Diagnostic {
        var ignored: [Diagnostic] = []
        if case .scalar(let text, plain: false) = node.content,
            read(ConfigNode(.scalar(text, plain: true), at: node.location), named: name, problems: &ignored) != nil
        {
            return mismatch(node, named: name, advice: "remove the quotes")
        }
        return mismatch(node, named: name)
    }
}

extension String {
    /// "takes a one of …" → "takes one of …"; "takes a true or false" → "takes true or false".
    fileprivate func replacingArticle() -> String {
        for start in ["one of ", "true or false", "text", "names to "] {
            if let range = firstRange(of: "takes a \(start)") {
                return self[..<range.lowerBound] + "takes \(start)" + self[range.upperBound...]
            }
        }
        return self
    }

    private func firstRange(of part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}

extension String {
    /// Digits may be grouped as in `1_000_000`: underscores between two digits, as YAML 1.1 has them.
    fileprivate var withoutGrouping: String {
        let bytes = Array(utf8)
        func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] &- 0x30 < 10 }
        let kept = bytes.indices.filter { bytes[$0] != UInt8(ascii: "_") || !isDigit($0 - 1) || !isDigit($0 + 1) }
        return String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
    }
}

extension Bool: SettingValue {
    public static var shape: SettingShape { .truth }
    public var settingText: String { description }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Bool? {
        // YAML 1.2's core schema: yes, no, on and off are text.
        if case .scalar(let text, plain: true) = node.content {
            if ["true", "True", "TRUE"].contains(text) { return true }
            if ["false", "False", "FALSE"].contains(text) { return false }
            let words = ["yes": "true", "on": "true", "no": "false", "off": "false"]
            if let meant = words[text.lowercased()] {
                problems.append(mismatch(node, named: name, advice: "write \(meant)"))
                return nil
            }
        }
        problems.append(mismatchUnlessPlain(node, named: name))
        return nil
    }
}

extension Int: SettingValue {
    public static var shape: SettingShape { .integer }
    public var settingText: String { description }
    public var asNumber: Double? { Double(self) }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Int? {
        if case .scalar(let text, plain: true) = node.content {
            let digits = text.withoutGrouping
            if let number = Int(digits) { return number }
            if !digits.isEmpty, digits.allSatisfy({ "0"..."9" ~= $0 }) {
                problems.append(mismatch(node, named: name, advice: "that number is too large"))
                return nil
            }
        }
        problems.append(mismatchUnlessPlain(node, named: name))
        return nil
    }
}

extension Double: SettingValue {
    public static var shape: SettingShape { .number }
    public var settingText: String { description }
    public var asNumber: Double? { self }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Double? {
        if case .scalar(let text, plain: true) = node.content, let number = Double(text.withoutGrouping), number.isFinite { return number }
        problems.append(mismatchUnlessPlain(node, named: name))
        return nil
    }
}

extension String: SettingValue {
    public static var shape: SettingShape { .text }
    public var settingText: String { self }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> String? {
        if case .scalar(let text, _) = node.content, !node.isNull { return text }
        problems.append(mismatch(node, named: name))
        return nil
    }
}

/// An enumeration whose raw values are the words a user writes.
public protocol SettingChoice: SettingValue, CaseIterable, RawRepresentable where RawValue == String {}

extension SettingChoice {
    public static var shape: SettingShape { .choice(allCases.map(\.rawValue)) }
    public var settingText: String { rawValue }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Self? {
        guard case .scalar(let text, _) = node.content, !node.isNull else {
            problems.append(mismatch(node, named: name))
            return nil
        }
        if let value = Self(rawValue: text) { return value }
        let known = allCases.map(\.rawValue)
        let advice = NearestName.of(text, among: known).map { "did you mean '\($0)'?" }
        problems.append(
            Diagnostic(.error, "'\(name)' must be one of \(known.joined(separator: ", ")), not '\(text)'",
                at: node.location, advice: advice))
        return nil
    }
}

extension Optional: SettingValue where Wrapped: SettingValue {
    public static var shape: SettingShape { Wrapped.shape }
    public var settingText: String { self?.settingText ?? "" }
    public var isAbsent: Bool { self == nil }
    public var asNumber: Double? { self?.asNumber }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Wrapped?? {
        if node.isNull { return .some(nil) }
        return Wrapped.read(node, named: name, problems: &problems).map { .some($0) }
    }
}

extension Array: SettingValue where Element: SettingValue {
    public static var shape: SettingShape { .list(of: Element.shape) }
    public var settingText: String { "[\(map(\.textInBrackets).joined(separator: ", "))]" }

    /// A list; a single value counts as a list of one.
    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> [Element]? {
        guard case .sequence(let nodes) = node.content else {
            guard !node.isNull else {
                // The element's own words where it has some: a list of them is shorter to say by one.
                let before = problems.count
                _ = Element.read(node, named: name, problems: &problems)
                if problems.count == before { problems.append(mismatch(node, named: name)) }
                return nil
            }
            return Element.read(node, named: name, problems: &problems).map { [$0] }
        }
        let values = nodes.compactMap { Element.read($0, named: name, problems: &problems) }
        return values.count == nodes.count ? values : nil
    }
}

extension Dictionary: SettingValue where Key == String, Value: SettingValue {
    public static var shape: SettingShape { .map(of: Value.shape) }
    public var settingText: String {
        let members = sorted { $0.key < $1.key }.map { "\($0.key.textInBrackets): \($0.value.textInBrackets)" }
        return "{\(members.joined(separator: ", "))}"
    }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> [String: Value]? {
        guard case .mapping(let entries) = node.content else {
            problems.append(mismatch(node, named: name))
            return nil
        }
        var values: [String: Value] = [:]
        for entry in entries {
            values[entry.name] = Value.read(entry.value, named: "\(name).\(entry.name)", problems: &problems)
        }
        return values.count == entries.count ? values : nil
    }
}
