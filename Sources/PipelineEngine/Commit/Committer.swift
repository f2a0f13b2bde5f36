import Dispatch
import PipelineConfig
import StageKit

/// Takes finished batches in whatever order they come, and writes them in the order of the input.
///
/// `@unchecked Sendable`: everything mutable is touched on ``queue`` only; the methods that must run there check it.
final class Committer<Sink: SinkStage>: @unchecked Sendable {
    /// The one queue on which everything here happens.
    let queue = DispatchQueue(label: "copydesk.commit")
    /// Signalled for every batch that is done with, so that the reader may read another.
    private let slots: DispatchSemaphore
    /// Signalled once, when the last batch is done with.
    private let done = DispatchSemaphore(value: 0)

    private var writer: Sink.Writer
    private let ledger: Ledger
    private let stages: [StageIdentity]
    private let limits: ErrorLimits
    private let stop: StopFlag
    private let progress: ProgressBoard

    private var waiting: [Int: FinishedBatch<Sink.Batch>] = [:]
    private var nextNumber = 0
    private var expectedBatches: Int?
    private var isDone = false
    /// A batch is not whole, so that none after it may be written: whatever the reason for the stop is.
    private var isCutShort = false
    private(set) var counts: ArticleCounts
    private(set) var tallies: [StageTally]
    private var position: InputPosition

    /// - Parameter start: where an interrupted run is to go on; its tallies are one for each stage.
    init(
        writer: Sink.Writer, ledger: Ledger, from start: CommitPoint, stages: [StageIdentity], limits: ErrorLimits, slots: DispatchSemaphore, stop: StopFlag,
        progress: ProgressBoard
    ) {
        self.writer = writer
        self.ledger = ledger
        self.stages = stages
        self.limits = limits
        self.slots = slots
        self.stop = stop
        self.progress = progress
        counts = start.counts
        tallies = start.tallies
        position = start.position
    }

