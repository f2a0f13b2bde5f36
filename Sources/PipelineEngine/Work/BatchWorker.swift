import StageKit

/// Takes batches of records through the whole chain. Used by one thread at a time, but for ``cancel()``.
protocol BatchWorker<SinkBatch>: AnyObject {
    associatedtype SinkBatch: Sendable

    /// Takes every record of a batch through the chain. An article that fails becomes a failure; nothing is thrown.
    ///
    /// The records after a raised stop that no longer wants them are still worked on: a batch is short.
    /// - Returns: nil when the worker cannot go on; the batch is not done then.
    func process(_ batch: RecordBatch) -> FinishedBatch<SinkBatch>?

    /// How long each stage took per article; one for each stage of the pipeline.
    var latencies: [LatencyHistogram] { get }

    /// There are no more batches; what the worker holds besides memory can go.
    func end()

    /// Ends the work at once, whatever it is at. Called from any thread.
    func cancel()
}
