import PipelineConfig
import StageKit

/// The workers of a run, of the kind that the pipeline asks for.
struct Workforce<Sink: SinkStage> {
    let workers: [any BatchWorker<Sink.Batch>]
    /// Watches workers that cannot be ended from outside.
    let watchdog: Watchdog?

    /// - Parameter seen: tells new articles from those taken before; nil where all are taken.
    init<Source: SourceStage>(of execution: Execution<Source, Sink>, stages: [StageIdentity], seen: SeenCheck?) throws {
        let (plan, context, stop) = (execution.plan, execution.context, execution.stop)
        let count = execution.options.workers
        func book() -> BatchBook<Sink> {
            BatchBook(sink: execution.sink, stages: stages, run: context.run, seen: seen, keepsRecords: !plan.transforms.contains { $0.hidesInput })
        }
        switch plan.isolation {
        case .none:
            let inProcess = try (0..<count).map { _ in
                InProcessWorker(try Chain(source: execution.source, transforms: plan.transforms, context: context, seen: seen), book: book())
            }
            workers = inProcess
            watchdog = Watchdog(inProcess.map(\.watchedWorker), stages: stages, seconds: plan.limits.seconds, console: execution.console)
        case .process:
            let launch = WorkerLaunch(plan, context, environment: execution.options.environment)
            let source = execution.source
            let gate = seen.map { seen in Gate { record in Gate.Verdict(record, of: source, seen) } }
            workers = (0..<count).map { _ in IsolatedWorker(launch, book: book(), stop: stop, gate: gate) }
            watchdog = nil
        }
    }
}
