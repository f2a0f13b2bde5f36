import ArgumentParser
import PipelineEngine
import StageKit

extension Console.Format: ExpressibleByArgument {}

extension TimeSpan: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a pipeline over its articles.",
        discussion: """
            Articles that a stage cannot work on go, whole, to the pipeline's quarantine, and the run goes on (exit code
            3). Outputs appear when the run is done, each as a whole. Stopping it with Ctrl-C or SIGTERM is safe.

              copydesk run nightly.yaml                      outputs below the working directory
              copydesk run nightly.yaml --out /srv/news      outputs below /srv/news
              copydesk run nightly.yaml --from today.html    other articles than the file says
              copydesk run nightly.yaml --quiet              for cron: speaks only when something is wrong
              copydesk run nightly.yaml --restart            forget an interrupted run and begin anew
            """)

    @OptionGroup var file: PipelineFileArgument

    @Option(name: .shortAndLong, help: "Folder that output paths are relative to.", completion: .directory)
    var out = "."

    @Option(
        help: "Read these files, folders or globs instead of what the pipeline file says; may be repeated.", completion: .file())
    var from: [String] = []

    @Option(help: "Folder for the run's state (default: what the pipeline says, or below $XDG_STATE_HOME).", completion: .directory)
    var state: String?

    @Option(name: .shortAndLong, help: "Threads that work on articles (default: one for each processor). Changes the speed only.")
    var workers: Int?

    @Option(help: "Articles that travel together. Changes the speed only.")
    var batch = RunOptions.defaultBatch

    @Flag(help: "Begin anew instead of going on with a run that was interrupted.")
    var restart = false

    @Option(help: "Wait so long for another run of this pipeline to end, e.g. 10m (default: leave at once, exit code 11).")
    var wait: TimeSpan?

    @Option(help: "Stop, safely, after so long, e.g. 50m (exit code 75); the next run goes on from there.")
    var deadline: TimeSpan?

    @Option(help: "Commit so often; a crash costs the work since the last commit, never an article (default: 1s).")
    var commitEvery: TimeSpan?

    @Option(help: "Write a Prometheus textfile at the end of the run.", completion: .file())
    var metricsFile: String?

    @Flag(name: .shortAndLong, help: "Tell problems only.")
    var quiet = false

    @Option(help: "How messages are written: text or json.")
    var logFormat = Console.Format.text

    func validate() throws {
        if let workers, !(1...1024).contains(workers) { throw ValidationError("--workers must be 1 to 1024") }
        guard (1...100_000).contains(batch) else { throw ValidationError("--batch must be 1 to 100000") }
    }

    func run() throws {
        var plan = try file.load()
        if !from.isEmpty { plan.source.readOnly(from.map(FileSystem.absolute)) }
        var options = RunOptions(
            outputDirectory: FileSystem.absolute(out), stateDirectory: state.map(FileSystem.absolute),
            workers: workers ?? Surroundings.processors, batch: batch,
            restarts: restart, commitInterval: commitEvery?.seconds ?? RunOptions.defaultCommitInterval, environment: Surroundings.environment)
        options.wait = wait?.seconds ?? 0
        options.deadline = deadline?.seconds
        options.metricsFile = metricsFile.map(FileSystem.absolute)
        let stop = StopFlag()
        let signals = SignalWatch(stop)
        let console = Console(format: logFormat, isQuiet: quiet)
        let code = withExtendedLifetime(signals) { PipelineRun(plan, options: options, console: console, stop: stop).run() }
        throw ArgumentParser.ExitCode(code.rawValue)
    }
}
