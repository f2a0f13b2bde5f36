import StageKit
import Synchronization

/// Where the reader puts its batches. It can be ended from outside, when the reader is stuck in a read that may never
/// return; what the reader brings after that is forgotten. Safe to use from any thread.
final class Feed<Sink: SinkStage>: Sendable {
    private struct State {
        var submitted = 0
        var isEnded = false
    }

    private let state = Mutex(State())
    private let pool: WorkerPool<Sink>
    private let committer: Committer<Sink>

    init(pool: WorkerPool<Sink>, committer: Committer<Sink>) {
        self.pool = pool
        self.committer = committer
    }

    func submit(_ batch: RecordBatch) {
        let isWanted = state.withLock { state in
            if !state.isEnded { state.submitted += 1 }
            return !state.isEnded
        }
        if isWanted { pool.submit(batch) }
    }

    /// There are no more batches.
    func end() {
        let submitted = state.withLock { state in
            state.isEnded = true
            return state.submitted
        }
        committer.queue.async { [committer] in committer.endOfInput(afterBatches: submitted) }
    }
}
