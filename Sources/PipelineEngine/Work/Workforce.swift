import PipelineConfig
import StageKit

/// The workers of a run, of the kind that the pipeline asks for.
struct Workforce<Sink: SinkStage> {
    let workers: [any BatchWorker<Sink.Batch>]
    /// Watches workers that cannot be ended from outside.
    let watchdog: Watchdog?

    /// - Parameters:
    ///   - seen: tells new articles from those taken before; nil where all are taken.
    ///   - recollection: what an ordered stage remembers; nil where there is none.
    init<Source: SourceStage>(
        of execution: Execution<Source, Sink>, stages: [StageIdentity], seen: SeenCheck?, recollection: Recollection? = nil
    ) throws {
        let (plan, context, stop) = (execution.plan, execution.context, execution.stop)
        let count = execution.options.workers
        func book() -> BatchBook<Sink> {
            BatchBook(sink: execution.sink, stages: stages, run: context.run, seen: seen, keepsRecords: !plan.transforms.contains { $0.hidesInput })
        }
        func turns(_ book: BatchBook<Sink>) -> TurnBooking<Sink>? {
            guard let recollection, let index = plan.orderedStage?.index else { return nil }
            return TurnBooking(recollection: recollection, stage: index + 1, book: book)
        }
        switch plan.isolation {
        case .none:
            let inProcess = try (0..<count).map { _ in
                let book = book()
                return InProcessWorker(
                    try Chain(source: execution.source, transforms: plan.transforms, context: context, seen: seen), book: book, turns: turns(book))
            }
            workers = inProcess
            watchdog = Watchdog(inProcess.map(\.watchedWorker), stages: stages, seconds: plan.limits.seconds, console: execution.console)
        case .process:
            let launch = WorkerLaunch(plan, context, environment: execution.options.environment)
            let source = execution.source
            let gate = seen.map { seen in Gate { record in Gate.Verdict(record, of: source, seen) } }
            workers = (0..<count).map { _ in
                let book = book()
                return IsolatedWorker(launch, book: book, stop: stop, gate: gate, turns: turns(book))
            }
            watchdog = nil
        }
    }
}
