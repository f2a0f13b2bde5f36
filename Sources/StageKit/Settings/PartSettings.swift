/// Lets a setting name parts of an article: `reads: [text, extensions.quotes]`.
extension ArticlePart: SettingValue {
    public static var shape: SettingShape { .formatted(name: "part", example: "text") }
    public var settingText: String { description }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> ArticlePart? {
        guard case .scalar(let text, _) = node.content, !node.isNull else {
            problems.append(mismatch(node, named: name))
            return nil
        }
        if let part = ArticlePart(named: text) { return part }
        let known = wellKnown.map(\.description)
        let advice = NearestName.of(text, among: known + ["extensions"]).map { "did you mean '\($0)'?" }
        problems.append(
            Diagnostic(.error, "'\(name)' knows no part '\(text)' of an article", at: node.location,
                advice: advice ?? "the parts are \(known.joined(separator: ", ")) and extensions.NAME"))
        return nil
    }
}

/// A list whose order means nothing, without doubles; shown sorted.
extension Set: SettingValue where Element: SettingValue & Comparable {
    public static var shape: SettingShape { [Element].shape }
    public var settingText: String { sorted().settingText }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Set<Element>? {
        [Element].read(node, named: name, problems: &problems).map { Set($0) }
    }
}
