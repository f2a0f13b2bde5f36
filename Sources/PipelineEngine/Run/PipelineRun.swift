import Dispatch
internal import Glibc
import PipelineConfig
import StageKit

/// One run of a pipeline, from taking the lock to writing the report.
public struct PipelineRun: Sendable {
    private let plan: PipelinePlan
    private let options: RunOptions
    private let console: Console
    private let stop: StopFlag

    public init(_ plan: PipelinePlan, options: RunOptions, console: Console, stop: StopFlag) {
        self.plan = plan
        self.options = options
        self.console = console
        self.stop = stop
    }

    /// Runs the pipeline and blocks until it ends. Whatever goes wrong is told on the console.
    ///
    /// - Returns: how it ended.
    public func run() -> ExitCode {
        do {
            let state = try StateDirectory(of: plan, given: options.stateDirectory, environment: options.environment)
            try state.create()
            let lock: RunLock
            do throws(RunLock.Failure) {
                lock = try RunLock.take(state.lockFile, patience: options.wait) { stop.isRaised }
            } catch {
                return report(error, lockFile: state.lockFile)
            }
            return try withExtendedLifetime(lock) { try runHoldingLock(in: state) }
        } catch {
            console.error(StageFailure(describing: error).description)
            return .failed
        }
    }

    private func report(_ failure: RunLock.Failure, lockFile: String) -> ExitCode {
        switch failure {
        case .held(let holder):
            console.error("another run of pipeline '\(plan.name)' is going on (\(holder)); this one did nothing")
            return .locked
        case .system(let error):
            console.error("the lock \(lockFile) cannot be taken: \(error.explanation)")
            return .failed
        }
    }

    /// Runs, and leaves a report also when the run fails before it has begun.
    private func runHoldingLock(in state: StateDirectory) throws -> ExitCode {
        let started = Clock.timestamp()
        let failure: (exit: ExitCode, message: String)
        do {
            return try run(in: state)
        } catch let noInput as NoInput {
            failure = (.noInput, noInput.description)
        } catch {
            failure = (.failed, StageFailure(describing: error).description)
        }
        console.error(failure.message)
        try ReportFiles(state, options).write(
            RunReport(plan, ended: failure.exit, message: failure.message, run: newRunName, started: started, state: state))
        return failure.exit
    }

    /// `only: new` of the pipeline, unless the command line says otherwise.
    private var mode: RunMode {
        options.mode == .all && plan.only == .new ? .new : options.mode
    }

    private var newRunName: String { "\(Clock.compactTimestamp())-\(getpid())" }

    /// Nothing to do where there should have been something.
    private struct NoInput: Error, CustomStringConvertible {
        var description: String
    }

    private func run(in state: StateDirectory) throws -> ExitCode {
        let interrupted = options.restarts ? nil : try JournalReader.interruptedRun(in: state)
        var context = StageContext(
            pipeline: plan.name, inputDirectory: plan.directory, outputDirectory: options.outputDirectory,
            run: interrupted?.identity.run ?? newRunName, report: { [console] in console.tell($0) })
        context.stateDirectory = state.path
        context.isStopping = { [stop] in stop.isRaised }
        context.outputMode = mode.extendsOutputs ? .extend : .replace
        var plan = plan
        try plan.prepareStages(context)
        let source: any SourceStage = mode == .replay ? plan.source.replaying(state.quarantineFile) : plan.source
        return try open(source, plan.sink, plan, state, context, interrupted)
    }

