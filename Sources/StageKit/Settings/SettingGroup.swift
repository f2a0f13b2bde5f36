/// A type whose ``Setting`` properties can be listed and read from a configuration: a stage, or a group of settings
/// inside one (a sink, a limit).
public protocol SettingGroup: Sendable {
    /// With every setting at its default.
    init()
    /// The setting that a value stands for when it is no mapping: `- summarize: 3`; nil where there is none.
    static var primarySetting: String? { get }
    /// Settings of which at least one must be given, as there is nothing to do without; empty where there are none.
    static var needsOneOf: [String] { get }
    /// What no single setting can tell: combinations that make no sense. The message names the settings.
    func contradictions() -> [String]
}

extension SettingGroup {
    public static var primarySetting: String? { nil }
    public static var needsOneOf: [String] { [] }
    public func contradictions() -> [String] { [] }
}

extension SettingGroup {
    /// Whether it means something without any setting given.
    public static var needsSettings: Bool { !needsOneOf.isEmpty || settingDescriptions.contains(where: \.isRequired) }

    /// The settings in the order of their declaration.
    public static var settingDescriptions: [SettingDescription] {
        Self().settings.map { $0.setting.description(named: $0.name) }
    }

    /// Every setting's value as it would be written in a pipeline file, in the order of their declaration.
    public var settingValues: [(name: String, value: String)] {
        settings.map { ($0.name, $0.setting.valueText) }
    }

    /// The group as the configuration `node` says; nil `node` means all defaults.
    ///
    /// Every problem found is added to `problems`; the settings concerned keep their defaults. `title` names the group in
    /// messages ("stage 'summarize'").
    public static func configured(by node: ConfigNode?, at location: SourceLocation, title: String, problems: inout [Diagnostic]) -> Self {
        let group = Self()
        let settings = group.settings
        let before = problems.count
        var given: Set<String> = []
        if let node, !node.isNull {
            if case .mapping(let entries) = node.content, !isPrimary(entries, of: settings) {
                for entry in entries {
                    given.insert(entry.name)
                    guard let setting = settings.first(where: { $0.name == entry.name }) else {
                        problems.append(unknown(entry, settings: settings.map(\.name), title: title))
                        continue
                    }
                    setting.setting.read(entry.value, named: entry.name, problems: &problems)
                }
            } else if let primary = primarySetting, let setting = settings.first(where: { $0.name == primary }) {
                given.insert(primary)
                setting.setting.read(node, named: primary, problems: &problems)
            } else if settings.isEmpty {
                problems.append(Diagnostic(.error, "\(title) has no settings", at: node.location, advice: "write just its name"))
            } else {
                problems.append(
                    Diagnostic(.error, "\(title) takes a mapping of its settings, not \(node.kind)", at: node.location,
                        advice: "they are \(settings.map(\.name).joined(separator: ", "))"))
            }
        }
        for setting in settings where setting.setting.isRequired && !given.contains(setting.name) {
            problems.append(Diagnostic(.error, "\(title) needs '\(setting.name)'", at: location,
                advice: "\(setting.name): \(setting.setting.description(named: setting.name).help)"))
        }
        if !needsOneOf.isEmpty, given.isDisjoint(with: needsOneOf) {
            let names = needsOneOf.map { "'\($0)'" }.joined(separator: " or ")
            problems.append(Diagnostic(.error, "\(title) needs \(names)", at: location,
                advice: needsOneOf.compactMap { name in settings.first { $0.name == name }?.setting.description(named: name) }
                    .map { "\($0.name): \($0.help)" }.joined(separator: " ")))
        }
        if problems.count == before {
            let messages = group.contradictions()
            let places = messages.isEmpty ? QuotedPlaces() : QuotedPlaces(of: node)
            problems += messages.map { Diagnostic(.error, "\(title): \($0)", at: places.last(quotedBy: $0) ?? location) }
        }
        return group
    }

    /// Whether a mapping is no mapping of settings but a value of the primary one, as the one output in
    /// `export: {jsonl: articles.jsonl}` is.
    private static func isPrimary(_ entries: [ConfigNode.Entry], of settings: [(name: String, setting: any AnySetting)]) -> Bool {
        guard !entries.isEmpty, let primary = settings.first(where: { $0.name == primarySetting }),
            case .list(of: .oneOf) = primary.setting.description(named: primary.name).shape
        else { return false }
        return entries.allSatisfy { NearestName.of($0.name, among: settings.map(\.name)) == nil }
    }

    private static func unknown(_ entry: ConfigNode.Entry, settings: [String], title: String) -> Diagnostic {
        let advice: String
        if let near = NearestName.of(entry.name, among: settings) {
            advice = "did you mean '\(near)'?"
        } else if settings.isEmpty {
            advice = "it has no settings"
        } else {
            advice = "its settings are \(settings.joined(separator: ", "))"
        }
        return Diagnostic(.error, "\(title) has no setting '\(entry.name)'", at: entry.location, advice: advice)
    }

    private var settings: [(name: String, setting: any AnySetting)] {
        Mirror(reflecting: self).children.compactMap { child in
            guard let setting = child.value as? any AnySetting, let label = child.label else { return nil }
            return (snakeCase(label.hasPrefix("_") ? String(label.dropFirst()) : label), setting)
        }
    }
}

/// `leastWords` → `least_words`.
private func snakeCase(_ name: String) -> String {
    var result = ""
    for character in name {
        if character.isUppercase { result.append("_") }
        result.append(contentsOf: character.lowercased())
    }
    return result
}
