import ArgumentParser
import PipelineConfig
import PipelineEngine
import StageKit

extension Console.Format: ExpressibleByArgument {}

extension TimeSpan: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

/// What `run` and `replay` have in common.
struct RunArguments: ParsableArguments {
    @OptionGroup var common: CommonRunOptions

    @Option(name: .shortAndLong, help: "Threads that work on articles (default: one for each processor). Changes the speed only.")
    var workers: Int?

    @Option(help: "Articles that travel together. Changes the speed only.")
    var batch = RunOptions.defaultBatch

    @Flag(help: "Begin anew instead of going on with a run that was interrupted.")
    var restart = false

    @Option(help: "Stop, safely, after so long, e.g. 50m (exit code 75); the next run goes on from there.")
    var deadline: TimeSpan?

    @Option(help: "Commit so often; a crash costs the work since the last commit, never an article (default: 1s).")
    var commitEvery: TimeSpan?

    @Flag(name: .shortAndLong, help: "Tell problems only.")
    var quiet = false

    @Option(help: "How messages are written: text or json.")
    var logFormat = Console.Format.text

    func validate() throws {
        if let workers, !(1...1024).contains(workers) { throw ValidationError("--workers must be 1 to 1024") }
        guard (1...100_000).contains(batch) else { throw ValidationError("--batch must be 1 to 100000") }
    }

    var options: RunOptions {
        var options = RunOptions(
            outputDirectory: common.outputDirectory, stateDirectory: common.stateDirectory,
            workers: workers ?? Surroundings.processors, batch: batch,
            restarts: restart, commitInterval: commitEvery?.seconds ?? RunOptions.defaultCommitInterval, environment: Surroundings.environment)
        options.wait = common.wait?.seconds ?? 0
        options.deadline = deadline?.seconds
        options.metricsFile = common.metricsPath
        return options
    }

    /// Runs to the end, or until a signal, and ends the program with the run's exit code.
    func run(_ plan: PipelinePlan, _ options: RunOptions) throws -> Never {
        let stop = StopFlag()
        let signals = SignalWatch(stop)
        let console = Console(format: logFormat, isQuiet: quiet)
        let code = withExtendedLifetime(signals) { PipelineRun(plan, options: options, console: console, stop: stop).run() }
        throw ArgumentParser.ExitCode(code.rawValue)
    }
}
