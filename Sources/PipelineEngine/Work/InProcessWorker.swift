import StageKit

/// A worker whose chain runs in this process.
final class InProcessWorker<Source: SourceStage, Sink: SinkStage>: BatchWorker {
    private let chain: Chain<Source>
    private let book: BatchBook<Sink>
    /// Nil where no stage compares articles with others.
    private let turns: TurnBooking<Sink>?
    private let watched: WatchedWorker
    /// Counts the records.
    private var number = 0

    init(_ chain: Chain<Source>, book: BatchBook<Sink>, turns: TurnBooking<Sink>? = nil) {
        self.chain = chain
        self.book = book
        self.turns = turns
        watched = WatchedWorker(chain.mark)
    }

    /// What a watchdog needs to see of this worker.
    var watchedWorker: WatchedWorker { watched }

    func process(_ batch: RecordBatch) -> FinishedBatch<Sink.Batch>? {
        book.begin(batch)
        if let turns {
            guard process(batch, turns) else { return nil }
            return book.finish()
        }
        for record in batch.records {
            if record.format == QuarantinedRecord.resolvedFormat {
                book.add(record, .resolved)
                continue
            }
            begin(record)
            let passage = chain.pass(record, number: number)
            if case .kept = passage.outcome { chain.mark.enter(stage: passage.lastStage + 1, ofArticle: number) }
            book.add(record, .passage(passage))
            if book.runFailure != nil { break }
        }
        chain.mark.clear()
        return book.finish()
    }

    /// All the work first, up to the ordered stage and, for articles that are likely to pass it, beyond; then the turn.
    private func process(_ batch: RecordBatch, _ turns: TurnBooking<Sink>) -> Bool {
        var items: [TurnBooking<Sink>.Item] = []
        items.reserveCapacity(batch.records.count)
        var halfway: [(item: Int, number: Int, way: Halfway)] = []
        for record in batch.records {
            var arrival = Arrival.resolved
            if record.format != QuarantinedRecord.resolvedFormat {
                begin(record)
                switch chain.arrive(record, number: number) {
                case .ended(let passage): arrival = .passage(passage)
                case .halfway(let way):
                    arrival = .passage(way.passage)
                    halfway.append((items.count, number, way))
                }
            }
            items.append(TurnBooking.Item(record: record, arrival: arrival))
            if arrival.endsTheRun { break }
        }
        let guesses = turns.recollection.guess(halfway.map(\.way.newcomer))
        for ((index, number, way), guess) in zip(halfway, guesses) {
            guard guess.verdict == .keep else { continue }
            watched.begin(items[index].record.source)
            chain.mark.begin(article: number)
            let passage = chain.goOn(way, number: number, guess)
            items[index].arrival = .passage(passage)
            items[index].guess = guess
            items[index].encoded = book.encode(passage)
            // The articles behind it are not wanted any more.
            if passage.endsTheRun { break }
        }
        // Whoever waits for its turn is in no article.
        chain.mark.clear()
        defer { chain.mark.clear() }
        let ways = Dictionary(uniqueKeysWithValues: halfway.map { ($0.item, $0) })
        return turns.settle(batch.number, items) { index, judgement in
            guard let (_, number, way) = ways[index] else { return nil }
            watched.begin(items[index].record.source)
            chain.mark.begin(article: number)
            return .passage(chain.goOn(way, number: number, judgement))
        }
    }

    private func begin(_ record: SourceRecord) {
        number += 1
        watched.begin(record.source)
    }

    var latencies: [LatencyHistogram] { book.latencies }

    func end() {}

    /// A thread cannot be ended from outside: a run that stops leaves it behind.
    func cancel() {}
}
