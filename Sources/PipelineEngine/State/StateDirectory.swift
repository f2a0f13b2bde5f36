internal import Glibc
import PipelineConfig
import StageKit

/// The folder in which a pipeline keeps what it must remember between runs: its lock, its quarantine, its last reports.
///
/// `$XDG_STATE_HOME/copydesk/PIPELINE/`, by default below `~/.local/state`, or where the pipeline file or the command
/// line says.
public struct StateDirectory: Sendable {
    /// Absolute path.
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// The default folder of a pipeline.
    public init(pipeline: String, environment: [String: String]) throws(StageFailure) {
        if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") {
            path = "\(base)/copydesk/\(pipeline)"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            path = "\(home)/.local/state/copydesk/\(pipeline)"
        } else {
            throw StageFailure(
                "there is no folder for the pipeline's state: neither XDG_STATE_HOME nor HOME is set",
                advice: "set one of them, give --state, or write 'state:' into the pipeline file")
        }
    }

    /// The folder of a pipeline: `given` on the command line, else what the pipeline file says, else the default.
    init(of plan: PipelinePlan, given path: String?, environment: [String: String]) throws(StageFailure) {
        if let path = path ?? plan.statePath {
            self.init(path: path)
        } else {
            try self.init(pipeline: plan.name, environment: environment)
        }
    }

    public var lockFile: String { "\(path)/lock" }
    public var quarantinePartFile: String { "\(path)/quarantine.jsonl.part" }
    /// There exactly while a run is unfinished.
    public var journalFile: String { "\(path)/journal" }
    /// The splits of an unfinished run.
    public var planFile: String { "\(path)/plan.jsonl" }
    public var quarantineFile: String { "\(path)/quarantine.jsonl" }
    /// What the memory of a pipeline's ordered stage is, as the last run that succeeded left it.
    public var memoryFile: String { "\(path)/memory.json" }
    /// Which articles the last run dropped because they repeat others.
    public var repeatsFile: String { "\(path)/repeats.jsonl" }
    public var repeatsPartFile: String { "\(path)/repeats.jsonl.part" }
    /// What a pipeline with `only: new` has taken.
    public var seenFile: String { "\(path)/seen.db" }
    /// The report of the last run, whatever its end.
    public var reportFile: String { "\(path)/run.json" }
    /// The reports of the last runs, a line each.
    public var runsFile: String { "\(path)/runs.jsonl" }

    /// Makes the folder where it is missing, for the owner alone: quarantined articles may not be for everybody's eyes.
    public func create() throws(StageFailure) {
        do throws(SystemCallError) {
            try FileSystem.makeFolders(path, mode: 0o700)
        } catch {
            throw StageFailure(
                "the state folder \(path) cannot be made: \(error.explanation)",
                advice: "give another with --state, or 'state:' in the pipeline file")
        }
    }
}
