import Dispatch
internal import Glibc
import PipelineConfig
import StageKit

/// The heart of a run: one queue reads, some work, one writes, with a bounded number of batches between them.
///
/// ```
/// reader ──batches──▶ workers ──finished batches──▶ committer (in order) ──▶ outputs, quarantine
///    ▲                                                 │
///    └──────────────── a slot for each batch ──────────┘
/// ```
struct Execution<Source: SourceStage, Sink: SinkStage> {
    /// Batches under way for each worker: one being worked on, one waiting for it, one being read or written.
    private static var slotsPerWorker: Int { 3 }
    /// After a signal: how long a reader that is stuck (an idle pipe) may keep the run from ending, and how long a
    /// worker that is stuck may. Together below the five seconds that are promised.
    private static var readerGrace: DispatchTimeInterval { .milliseconds(500) }
    private static var workerGrace: DispatchTimeInterval { .seconds(4) }

    let source: Source
    let sink: Sink
    let plan: PipelinePlan
    let input: SplitPlan
    let options: RunOptions
    let context: StageContext
    let console: Console
    let stop: StopFlag
    let identity: RunIdentity
    /// The run to go on with; nil for a new one.
    let interrupted: JournalReader?

    /// - Parameters:
    ///   - seen: what was taken before; nil where every article is taken.
    ///   - memory: what an ordered stage remembers; nil where there is none.
    func run(in state: StateDirectory, seen: SeenStore?, memory: (store: MemoryStore, recollection: Recollection)?) throws -> RunReport {
        let seenCheck = seen.map { SeenCheck(reader: $0.reader, takesKnown: identity.mode != .new, replaces: identity.mode.extendsOutputs) }
        let began = Clock.monotonic
        let stages = plan.stageIdentities
        let progress = ProgressBoard()
        var start = interrupted?.last ?? CommitPoint()
        if start.tallies.count != stages.count { start.tallies = Array(repeating: StageTally(), count: stages.count) }
        // Dispatch wants a semaphore to end with no less than it began with, and a stopped run ends with slots taken.
        let slots = DispatchSemaphore(value: 0)
        for _ in 0..<options.workers * Execution.slotsPerWorker { slots.signal() }
        let committer = Committer<Sink>(
            writer: try makeWriter(from: start), ledger: try makeLedger(state, from: start, seen, memory?.store), from: start, stages: stages, limits: limits,
            slots: slots, stop: stop, progress: progress)
        let workforce = try Workforce(of: self, stages: stages, seen: seenCheck, recollection: memory?.recollection)
        let pool = WorkerPool<Sink>(workforce.workers) { batch in
            committer.queue.async {
                if let batch { committer.accept(batch) } else { committer.putBackWhatIsMissing() }
            }
        }

        let ticker = ProgressTicker(progress, input: input, stages: stages, console: console)
        let feed = Feed(pool: pool, committer: committer)
        stop.onRaise { _ in
            committer.queue.asyncAfter(deadline: .now() + Execution.readerGrace) { feed.end() }
            committer.queue.asyncAfter(deadline: .now() + Execution.workerGrace) { committer.putBackWhatIsMissing() }
        }
        if let deadline = options.deadline {
            // A queue of its own: the shared ones may be busy with other people's work just then.
            DispatchQueue(label: "copydesk.deadline", qos: .userInteractive).asyncAfter(deadline: .now() + deadline) { [stop] in stop.raise(.deadline) }
        }
        read(into: feed, from: start.position, slots: slots)
        committer.waitUntilDone()
        // Whoever waits for its turn now, after a stop, waits in vain.
        memory?.recollection.close()
        pool.close()
        ticker.end()
        workforce.watchdog?.end()

        let closing = committer.queue.sync { committer.close() }
        let (counts, tallies) = committer.queue.sync { (committer.counts, committer.tallies) }
        // A worker that is stuck would keep its latencies for ever: after a stop they are left out.
        let latencies = stop.isRaised ? [] : pool.latencies()
        pool.end(isHurried: stop.isRaised)
        if !stop.isRaised { for transform in plan.transforms { transform.finish() } }
        let report = RunReport(
            pipeline: plan.name, run: context.run, exit: exitCode(counts), message: message(closing, counts),
            started: identity.started, ended: Clock.timestamp(), seconds: Double(Clock.monotonic - began) / 1e9,
            workers: options.workers, read: counts.total, written: counts.written, dropped: counts.dropped, failed: counts.failed,
            isInterrupted: closing.isInterrupted, waitingInQuarantine: closing.waitingInQuarantine,
            quarantineFile: state.quarantineFile, repeatsFile: closing.isInterrupted ? nil : repeatsFile(state, tallies),
            stages: stages.indices.map {
                RunReport.Stage(stages[$0], tallies[$0], latencies.isEmpty ? nil : latencies[$0])
            },
            outputs: closing.outputs, peakMemory: ProcessMemory.peak)
        do {
            try ReportFiles(state, options).write(report)
        } catch {
            // A run that fails for a full disk cannot write its report either, and must still tell the first reason.
            guard stop.isRaised else { throw error }
            console.error(error.description)
        }
        if !closing.isInterrupted {
            try committer.queue.sync { try committer.forget() }
            // Without a journal nobody asks for it any more.
            try? FileSystem.remove(state.planFile)
        }
        return report
    }

