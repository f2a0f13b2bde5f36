import StageKit

/// Which articles of its input a pipeline takes: `only:` of a pipeline file.
public enum InputSelection: String, SettingChoice {
    /// All of them, with every run.
    case all
    /// Those that are new or have changed since the last run that succeeded; they join the outputs.
    case new

    static let help = "Which articles to take: all, or those that are new or changed since the last run that succeeded."
}
