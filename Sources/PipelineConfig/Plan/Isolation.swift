import StageKit

/// Where a pipeline's chain runs: `isolation:` of a pipeline file. Changes what a bad article costs, never what is written.
public enum Isolation: String, SettingChoice {
    /// In the run's own process: the fastest.
    case none
    /// In worker processes, one for each worker: a crash or a hang costs one article, not the run.
    case process
}
