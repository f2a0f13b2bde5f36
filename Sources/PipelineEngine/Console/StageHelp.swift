import StageKit

/// What `copydesk stages` shows: the list of stages and a page for each, from their declarations.
public struct StageHelp: Sendable {
    private let style: TerminalStyle
    private let width: Int

    /// - Parameter width: columns of the terminal.
    public init(isColoured: Bool, width: Int) {
        style = TerminalStyle(isOn: isColoured)
        self.width = max(width, 40)
    }

    /// A line for each stage.
    public func list(_ stages: [any Stage.Type]) -> String {
        let longest = stages.map { $0.name.count }.max() ?? 0
        let lines = stages.map { stage in
            "\(style.bold(stage.name))\(String(repeating: " ", count: longest - stage.name.count))  \(stage.abstract)"
        }
        return (lines + ["", "copydesk stages NAME shows the settings of one."]).map { "\($0)\n" }.joined()
    }

    /// Everything about one stage.
    public func page(_ stage: any Stage.Type) -> String {
        let example = stage.init()
        var lines = ["\(style.bold(stage.name)): \(stage.abstract)", ""]
        lines.append("  reads   \(names(example.reads))")
        lines.append("  writes  \(names(example.writes))")
        let settings = stage.settingDescriptions
        lines += ["", settings.isEmpty ? "It has no settings." : "Settings:"]
        for setting in settings { lines += describe(setting) }
        if !stage.needsOneOf.isEmpty { lines += ["", "It needs \(stage.needsOneOf.map { "'\($0)'" }.joined(separator: " or "))."] }
        if !stage.counters.isEmpty {
            lines += ["", "It counts, for the run's report:"]
            lines += stage.counters.map { "  \(style.name($0.name)): \($0.help)" }
        }
        if let primary = stage.primarySetting {
            lines += ["", "Written short, `- \(stage.name): VALUE` sets '\(primary)'."]
        }
        return lines.map { "\($0)\n" }.joined()
    }

    private func names(_ parts: Set<ArticlePart>) -> String {
        parts.isEmpty ? "nothing" : parts.sorted().map(\.description).joined(separator: ", ")
    }

    private func describe(_ setting: SettingDescription) -> [String] {
        var lines = ["", "  \(style.name(setting.name)): \(setting.help)"]
        var facts: [String] = []
        if let groups = setting.shape.groups {
            facts.append(setting.shape.isList ? "list of mappings, each one of those below" : "mapping")
            lines.append("    \(style.dim(facts.joined(separator: "; ")))")
            for group in groups {
                for (index, member) in group.enumerated() {
                    let indent = index == 0 ? "    - " : "      "
                    lines.append("\(indent)\(style.name(member.name)): \(member.help) \(style.dim("(\(self.facts(member)))"))")
                }
            }
            return lines
        }
        lines += wrapped(self.facts(setting), indent: 4)
        return lines
    }

    private func facts(_ setting: SettingDescription) -> String {
        var facts = [setting.shape.label]
        if let limits = setting.limits { facts.append(limits) }
        if setting.isRequired {
            facts.append("required")
        } else if let text = setting.defaultText {
            facts.append("default: \(text.isEmpty ? "\"\"" : text)")
        }
        return facts.joined(separator: "; ")
    }

    private func wrapped(_ text: String, indent: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width - indent {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return (lines + [line]).map { String(repeating: " ", count: indent) + style.dim($0) }
    }
}

extension SettingShape {
    /// The groups of settings that a value may be made of; nil where it is no group.
    fileprivate var groups: [[SettingDescription]]? {
        switch self {
        case .group(let settings): [settings]
        case .oneOf(let shapes): shapes.compactMap(\.groups).flatMap { $0 }
        case .list(let element): element.groups
        default: nil
        }
    }

    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }
}
