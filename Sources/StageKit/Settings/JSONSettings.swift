/// Lets a setting hold whatever the file says, for a stage that hands it on: YAML's core schema, as JSON.
extension JSONValue: SettingValue {
    public static var shape: SettingShape { .anything }
    public var settingText: String { json }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> JSONValue? {
        switch node.content {
        case .scalar(let text, plain: false): return .string(text)
        case .scalar(let text, plain: true): return node.isNull ? .null : plain(text)
        case .sequence(let nodes):
            let values = nodes.compactMap { read($0, named: name, problems: &problems) }
            return values.count == nodes.count ? .array(values) : nil
        case .mapping:
            return [String: JSONValue].read(node, named: name, problems: &problems).map { .object($0) }
        }
    }

    private static func plain(_ text: String) -> JSONValue {
        if ["true", "True", "TRUE"].contains(text) { return true }
        if ["false", "False", "FALSE"].contains(text) { return false }
        if let number = Int(text) { return .integer(number) }
        // Swift's own reader takes "infinity", "nan" and hexadecimal digits for numbers, too.
        if text.utf8.allSatisfy({ $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }), let number = Double(text), number.isFinite {
            return .number(number)
        }
        return .string(text)
    }
}
