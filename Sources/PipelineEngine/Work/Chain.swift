import StageKit

/// A chain as one thread has it, up to the sink: from record to finished article.
///
/// Confined to one thread at a time.
final class Chain<Source: SourceStage> {
    private let source: Source
    private let steps: [any TransformStep]
    /// The stage that compares articles with those before: its place among the steps, and the worker that makes digests for it.
    private let ordered: (index: Int, name: String, step: any OrderedStep)?
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
        func own(_ index: Int) -> StageContext {
            var own = context
            own.renewTime = { mark.renewTime() }
            own.count = { counts.add($1, to: $0, ofStage: index + 1) }
            return own
        }
        steps = try transforms.enumerated().map { try $1.makeStep(own($0)) }
        ordered = try transforms.enumerated().lazy.compactMap { index, transform in
            try (transform as? any OrderedStage).map { (index, type(of: $0).name, try $0.makeOrderedStep(own(index))) }
        }.first
    }

    /// Takes a record through the chain. An article that fails becomes a failure; nothing is thrown.
    ///
    /// - Parameters:
    ///   - number: counts this chain's records, from 1, for the mark.
    ///   - judgement: what the ordered stage, where there is one, is taken to say.
    func pass(_ record: SourceRecord, number: Int, judgement: Judgement = .original) -> Passage {
        switch arrive(record, number: number) {
        case .ended(let passage): passage
        case .halfway(let halfway): goOn(halfway, number: number, judgement)
        }
    }

    /// How far a record comes before anything has to be judged.
    enum Stop {
        /// As far as it goes.
        case ended(Passage)
        /// Up to the ordered stage.
        case halfway(Halfway)
    }

    /// Takes a record through the chain, up to the ordered stage where there is one.
    func arrive(_ record: SourceRecord, number: Int) -> Stop {
        switch arriveUncounted(record, number: number) {
        case .ended(var passage):
            passage.counts = counts.take()
            return .ended(passage)
        case .halfway(var halfway):
            halfway.counts = counts.take()
            return .halfway(halfway)
        }
    }

    private func arriveUncounted(_ record: SourceRecord, number: Int) -> Stop {
        mark.begin(article: number)
        var walk = Walk(steps: steps.count)
        do {
            if let failure = record.failure { throw failure }
            var article = try source.decode(record)
            let key = ordered.map { _ in SeenEntry.key(of: record, article: article) }
            if let seen {
                let (entry, isKnown) = try seen.compare(&article, record)
                walk.version = entry
                if isKnown { return .ended(walk.ended(.takenBefore)) }
            }
            walk.endStage()
            guard let ordered, let key else { return .ended(try pass(&article, through: steps.indices, number, &walk) ?? walk.passage(.kept(article))) }
            if let passage = try pass(&article, through: 0..<ordered.index, number, &walk) { return .ended(passage) }
            enter(ordered.index, number, article)
            let newcomer = Newcomer(id: article.id, key: key, digest: try ordered.step.digest(of: article))
            walk.endStage()
            return .halfway(Halfway(article: article, newcomer: newcomer, nanoseconds: walk.nanoseconds, version: walk.version))
        } catch {
            return .ended(walk.ended(throwing: error))
        }
    }

    /// Takes an article from the ordered stage, with what that says of it, to the end of the chain.
    func goOn(_ halfway: Halfway, number: Int, _ judgement: Judgement) -> Passage {
        var passage = goOnUncounted(halfway, number: number, judgement)
        passage.counts = halfway.counts.merging(counts.take()) { $0.merging($1, uniquingKeysWith: +) }
        return passage
    }

    private func goOnUncounted(_ halfway: Halfway, number: Int, _ judgement: Judgement) -> Passage {
        var walk = Walk(halfway)
        if case .drop(let reason) = judgement.verdict { return walk.passage(.dropped(reason: reason)) }
        guard let ordered else { return walk.passage(.kept(halfway.article)) }
        var article = halfway.article
        if let layer = judgement.layer { article.extensions[ordered.name] = layer }
        do {
            return try pass(&article, through: (ordered.index + 1)..<steps.count, number, &walk) ?? walk.passage(.kept(article))
        } catch {
            return walk.ended(throwing: error)
        }
    }

    /// - Returns: how the article left the chain on the way; nil where it did not.
    private func pass(_ article: inout Article, through range: Range<Int>, _ number: Int, _ walk: inout Walk) throws -> Passage? {
        for index in range {
            enter(index, number, article)
            let verdict = try steps[index].process(&article)
            walk.endStage()
            if case .drop(let reason) = verdict { return walk.passage(.dropped(reason: reason)) }
        }
        return nil
    }

    private func enter(_ step: Int, _ number: Int, _ article: Article) {
        mark.enter(stage: step + 1, ofArticle: number)
        if step == 0 { StageFault.strike(article.source) }
    }
}

/// What a passage says of its way, while it goes on.
private struct Walk {
    private(set) var nanoseconds: [UInt64] = []
    private var start = Clock.monotonic
    var version: SeenEntry?
    private var newcomer: Newcomer?

    init(steps: Int) {
        nanoseconds.reserveCapacity(steps + 1)
    }

    init(_ halfway: Halfway) {
        nanoseconds = halfway.nanoseconds
        version = halfway.version
        newcomer = halfway.newcomer
    }

    mutating func endStage() {
        let now = Clock.monotonic
        nanoseconds.append(now - start)
        start = now
    }

    func passage(_ outcome: Passage.Outcome) -> Passage {
        Passage(outcome: outcome, nanoseconds: nanoseconds, version: version, newcomer: newcomer)
    }

    /// The passage that ends in the stage that it is in.
    mutating func ended(_ outcome: Passage.Outcome) -> Passage {
        endStage()
        return passage(outcome)
    }

    mutating func ended(throwing error: any Error) -> Passage {
        ended((error as? RunFailure).map { .cannotGoOn($0) } ?? .failed(StageFailure(describing: error)))
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
