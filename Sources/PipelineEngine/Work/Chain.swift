import StageKit

/// A chain as one thread has it, up to the sink: from record to finished article.
///
/// Confined to one thread at a time.
final class Chain<Source: SourceStage> {
    private let source: Source
    private let steps: [any TransformStep]
    /// What the stages count, the source's first.
    private let counts: StageCounts
    /// Tells new articles from those taken before; nil where all are taken.
    private let seen: SeenCheck?
    /// Where the chain says what it is doing.
    let mark: WorkMark

    init(
        source: Source, transforms: [any TransformStage], context: StageContext, seen: SeenCheck? = nil, mark: WorkMark = WorkMark()
    ) throws {
        self.source = source
        self.seen = seen
        self.mark = mark
        let counts = StageCounts()
        self.counts = counts
        steps = try transforms.enumerated().map { index, transform in
            var context = context
            context.renewTime = { mark.renewTime() }
            context.count = { counts.add($1, to: $0, ofStage: index + 1) }
            return try transform.makeStep(context)
        }
    }

    /// Takes a record through the chain. An article that fails becomes a failure; nothing is thrown.
    ///
    /// - Parameter number: counts this chain's records, from 1, for the mark.
    func pass(_ record: SourceRecord, number: Int) -> Passage {
        var passage = passUncounted(record, number: number)
        passage.counts = counts.take()
        return passage
    }

    private func passUncounted(_ record: SourceRecord, number: Int) -> Passage {
        mark.begin(article: number)
        var nanoseconds: [UInt64] = []
        nanoseconds.reserveCapacity(steps.count + 1)
        var start = Clock.monotonic
        func endStage() {
            let now = Clock.monotonic
            nanoseconds.append(now - start)
            start = now
        }
        var version: SeenEntry?
        do {
            if let failure = record.failure { throw failure }
            var article = try source.decode(record)
            if let seen {
                let (entry, isKnown) = try seen.compare(&article, record)
                version = entry
                if isKnown {
                    endStage()
                    return Passage(outcome: .takenBefore, nanoseconds: nanoseconds)
                }
            }
            endStage()
            for (index, step) in steps.enumerated() {
                mark.enter(stage: index + 1, ofArticle: number)
                if index == 0 { StageFault.strike(record.source) }
                let verdict = try step.process(&article)
                endStage()
                if case .drop(let reason) = verdict { return Passage(outcome: .dropped(reason: reason), nanoseconds: nanoseconds, version: version) }
            }
            return Passage(outcome: .kept(article), nanoseconds: nanoseconds, version: version)
        } catch let failure as RunFailure {
            endStage()
            return Passage(outcome: .cannotGoOn(failure), nanoseconds: nanoseconds, version: version)
        } catch {
            endStage()
            return Passage(outcome: .failed(StageFailure(describing: error)), nanoseconds: nanoseconds, version: version)
        }
    }
}

/// How a stage is named in reports and in the quarantine.
struct StageIdentity: Sendable {
    var name: String
    /// Fingerprint of its settings.
    var fingerprint: String
    /// What it counts.
    var counters: [StageCounter] = []
}
