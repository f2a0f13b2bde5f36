import Dispatch
import StageKit
import Synchronization

/// Some serial Dispatch queues, each with a chain of its own. A batch goes to a queue that is idle, or waits for the
/// first that becomes so.
///
/// Safe to use from any thread. How many batches wait is bounded by whoever submits them.
final class WorkerPool<Source: SourceStage, Sink: SinkStage>: Sendable {
    typealias Delivery = @Sendable (FinishedBatch<Sink.Batch>) -> Void

    private struct State {
        var idle: [Worker]
        var waiting: [RecordBatch] = []
        var isClosed = false
    }

    /// `@unchecked Sendable`: the chain is touched on the worker's own queue only.
    private final class Worker: @unchecked Sendable {
        let queue: DispatchQueue
        let chain: Chain<Source, Sink>

        init(_ chain: Chain<Source, Sink>, number: Int) {
            self.chain = chain
            queue = DispatchQueue(label: "copydesk.work.\(number)")
        }
    }

    private let workers: [Worker]
    private let state: Mutex<State>
    private let deliver: Delivery

    /// - Parameter deliver: called on a worker's queue with every batch that is done, in any order.
    init(_ chains: [Chain<Source, Sink>], deliver: @escaping Delivery) {
        workers = chains.enumerated().map { Worker($0.element, number: $0.offset) }
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

    private func run(_ batch: RecordBatch, on worker: Worker) {
        worker.queue.async { [self] in
            deliver(worker.chain.process(batch))
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
            let own = worker.queue.sync { worker.chain.latencies }
            if merged.isEmpty {
                merged = own
            } else {
                for index in merged.indices { merged[index].merge(own[index]) }
            }
        }
        return merged
    }
}
