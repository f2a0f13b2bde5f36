public import StageKit

/// The name of an environment variable, for what must not stand in a pipeline file.
///
/// What is no such name may be the secret itself, so that no message repeats it.
public struct EnvironmentName: SettingValue, Hashable {
    public let name: String

    /// Nil where the text is no name: letters, digits and underscores, no digit first.
    public init?(_ name: String) {
        let bytes = Array(name.utf8)
        func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") }
        guard let first = bytes.first, isLetter(first), bytes.count <= 128 else { return nil }
        guard bytes.allSatisfy({ isLetter($0) || $0 &- 0x30 < 10 }) else { return nil }
        self.name = name
    }

    public static var shape: SettingShape { .formatted(name: "variable's name", example: "OPENAI_API_KEY") }
    public var settingText: String { name }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> EnvironmentName? {
        if case .scalar(let text, _) = node.content, !node.isNull, let variable = EnvironmentName(text) { return variable }
        problems.append(
            Diagnostic(.error, "'\(name)' takes the name of an environment variable", at: node.location,
                advice: "write OPENAI_API_KEY, not ${OPENAI_API_KEY} and not the key itself"))
        return nil
    }
}
