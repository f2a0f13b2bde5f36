import StageKit

/// Checks what a stage declares: its name, its lines of help, its settings and their defaults.
enum SettingsCheck {
    static func problems(of stage: any Stage.Type) -> [String] {
        var problems: [String] = []
        if !isName(stage.name) { problems.append("its name '\(stage.name)' is not of the kind 'word_count': small letters, digits and _") }
        if !isLine(stage.abstract) { problems.append("its abstract is not one line that ends with a full stop") }
        let settings = stage.settingDescriptions
        for setting in settings {
            if !isLine(setting.help) { problems.append("the help of '\(setting.name)' is not one line that ends with a full stop") }
            if let text = setting.defaultText, let number = Double(text) {
                if let least = setting.least, number < least { problems.append("the default of '\(setting.name)' lies below its limits") }
                if let most = setting.most, number > most { problems.append("the default of '\(setting.name)' lies above its limits") }
            }
        }
        if let primary = stage.primarySetting, !settings.contains(where: { $0.name == primary }) {
            problems.append("its primary setting '\(primary)' is none of its settings")
        }
        for name in stage.needsOneOf where !settings.contains(where: { $0.name == name }) {
            problems.append("it needs the setting '\(name)', which is none of its settings")
        }
        if !stage.needsSettings {
            problems += stage.init().contradictions().map { "its default settings contradict each other: \($0)" }
        }
        return problems
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, first &- 0x61 < 26 else { return false }
        return name.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
    }

    private static func isLine(_ text: String) -> Bool {
        text.hasSuffix(".") && !text.contains { $0.isNewline }
    }
}
