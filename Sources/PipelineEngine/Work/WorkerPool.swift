import Dispatch
import StageKit
import Synchronization

/// Some serial Dispatch queues, each with a worker of its own. A batch goes to a queue that is idle, or waits for the
/// first that becomes so.
///
/// Safe to use from any thread. How many batches wait is bounded by whoever submits them.
final class WorkerPool<Sink: SinkStage>: Sendable {
    typealias Delivery = @Sendable (FinishedBatch<Sink.Batch>?) -> Void

    private struct State {
        var idle: [Worker]
        var waiting: [RecordBatch] = []
        var isClosed = false
    }

    /// `@unchecked Sendable`: the worker is touched on its own queue only, but for being cancelled.
    private final class Worker: @unchecked Sendable {
        let queue: DispatchQueue
        let worker: any BatchWorker<Sink.Batch>

        init(_ worker: any BatchWorker<Sink.Batch>, number: Int) {
            self.worker = worker
            queue = DispatchQueue(label: "copydesk.work.\(number)")
        }
    }

    private let workers: [Worker]
    private let state: Mutex<State>
    private let deliver: Delivery

    /// - Parameter deliver: called on a worker's queue with every batch that is done, in any order; with nil when a worker
    ///   cannot go on.
    init(_ batchWorkers: [any BatchWorker<Sink.Batch>], deliver: @escaping Delivery) {
        workers = batchWorkers.enumerated().map { Worker($0.element, number: $0.offset) }
        state = Mutex(State(idle: workers.reversed()))
        self.deliver = deliver
    }

    func submit(_ batch: RecordBatch) {
        let idle: Worker? = state.withLock { state in
            guard !state.isClosed else { return nil }
            if let worker = state.idle.popLast() { return worker }
            state.waiting.append(batch)
            return nil
        }
        if let idle { run(batch, on: idle) }
    }

    /// Takes no more batches, and forgets those that wait.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.waiting.removeAll()
        }
    }

    /// Ends the workers, once the pool is closed.
    ///
    /// - Parameter isHurried: does not wait for those that are in the middle of a batch.
    func end(isHurried: Bool) {
        for worker in workers {
            if isHurried { worker.worker.cancel() } else { worker.queue.sync { worker.worker.end() } }
        }
    }

    private func run(_ batch: RecordBatch, on worker: Worker) {
        worker.queue.async { [self] in
            deliver(worker.worker.process(batch))
            let next: RecordBatch? = state.withLock { state in
                if !state.waiting.isEmpty { return state.waiting.removeFirst() }
                state.idle.append(worker)
                return nil
            }
            if let next { run(next, on: worker) }
        }
    }

    /// The latencies of all workers together, one histogram for each stage, of all batches that are done now.
    func latencies() -> [LatencyHistogram] {
        var merged: [LatencyHistogram] = []
        for worker in workers {
            let own = worker.queue.sync { worker.worker.latencies }
            if merged.isEmpty {
                merged = own
            } else {
                for index in merged.indices { merged[index].merge(own[index]) }
            }
        }
        return merged
    }
}
