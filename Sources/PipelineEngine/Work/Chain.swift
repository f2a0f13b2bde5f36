import StageKit

/// The whole chain as one thread has it: from record to encoded article.
///
/// Confined to one thread at a time.
final class Chain<Source: SourceStage, Sink: SinkStage> {
    private let source: Source
    private let steps: [any TransformStep]
    private let sink: Sink
    private let stages: [StageIdentity]
    private let run: String
    /// How long each stage took per article; one for each stage of the pipeline.
    private(set) var latencies: [LatencyHistogram]

    init(source: Source, transforms: [any TransformStage], sink: Sink, stages: [StageIdentity], context: StageContext) throws {
        self.source = source
        self.sink = sink
        self.stages = stages
        run = context.run
        steps = try transforms.map { try $0.makeStep(context) }
        latencies = Array(repeating: LatencyHistogram(), count: stages.count)
    }

    /// Takes every record of a batch through the chain. An article that fails becomes a failure; nothing is thrown.
    ///
    /// The records after a raised `stop` that no longer wants them are still worked on: a batch is short.
    func process(_ batch: RecordBatch) -> FinishedBatch<Sink.Batch> {
        var finished = FinishedBatch<Sink.Batch>(
            number: batch.number, end: batch.end, encoded: sink.makeBatch(),
            tallies: Array(repeating: StageTally(), count: stages.count))
        finished.outcomes.reserveCapacity(batch.records.count)
        for record in batch.records {
            finished.outcomes.append((record.source, process(record, into: &finished)))
        }
        return finished
    }

    private func process(_ record: SourceRecord, into finished: inout FinishedBatch<Sink.Batch>) -> FinishedBatch<Sink.Batch>.Outcome {
        var stage = 0
        do {
            var article = try timed(stage, &finished.tallies) {
                if let failure = record.failure { throw failure }
                return try source.decode(record)
            }
            for step in steps {
                stage += 1
                let verdict = try timed(stage, &finished.tallies) { try step.process(&article) }
                if case .drop(let reason) = verdict {
                    finished.tallies[stage].kept -= 1
                    finished.tallies[stage].dropped[reason, default: 0] += 1
                    return .dropped
                }
            }
            stage += 1
            try timed(stage, &finished.tallies) { try sink.encode(article, into: &finished.encoded) }
            return .written
        } catch {
            let failure = StageFailure(describing: error)
            finished.tallies[stage].failed += 1
            finished.failures.append(
                QuarantinedRecord(
                    record: record, stage: stages[stage].name, reason: failure.reason, advice: failure.advice,
                    settings: stages[stage].fingerprint, run: run))
            return .failed(finished.failures.count - 1)
        }
    }

    /// Runs one stage's work on one article and books it: counted as kept when it does not throw.
    private func timed<Result>(_ stage: Int, _ tallies: inout [StageTally], _ work: () throws -> Result) rethrows -> Result {
        let start = Clock.monotonic
        defer {
            let nanoseconds = Clock.monotonic - start
            tallies[stage].entered += 1
            tallies[stage].nanoseconds += nanoseconds
            latencies[stage].record(nanoseconds: nanoseconds)
        }
        let result = try work()
        tallies[stage].kept += 1
        return result
    }
}

/// How a stage is named in reports and in the quarantine.
struct StageIdentity: Sendable {
    var name: String
    /// Fingerprint of its settings.
    var fingerprint: String
}
