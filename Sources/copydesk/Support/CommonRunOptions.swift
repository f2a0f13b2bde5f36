import ArgumentParser
import StageKit

/// What a run is told whoever starts it: a user at a terminal, or what `cron` prints.
struct CommonRunOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "Folder that output paths are relative to.", completion: .directory)
    var out = "."

    @Option(help: "Folder for the run's state (default: what the pipeline says, or below $XDG_STATE_HOME).", completion: .directory)
    var state: String?

    @Option(help: "Wait so long for another run of this pipeline to end, e.g. 10m (default: leave at once, exit code 11).")
    var wait: TimeSpan?

    @Option(help: "Write a Prometheus textfile at the end of the run.", completion: .file())
    var metricsFile: String?

    /// Absolute paths of the options that are one.
    var outputDirectory: String { FileSystem.absolute(out) }
    var stateDirectory: String? { state.map(FileSystem.absolute) }
    var metricsPath: String? { metricsFile.map(FileSystem.absolute) }
}