    /// A batch is finished. Call on ``queue``.
    func accept(_ batch: FinishedBatch<Sink.Batch>) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isDone else { return }
        waiting[batch.number] = batch
        while let next = waiting.removeValue(forKey: nextNumber) {
            nextNumber += 1
            if wantsMore { commit(next) }
            slots.signal()
        }
        finishWhenComplete()
    }

    /// No batches come after the first `count`. Call on ``queue``; the first call counts.
    func endOfInput(afterBatches count: Int) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard expectedBatches == nil else { return }
        expectedBatches = count
        finishWhenComplete()
    }

    /// Gives up waiting for batches that were handed out and have not come back: their articles are put back, for what
    /// is not committed is not done. Call on ``queue``.
    func putBackWhatIsMissing() {
        dispatchPrecondition(condition: .onQueue(queue))
        expectedBatches = nextNumber
        finishWhenComplete()
    }

    /// Blocks until every batch is done with.
    func waitUntilDone() {
        done.wait()
    }

    private func finishWhenComplete() {
        guard let expectedBatches, nextNumber >= expectedBatches, !isDone else { return }
        isDone = true
        done.signal()
    }

    /// After a signal or a deadline the batches in flight are still written; after a failure nothing is.
    private var wantsMore: Bool {
        guard !isCutShort else { return false }
        return switch stop.reason {
        case nil, .signal, .deadline: true
        case .tooManyErrors, .failure: false
        }
    }

    private func commit(_ batch: FinishedBatch<Sink.Batch>) {
        do {
            isCutShort = batch.runFailure != nil
            if let failure = batch.runFailure { throw StageFailure(failure.reason, advice: failure.advice) }
            for (source, outcome) in batch.outcomes {
                switch outcome {
                case .written:
                    counts.written += 1
                    ledger.passed(source)
                case .dropped:
                    counts.dropped += 1
                    ledger.passed(source)
                case .takenBefore:
                    counts.dropped += 1
                case .resolved:
                    ledger.passed(source)
                case .failed(let index):
                    counts.failed += 1
                    try ledger.failed(batch.failures[index])
                }
                if let excess = limits.excess(failed: counts.failed, of: counts.total) {
                    stop.raise(.tooManyErrors(excess))
                    return
                }
            }
            ledger.remember(batch.seen)
            try ledger.remember(batch.remembered, repeats: batch.repeats)
            for index in tallies.indices {
                tallies[index].merge(batch.tallies[index])
                if let excess = limits.excess(at: stages[index].name, tallies[index]) {
                    stop.raise(.tooManyErrors(excess))
                    return
                }
            }
            position = batch.end
            for encoded in batch.encoded { try writer.write(encoded) }
            if ledger.isCommitDue { try commitPoint(isFinal: false) }
            progress.update(counts, tallies: tallies, inputPosition: position.bytes)
        } catch {
            stop.raise(.failure(StageFailure(describing: error).description))
        }
    }

    private func commitPoint(isFinal: Bool) throws {
        let point = CommitPoint(counts: counts, position: position, tallies: tallies, isFinal: isFinal)
        try ledger.commit(point) { try writer.checkpoint() }
    }

    /// Ends the run's outputs, journal and quarantine, once ``waitUntilDone()`` has returned. Call on ``queue``.
    ///
    /// - When nothing stopped the run, the outputs become visible. The order makes a crash harmless at any point: a final
    ///   commit, the outputs, the quarantine; only then, in ``forget()``, the journal goes.
    /// - After a signal or a deadline the run is committed where it is, and after a failure left at its last commit, to go on later.
    /// - After too many errors, or where the input cannot be read again, it is given up.
    func close() -> Closing {
        dispatchPrecondition(condition: .onQueue(queue))
        isDone = true
        var closing = Closing()
        do {
            switch stop.reason {
            case nil:
                try commitPoint(isFinal: true)
                closing.outputs = try writer.finish()
                closing.waitingInQuarantine = try ledger.closeQuarantine(succeeded: true)
            case .signal where ledger.isResumable, .deadline where ledger.isResumable:
                try commitPoint(isFinal: false)
                closing.isInterrupted = true
            case .failure where ledger.isResumable:
                closing.isInterrupted = true
            case .signal, .deadline, .failure, .tooManyErrors:
                writer.abandon()
                closing.waitingInQuarantine = try ledger.closeQuarantine(succeeded: false)
            }
        } catch {
            stop.raise(.failure(StageFailure(describing: error).description))
            closing.isInterrupted = ledger.isResumable
        }
        return closing
    }

    /// The run is over, and there is nothing to go on with. Call on ``queue``.
    func forget() throws(StageFailure) {
        dispatchPrecondition(condition: .onQueue(queue))
        try ledger.forget()
    }

    struct Closing: Sendable {
        var outputs: [FinishedOutput] = []
        var waitingInQuarantine = 0
        /// The run can go on from its last commit.
        var isInterrupted = false
    }
}

/// How many articles came out of the chain which way.
struct ArticleCounts: Sendable {
    var written = 0
    var dropped = 0
    var failed = 0

    var total: Int { written + dropped + failed }
}

extension ErrorLimits {
    /// Says so when more articles failed than the limit allows; nil while they did not.
    func excess(failed: Int, of total: Int) -> String? {
        guard total >= leastArticles, Double(failed) > Double(total) * most.fraction else { return nil }
        return "\(failed) of \(total) articles failed, more than errors.most (\(most.settingText)) allows"
    }

    /// The same for one stage and the articles that reached it.
    func excess(at stage: String, _ tally: StageTally) -> String? {
        guard let most = stages[stage], tally.entered >= leastArticles, Double(tally.failed) > Double(tally.entered) * most.fraction else { return nil }
        return "\(tally.failed) of \(tally.entered) articles failed in \(stage), more than errors.stages (\(most.settingText)) allows"
    }
}
