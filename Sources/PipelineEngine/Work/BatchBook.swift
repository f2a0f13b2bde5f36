import StageKit

/// Keeps the books of one worker: what became of each record of a batch, what the sink encoded of it, and how long each
/// stage took. The same wherever the chain runs. Used by one thread at a time.
final class BatchBook<Sink: SinkStage> {
    /// What the sink made of an article before it was booked.
    struct Encoded {
        var result: Result<Sink.Batch, StageFailure>
        var nanoseconds: UInt64
    }

    private let sink: Sink
    let stages: [StageIdentity]
    private let run: String
    /// Where what was taken is remembered; nil where it is not.
    private let seen: SeenCheck?
    /// Whether a record that failed goes into quarantine whole, or only by where it was read.
    private let keepsRecords: Bool
    private var batch: FinishedBatch<Sink.Batch>
    /// One for each stage of the pipeline, over all batches.
    private(set) var latencies: [LatencyHistogram]

    init(sink: Sink, stages: [StageIdentity], run: String, seen: SeenCheck? = nil, keepsRecords: Bool = true) {
        self.keepsRecords = keepsRecords
        self.seen = seen
        self.sink = sink
        self.stages = stages
        self.run = run
        batch = BatchBook.empty
        latencies = Array(repeating: LatencyHistogram(), count: stages.count)
    }

    func begin(_ records: RecordBatch) {
        batch = FinishedBatch(
            number: records.number, end: records.end, tallies: Array(repeating: StageTally(), count: stages.count))
        batch.outcomes.reserveCapacity(records.records.count)
    }

    /// Why nothing can be worked on any more, where a stage said so: the batch ends there.
    var runFailure: RunFailure? { batch.runFailure }

    /// Gives the batch away.
    func finish() -> FinishedBatch<Sink.Batch> {
        defer { batch = BatchBook.empty }
        return batch
    }

    private static var empty: FinishedBatch<Sink.Batch> { FinishedBatch(number: 0, end: InputPosition(), tallies: []) }

    /// Books what became of the next record.
    /// - Returns: whether the article goes to the outputs.
    @discardableResult
    func add(_ record: SourceRecord, _ arrival: Arrival, encoded: Encoded? = nil) -> Bool {
        switch arrival {
        case .passage(let passage): return add(record, passage, encoded)
        case .lost(let stage, let failure, let version): addLost(record, stage: stage, failure, version: version)
        // What waited in quarantine for being read was read to its end.
        case .resolved: batch.outcomes.append((record.source, .resolved))
        }
        return false
    }

    /// Nothing can be worked on any more, as another worker found.
    func cannotGoOn(_ failure: RunFailure) { batch.runFailure = failure }

    /// What is to be kept of an article that was remembered.
    func remember(_ entry: [UInt8]) { batch.remembered.append(entry) }

    /// Lists an article that repeats another.
    func list(_ record: SourceRecord, id: ArticleID, reason: String, _ layer: JSONValue?) {
        batch.repeats.append(RepeatedArticle(source: record.source, id: id, reason: reason, layer: layer ?? .null).line)
    }

    /// Books how the next record came through the chain; an article that was kept is encoded.
    private func add(_ record: SourceRecord, _ passage: Passage, _ encoded: Encoded?) -> Bool {
        for (stage, nanoseconds) in passage.nanoseconds.enumerated() {
            enter(stage, nanoseconds)
            if stage < passage.lastStage { batch.tallies[stage].kept += 1 }
        }
        for (stage, counts) in passage.counts where stage < stages.count { batch.tallies[stage].count(counts) }
        let last = passage.lastStage
        switch passage.outcome {
        case .kept(let article):
            batch.tallies[last].kept += 1
            return add(encoded, article, of: record, passage.version)
        case .dropped(let reason):
            batch.tallies[last].dropped[reason, default: 0] += 1
            batch.outcomes.append((record.source, .dropped))
            if let version = passage.version { batch.seen.append(version) }
        case .takenBefore: leaveOut(record)
        case .cannotGoOn(let failure):
            batch.runFailure = RunFailure("\(stages[last].name): \(failure.reason)", advice: failure.advice)
        case .failed(let failure):
            // What fails as it failed before waits in quarantine already. Where the list cannot be read, it fails once more.
            if passage.version == nil, let seen, (try? seen.isKnown(failure: seen.failed(nil, record))) == true {
                leaveOut(record)
            } else {
                fail(record, stage: last, failure, passage.version)
            }
        }
        return false
    }

    private func leaveOut(_ record: SourceRecord) {
        batch.tallies[0].dropped["taken before", default: 0] += 1
        batch.outcomes.append((record.source, .takenBefore))
    }

    /// Books a record that its stage never gave back.
    private func addLost(_ record: SourceRecord, stage: Int, _ failure: StageFailure, version: SeenEntry? = nil) {
        let stage = min(stage, stages.count - 1)
        for before in 0..<stage { batch.tallies[before].kept += 1 }
        for entered in 0...stage { batch.tallies[entered].entered += 1 }
        fail(record, stage: stage, failure, version)
    }

    /// Has the sink encode an article by itself, to be booked later or not at all.
    /// - Returns: nil where the passage does not lead to the sink.
    func encode(_ passage: Passage) -> Encoded? {
        guard case .kept(let article) = passage.outcome else { return nil }
        let start = Clock.monotonic
        var encoded = sink.makeBatch()
        let result = Result { try sink.encode(article, into: &encoded) }
        return Encoded(result: result.map { encoded }.mapError { StageFailure(describing: $0) }, nanoseconds: Clock.monotonic - start)
    }

    private func add(_ encoded: Encoded?, _ article: Article, of record: SourceRecord, _ version: SeenEntry?) -> Bool {
        let stage = stages.count - 1
        do {
            if let encoded {
                enter(stage, encoded.nanoseconds)
                batch.encoded.append(try encoded.result.get())
            } else {
                let start = Clock.monotonic
                defer { enter(stage, Clock.monotonic - start) }
                if batch.encoded.isEmpty { batch.encoded.append(sink.makeBatch()) }
                try sink.encode(article, into: &batch.encoded[batch.encoded.count - 1])
            }
            batch.tallies[stage].kept += 1
            batch.outcomes.append((record.source, .written))
            if let version { batch.seen.append(version) }
            return true
        } catch {
            fail(record, stage: stage, StageFailure(describing: error), version)
            return false
        }
    }

    private func enter(_ stage: Int, _ nanoseconds: UInt64) {
        batch.tallies[stage].entered += 1
        batch.tallies[stage].nanoseconds += nanoseconds
        latencies[stage].record(nanoseconds: nanoseconds)
    }

    private func fail(_ record: SourceRecord, stage: Int, _ failure: StageFailure, _ version: SeenEntry?) {
        if let seen { batch.seen.append(seen.failed(version, record)) }
        batch.tallies[stage].failed += 1
        batch.failures.append(
            QuarantinedRecord(
                record: keepsRecords ? record : record.withoutContents(failure), stage: stages[stage].name, reason: failure.reason, advice: failure.advice,
                settings: stages[stage].fingerprint, run: run))
        batch.outcomes.append((record.source, .failed(batch.failures.count - 1)))
    }
}