    private func repeatsFile(_ state: StateDirectory, _ tallies: [StageTally]) -> String? {
        guard let index = plan.orderedStage?.index, tallies.indices.contains(index + 1), !tallies[index + 1].dropped.isEmpty else { return nil }
        return state.repeatsFile
    }

    private func makeWriter(from start: CommitPoint) throws -> Sink.Writer {
        let checkpoint = interrupted?.last.map { SinkCheckpoint(articles: $0.counts.written, state: $0.sink) }
        return try attributed(to: Sink.name) { try sink.makeWriter(context, resuming: checkpoint) }
    }

    /// What is replayed failed before: failing again is no reason to stop.
    private var limits: ErrorLimits {
        var limits = plan.errors
        if identity.mode == .replay {
            limits.most = Percentage(fraction: 1)
            limits.stages = [:]
        }
        return limits
    }

    private func makeLedger(_ state: StateDirectory, from start: CommitPoint, _ seen: SeenStore?, _ memory: MemoryStore?) throws -> Ledger {
        let quarantine: Quarantine
        if let interrupted, interrupted.last != nil {
            quarantine = try Quarantine(state, resuming: start, passed: interrupted.passed)
        } else {
            quarantine = try Quarantine(state)
        }
        guard input.fingerprint != nil || start.isFinal else {
            return Ledger(journal: nil, quarantine: quarantine, seen: seen, memory: memory, interval: options.commitInterval)
        }
        if interrupted == nil { try StoredPlan.write(input, to: state.planFile) }
        do throws(SystemCallError) {
            let journal =
                if let interrupted { try Journal.resume(state.journalFile, interrupted) } else {
                    try Journal.begin(state.journalFile, identity)
                }
            return Ledger(journal: journal, quarantine: quarantine, seen: seen, memory: memory, interval: options.commitInterval)
        } catch {
            throw StageFailure("the journal \(state.journalFile) cannot be written: \(error.explanation)")
        }
    }

    /// Starts reading; returns at once.
    private func read(into feed: Feed<Sink>, from start: InputPosition, slots: DispatchSemaphore) {
        DispatchQueue(label: "copydesk.read").async {
            var reader = BatchReader(source: source, plan: input, batchSize: options.batch, context: context, from: start)
            while true {
                slots.wait()
                guard !stop.isRaised, let batch = reader.next(unless: stop) else { break }
                feed.submit(batch)
            }
            feed.end()
        }
    }

    private func exitCode(_ counts: ArticleCounts) -> ExitCode {
        switch stop.reason {
        case nil: counts.failed == 0 ? .done : .doneWithQuarantine
        case .signal(let number): .signal(number)
        case .deadline: .deadlineReached
        case .tooManyErrors: .tooManyErrors
        case .failure: .failed
        }
    }

    private func message(_ closing: Committer<Sink>.Closing, _ counts: ArticleCounts) -> String? {
        let next = closing.isInterrupted ? "the next run goes on after \(counts.total) articles" : "the next run does it all"
        switch stop.reason {
        case nil: return nil
        case .signal(let number): return "stopped by \(number == SIGINT ? "SIGINT" : "SIGTERM"); \(next)"
        case .deadline: return "stopped at the deadline; \(next)"
        case .tooManyErrors(let excess): return "stopped: \(excess); see the quarantine for the reasons"
        case .failure(let reason):
            return closing.isInterrupted ? "\(reason); once that is mended, the next run goes on from the last commit" : reason
        }
    }
}
