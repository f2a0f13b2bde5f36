public import StageKit

/// A language as a pipeline file names it: `en`, or `zh-Hant` for one that is written so.
public struct LanguageCode: SettingValue, Hashable, Comparable {
    /// BCP 47, in small letters.
    public let description: String

    public static var shape: SettingShape { .formatted(name: "language code", example: "en") }
    public var settingText: String { description }
    public static func < (left: LanguageCode, right: LanguageCode) -> Bool { left.description < right.description }

    /// Whether a language is this one, or a kind of it: `en-GB` is `en` (RFC 4647, basic filtering).
    func includes(_ language: String) -> Bool {
        let language = language.lowercased()
        return language == description || language.hasPrefix("\(description)-")
    }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> LanguageCode? {
        guard case .scalar(let text, _) = node.content, !node.isNull else {
            // What other readers of YAML take for "false" is Norwegian here.
            problems.append(mismatch(node, named: name))
            return nil
        }
        let code = text.lowercased()
        if LanguageNames.codes.values.contains(where: { LanguageCode(description: code).includes($0) || $0.lowercased() == code }) {
            return LanguageCode(description: code)
        }
        let meant = LanguageNames.codes[code] ?? LanguageNames.codes.values.sorted().first { code.hasPrefix("\($0.lowercased())-") }
            ?? NearestName.of(code, among: LanguageNames.codes.keys.sorted()).flatMap { LanguageNames.codes[$0] }
        problems.append(
            Diagnostic(.error, "'\(name)' knows no language '\(text.printable)'", at: node.location,
                advice: meant.map { "did you mean '\($0)'?" } ?? "codes are those of ISO 639: en, de, pt, zh"))
        return nil
    }
}
