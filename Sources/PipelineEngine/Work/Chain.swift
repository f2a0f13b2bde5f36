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
    /// Tells new articles from those taken before; nil where all are taken.
    private let seen: SeenCheck?
    /// How long each stage took per article; one for each stage of the pipeline.
    private(set) var latencies: [LatencyHistogram]

    init(source: Source, transforms: [any TransformStage], sink: Sink, stages: [StageIdentity], context: StageContext, seen: SeenCheck? = nil) throws {
        self.source = source
        self.sink = sink
        self.stages = stages
        self.seen = seen
        run = context.run
        steps = try transforms.map { try $0.makeStep(context) }
        latencies = Array(repeating: LatencyHistogram(), count: stages.count)
    }

    /// Takes every record of a batch through the chain. An article that fails becomes a failure; nothing is thrown. Where
    /// a stage cannot go on at all, the batch ends there and says so.
    ///
    /// The records after a raised `stop` that no longer wants them are still worked on: a batch is short.
    func process(_ batch: RecordBatch) -> FinishedBatch<Sink.Batch> {
        var finished = FinishedBatch<Sink.Batch>(
            number: batch.number, end: batch.end, encoded: sink.makeBatch(),
            tallies: Array(repeating: StageTally(), count: stages.count))
        finished.outcomes.reserveCapacity(batch.records.count)
        do throws(RunFailure) {
            for record in batch.records {
                finished.outcomes.append((record.source, try process(record, into: &finished)))
            }
        } catch {
            finished.runFailure = error
        }
        return finished
    }

    private func process(
        _ record: SourceRecord, into finished: inout FinishedBatch<Sink.Batch>
    ) throws(RunFailure) -> FinishedBatch<Sink.Batch>.Outcome {
        guard record.format != QuarantinedRecord.resolvedFormat else { return .resolved }
        var stage = 0
        var version: SeenEntry?
        do {
            var article = try timed(stage, &finished.tallies) {
                if let failure = record.failure { throw failure }
                return try source.decode(record)
            }
            if let seen {
                let (entry, isKnown) = try seen.compare(&article, record)
                guard !isKnown else {
                    drop("taken before", at: stage, &finished.tallies)
                    return .takenBefore
                }
                version = entry
            }
            for step in steps {
                stage += 1
                let verdict = try timed(stage, &finished.tallies) { try step.process(&article) }
                if case .drop(let reason) = verdict {
                    drop(reason, at: stage, &finished.tallies)
                    if let version { finished.seen.append(version) }
                    return .dropped
                }
            }
            stage += 1
            try timed(stage, &finished.tallies) { try sink.encode(article, into: &finished.encoded) }
            if let version { finished.seen.append(version) }
            return .written
        } catch {
            if let failure = error as? RunFailure { throw RunFailure("\(stages[stage].name): \(failure.reason)", advice: failure.advice) }
            let failure = StageFailure(describing: error)
            if let seen {
                let entry = seen.failed(version, record)
                // Where the list cannot be read, the article fails once more: nothing is lost.
                if version == nil, (try? seen.isKnown(failure: entry)) == true {
                    finished.tallies[stage].dropped["taken before", default: 0] += 1
                    return .takenBefore
                }
                finished.seen.append(entry)
            }
            finished.tallies[stage].failed += 1
            finished.failures.append(
                QuarantinedRecord(
                    record: record, stage: stages[stage].name, reason: failure.reason, advice: failure.advice,
                    settings: stages[stage].fingerprint, run: run))
            return .failed(finished.failures.count - 1)
        }
    }

    /// Books as dropped what was booked as kept.
    private func drop(_ reason: String, at stage: Int, _ tallies: inout [StageTally]) {
        tallies[stage].kept -= 1
        tallies[stage].dropped[reason, default: 0] += 1
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