    /// Gives the source's and the sink's types names, so that the loop below is specialised for them.
    private func open<Source: SourceStage, Sink: SinkStage>(
        _ source: Source, _ sink: Sink, _ plan: PipelinePlan, _ state: StateDirectory, _ context: StageContext,
        _ interrupted: JournalReader?
    ) throws -> ExitCode {
        // When only the outputs are still to be moved into place, the input may be gone already.
        let isFinal = interrupted?.last?.isFinal ?? false
        var input = isFinal ? .nothing : try attributed(to: Source.name) { try source.plan(context) }
        var fingerprint = input.fingerprint?.description ?? ""
        if let interrupted, !isFinal, interrupted.identity.input != fingerprint, let stored = StoredPlan(path: state.planFile),
            stored.fingerprint == interrupted.identity.input, let rest = stored.remaining(from: interrupted.last?.position ?? InputPosition(), in: input)
        {
            console.note("the input has changed since; what the interrupted run had found is finished first")
            input = rest
            fingerprint = stored.fingerprint
        }
        if input.splits.isEmpty, !isFinal {
            let place = input.pattern.hasPrefix("/") ? "" : " in \(context.inputDirectory)"
            let message = "no input matches \(input.pattern)\(place)"
            guard !input.isRequired else { throw NoInput(description: "\(Source.name): \(message); nothing was done") }
            console.note(message)
        }
        let identity = RunIdentity(
            run: context.run, started: interrupted?.identity.started ?? Clock.timestamp(), pipeline: plan.fingerprint.description,
            input: fingerprint, output: context.outputDirectory, mode: mode)
        if let interrupted {
            try interrupted.checkResumable(with: identity)
            console.note("going on with the run of \(identity.started) after \(interrupted.articles) articles")
        }
        let execution = Execution(
            source: source, sink: sink, plan: plan, input: input, options: options, context: context, console: console, stop: stop,
            identity: identity, interrupted: interrupted)
        let report = try execution.run(in: state, seen: try seenStore(in: state, isResumed: interrupted?.last != nil), memory: try memory(in: state, interrupted?.last))
        console.summary(report)
        return report.exit
    }
}

extension PipelineRun {
    /// What the pipeline's ordered stage remembers; nil where it has none.
    private func memory(in state: StateDirectory, _ last: CommitPoint?) throws -> (store: MemoryStore, recollection: Recollection)? {
        guard let stage = plan.orderedStage?.stage else { return nil }
        return try MemoryStore.open(state, stage, mode, resuming: try last.map { try MemoryPoint($0.memory) })
    }

    /// The list of what was taken before; nil where the pipeline takes everything.
    private func seenStore(in state: StateDirectory, isResumed: Bool) throws -> SeenStore? {
        guard plan.only == .new else { return nil }
        let store = try SeenStore(state.seenFile, readers: options.workers, keepsPending: isResumed)
        if mode == .new, !isResumed, try !store.isEmpty() {
            for path in try ReportFiles.missingOutputs(of: state) {
                console.warn("\(path.printable), which the last run wrote, is gone: it begins anew with what is new (--full writes everything)")
            }
        }
        return store
    }
}

extension SourceStage {
    /// A source that reads what waits in quarantine, and decodes it as this one does.
    fileprivate func replaying(_ quarantineFile: String) -> any SourceStage {
        ReplaySource(base: self, quarantineFile: quarantineFile)
    }
}

extension SplitPlan {
    /// No input at all.
    fileprivate static var nothing: SplitPlan {
        SplitPlan(splits: [], bytes: nil, isRequired: false, pattern: "", fingerprint: nil)
    }
}

extension PipelinePlan {
    /// Lets every stage load what it needs, in order; the sink too, unless `upToSink` is set.
    mutating func prepareStages(_ context: StageContext, upToSink: Bool = false) throws {
        try attributed(to: type(of: source).name) { try source.prepare(context) }
        for index in transforms.indices {
            try attributed(to: type(of: transforms[index]).name) { try transforms[index].prepare(context) }
        }
        if !upToSink { try attributed(to: type(of: sink).name) { try sink.prepare(context) } }
    }
}

/// Adds the stage's name to whatever `work` throws.
func attributed<Result>(to stage: String, _ work: () throws -> Result) throws -> Result {
    do {
        return try work()
    } catch {
        let failure = StageFailure(describing: error)
        throw StageFailure("\(stage): \(failure.reason)", advice: failure.advice)
    }
}
