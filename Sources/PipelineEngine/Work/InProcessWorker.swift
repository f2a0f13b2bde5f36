import StageKit
import Synchronization

/// A worker whose chain runs in this process.
final class InProcessWorker<Source: SourceStage, Sink: SinkStage>: BatchWorker {
    private let chain: Chain<Source>
    private let book: BatchBook<Sink>
    private let watched: WatchedWorker
    /// Counts the records.
    private var number = 0

    init(_ chain: Chain<Source>, book: BatchBook<Sink>) {
        self.chain = chain
        self.book = book
        watched = WatchedWorker(chain.mark)
    }

    /// What a watchdog needs to see of this worker.
    var watchedWorker: WatchedWorker { watched }

    func process(_ batch: RecordBatch) -> FinishedBatch<Sink.Batch>? {
        book.begin(batch)
        for record in batch.records {
            guard record.format != QuarantinedRecord.resolvedFormat else {
                book.addResolved(record)
                continue
            }
            number += 1
            watched.begin(record.source)
            let passage = chain.pass(record, number: number)
            if case .kept = passage.outcome { chain.mark.enter(stage: passage.lastStage + 1, ofArticle: number) }
            book.add(record, passage)
            if book.cannotGoOn { break }
        }
        chain.mark.clear()
        return book.finish()
    }

    var latencies: [LatencyHistogram] { book.latencies }

    func end() {}

    /// A thread cannot be ended from outside: a run that stops leaves it behind.
    func cancel() {}
}
