import StageKit

/// Books a batch of a pipeline with an ordered stage: waits for its turn, has its articles judged one by one, and books each with
/// what became of it. The same wherever the chain runs. Used by one thread at a time.
struct TurnBooking<Sink: SinkStage> {
    /// A record with what was made of it on a guess.
    struct Item {
        var record: SourceRecord
        var arrival: Arrival
        /// What the article was taken through the rest of the chain with; nil where it was not.
        var guess: Judgement?
        /// What the sink made of it.
        var encoded: BatchBook<Sink>.Encoded?
    }

    let recollection: Recollection
    /// Index of the ordered stage among all stages of the pipeline.
    let stage: Int
    let book: BatchBook<Sink>

    /// - Parameter goOn: takes an item's article through the rest of the chain, judged as it is; nil when nothing can be done
    ///   any more.
    /// - Returns: false when the batch is not done and never will be.
    func settle(_ batch: Int, _ items: [Item], goOn: (Int, Judgement) -> Arrival?) -> Bool {
        switch recollection.enter(batch) {
        case .come: break
        case .never(let failure):
            guard let failure else { return false }
            book.cannotGoOn(failure)
            return true
        }
        for (index, item) in items.enumerated() {
            guard case .passage(let passage) = item.arrival, let newcomer = passage.newcomer, !passage.endsTheRun else {
                book.add(item.record, item.arrival)
                if let failure = book.runFailure {
                    recollection.close(failure)
                    return true
                }
                continue
            }
            guard settle(item, passage, newcomer, goOn: { goOn(index, $0) }) else {
                recollection.close()
                return false
            }
            if let failure = book.runFailure {
                recollection.close(failure)
                return true
            }
        }
        recollection.leave()
        return true
    }

    private func settle(_ item: Item, _ passage: Passage, _ newcomer: Newcomer, goOn: (Judgement) -> Arrival?) -> Bool {
        let began = Clock.monotonic
        let judgement: Judgement
        do {
            judgement = try recollection.judge(newcomer)
        } catch {
            book.add(item.record, .passage(ended(passage, .failed(StageFailure(describing: error)))))
            return true
        }
        let nanoseconds = Clock.monotonic - began
        if case .drop(let reason) = judgement.verdict {
            book.add(item.record, .passage(ended(passage, .dropped(reason: reason)).adding(nanoseconds, to: stage)))
            book.list(item.record, id: newcomer.id, reason: reason, judgement.layer)
            return true
        }
        let isWritten: Bool
        if let guess = item.guess, guess.means(judgement) {
            isWritten = book.add(item.record, .passage(passage.adding(nanoseconds, to: stage)), encoded: item.encoded)
        } else {
            guard let arrival = goOn(judgement) else { return false }
            // What stages counted on a wrong guess was done all the same.
            isWritten = book.add(item.record, item.guess == nil ? arrival : arrival.adding(passage.counts))
        }
        if isWritten, let entry = judgement.entry { book.remember(recollection.remember(entry)) }
        return true
    }

    /// The passage as it is when it ends at the ordered stage.
    private func ended(_ passage: Passage, _ outcome: Passage.Outcome) -> Passage {
        var passage = passage
        passage.outcome = outcome
        passage.nanoseconds = Array(passage.nanoseconds.prefix(stage + 1))
        return passage
    }
}

extension Arrival {
    fileprivate func adding(_ counts: [Int: [String: Int]]) -> Arrival {
        guard case .passage(var passage) = self else { return self }
        passage.counts.merge(counts) { $0.merging($1, uniquingKeysWith: +) }
        return .passage(passage)
    }
}

extension Passage {
    fileprivate func adding(_ nanoseconds: UInt64, to stage: Int) -> Passage {
        var passage = self
        if stage < passage.nanoseconds.count { passage.nanoseconds[stage] += nanoseconds }
        return passage
    }
}
