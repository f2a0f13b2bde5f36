/// A group of settings that is itself the value of one setting: a mapping inside a stage's.
///
/// ```swift
/// public struct HTTPSettings: NestedSettings {
///     @Setting(required: "Where the server is.") public var endpoint = ""
///     public init() {}
/// }
/// @Setting("The server to ask.") public var http: HTTPSettings?
/// ```
public protocol NestedSettings: SettingGroup, SettingValue {}

extension NestedSettings {
    public static var shape: SettingShape { .group(settingDescriptions) }

    public var settingText: String {
        "{\(settingValues.map { "\($0.name): \($0.value)" }.joined(separator: ", "))}"
    }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Self? {
        let before = problems.count
        let group = configured(by: node, at: node.location, title: "'\(name)'", problems: &problems)
        return problems.count == before ? group : nil
    }
}
