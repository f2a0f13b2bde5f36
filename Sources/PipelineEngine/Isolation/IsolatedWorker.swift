internal import Glibc
import StageKit
import Synchronization

/// A worker whose chain, up to the sink, runs in a process of its own. When that dies, the article that it was in is lost
/// to quarantine, and another process takes up the next one.
///
/// Used by one thread at a time, but for ``cancel()``.
final class IsolatedWorker<Sink: SinkStage>: BatchWorker {
    /// So many processes in a row may be lost without having finished or been in an article: then it is not the articles.
    private static var mostFruitlessStarts: Int { 5 }

    private struct State {
        var process: WorkerProcess?
        var isCancelled = false
    }

    private let launch: WorkerLaunch
    private let book: BatchBook<Sink>
    private let stop: StopFlag
    /// Nil where every article is taken.
    private let gate: Gate?
    /// Nil where no stage compares articles with others.
    private let turns: TurnBooking<Sink>?
    /// What became of the batch's records, in order, where they are booked in their turn only.
    private var arrivals: [Arrival] = []
    /// Whether a stage said that nothing can be worked on any more: the batch ends there.
    private var cannotGoOn = false
    /// What the gate said of the batch's records.
    private var verdicts: [Gate.Verdict] = []
    private let state = Mutex(State())
    private var fruitlessStarts = 0

    init(_ launch: WorkerLaunch, book: BatchBook<Sink>, stop: StopFlag, gate: Gate? = nil, turns: TurnBooking<Sink>? = nil) {
        self.gate = gate
        self.turns = turns
        self.launch = launch
        self.book = book
        self.stop = stop
    }

    var latencies: [LatencyHistogram] { book.latencies }

    func process(_ batch: RecordBatch) -> FinishedBatch<Sink.Batch>? {
        book.begin(batch)
        verdicts = batch.records.map { gate?.verdict($0) ?? Gate.Verdict() }
        arrivals = []
        cannotGoOn = false
        guard work(on: batch.records[...]) else { return nil }
        if let turns, !settle(batch, turns) { return nil }
        // What a cancelled process was in the middle of is no article's fault.
        return isCancelled ? nil : book.finish()
    }

    /// The processes have taken every article to its end, as if the ordered stage had let it pass. In the batch's turn, one that it
    /// marks goes through once more, with its mark.
    private func settle(_ batch: RecordBatch, _ turns: TurnBooking<Sink>) -> Bool {
        let items = zip(batch.records, arrivals).map { record, arrival in
            guard case .passage(let passage) = arrival, passage.newcomer != nil else { return TurnBooking<Sink>.Item(record: record, arrival: arrival) }
            return TurnBooking<Sink>.Item(record: record, arrival: arrival, guess: .original, encoded: book.encode(passage))
        }
        return turns.settle(batch.number, items) { index, judgement in
            arrivals = []
            return work(on: batch.records[index...index], judgement) ? arrivals.first : nil
        }
    }

    /// Has processes work on records until all have come to their end.
    /// - Returns: false when there is no process to be had.
    private func work(on records: ArraySlice<SourceRecord>, _ judgement: Judgement? = nil) -> Bool {
        var records = records
        while !records.isEmpty {
            guard let process = readyProcess() else { return false }
            records = records.dropFirst(work(on: records, judgement, with: process))
        }
        return true
    }

    /// Books what became of the next record, or keeps it until the batch's turn.
    private func take(_ record: SourceRecord, _ arrival: Arrival) {
        cannotGoOn = arrival.endsTheRun
        if turns == nil { book.add(record, arrival) } else { arrivals.append(arrival) }
    }

    func end() {
        takeProcess()?.end()
    }

    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.process?.kill()
        }
    }

    private var isCancelled: Bool { state.withLock { $0.isCancelled } }

    private func takeProcess() -> WorkerProcess? {
        state.withLock { state in
            defer { state.process = nil }
            return state.process
        }
    }

    /// Has the process work on records until all are taken or it is lost; one that it was lost to is taken too.
    /// - Returns: how many were taken.
    private func work(on records: ArraySlice<SourceRecord>, _ judgement: Judgement?, with process: WorkerProcess) -> Int {
        let wanted = records.indices.filter { isForProcess(records[$0], verdicts[$0]) }.map { records[$0] }
        process.send { send in
            var json = JSONWriter()
            for record in wanted {
                json.removeAll()
                WorkerRequest.write(record, judgement, to: &json)
                guard send(json.bytes) else { return }
            }
        }
        for (index, record) in zip(records.indices, records) {
            guard isForProcess(record, verdicts[index]) else {
                bookUnsent(record, verdicts[index])
                continue
            }
            guard let loss = book(record, verdicts[index], from: process) else {
                guard cannotGoOn else { continue }
                // The rest of the batch is not wanted any more; nor is this process, which still answers it.
                _ = takeProcess()
                process.kill()
                _ = process.reap()
                return records.count
            }
            return index - records.startIndex + clear(away: process, loss, record, verdicts[index])
        }
        return records.count
    }

    private func isForProcess(_ record: SourceRecord, _ verdict: Gate.Verdict) -> Bool {
        record.failure == nil && record.format != QuarantinedRecord.resolvedFormat && !verdict.isTakenBefore
    }

    private func bookUnsent(_ record: SourceRecord, _ verdict: Gate.Verdict) {
        if record.format == QuarantinedRecord.resolvedFormat {
            take(record, .resolved)
        } else if let failure = record.failure {
            take(record, .passage(Passage(outcome: .failed(failure), nanoseconds: [0])))
        } else {
            take(record, .passage(Passage(outcome: .takenBefore, nanoseconds: [0])))
        }
    }

    /// Waits for what the process makes of its next record, and books it.
    /// - Returns: how the process was lost instead; nil when it was not.
    private func book(_ record: SourceRecord, _ verdict: Gate.Verdict, from process: WorkerProcess) -> WorkerLoss? {
        var isOverdue = false
        while true {
            switch process.next(within: launch.limits.seconds) {
            case .line(let line):
                do throws(StageFailure) {
                    switch try WorkerAnswer(line: line, stages: book.stages.count - 1) {
                    case .message(let message):
                        launch.report(message)
                        continue
                    case .passage(var passage):
                        passage.version = verdict.version
                        if case .kept(var article) = passage.outcome, let replaces = verdict.replaces {
                            article.replaces = replaces
                            passage.outcome = .kept(article)
                        }
                        take(record, .passage(passage))
                    case .unreadable(let failure): take(record, .lost(stage: 0, failure, version: verdict.version))
                    }
                } catch {
                    process.kill()
                    _ = process.reap()
                    return .nonsense(error.reason)
                }
                process.answered += 1
                fruitlessStarts = 0
                return nil
            case .overdue:
                // It may answer just now, and is then only lost for the next article.
                isOverdue = true
                process.kill()
            case .ended:
                // It may have closed its output only; a process that has ended already does not mind.
                process.kill()
                let loss = WorkerLoss(status: process.reap(), mark: process.mark)
                return isOverdue && loss == .signal(SIGKILL) ? .overdue : loss
            }
        }
    }

    /// Books the record that a lost process was in.
    /// - Returns: 1 when it was in this one, 0 when it was in none.
    private func clear(away process: WorkerProcess, _ loss: WorkerLoss, _ record: SourceRecord, _ verdict: Gate.Verdict) -> Int {
        _ = takeProcess()
        guard !isCancelled else { return 0 }
        if case .nonsense = loss {
            take(record, .lost(stage: process.mark.place?.stage ?? 0, loss.failure(launch.limits), version: verdict.version))
            return 1
        }
        guard let place = process.mark.place, place.article == process.answered + 1 else {
            fruitlessStarts += 1
            if fruitlessStarts >= IsolatedWorker.mostFruitlessStarts { giveUp(loss.failure(launch.limits)) }
            return 0
        }
        fruitlessStarts = 0
        take(record, .lost(stage: place.stage, loss.failure(launch.limits), version: verdict.version))
        return 1
    }

    private func giveUp(_ last: StageFailure) {
        stop.raise(
            .failure(
                "worker processes end before they finish one article, \(fruitlessStarts) times in a row; the last: \(last.reason)"
                    + (launch.limits.memory.map { "; limits.memory (\($0.settingText)) may be too little to work with" } ?? "")))
        state.withLock { $0.isCancelled = true }
    }

    /// The process, started if need be and ready for records; nil when there is none to be had.
    private func readyProcess() -> WorkerProcess? {
        while !isCancelled {
            if let process = state.withLock({ $0.process }) { return process }
            do {
                let process = try WorkerProcess(launch)
                let isWanted = state.withLock { state in
                    if !state.isCancelled { state.process = process }
                    return !state.isCancelled
                }
                if !isWanted { process.kill() }
                guard let loss = try shakeHands(process) else { return process }
                _ = takeProcess()
                guard !isCancelled else { return nil }
                fruitlessStarts += 1
                if fruitlessStarts >= IsolatedWorker.mostFruitlessStarts { giveUp(loss.failure(launch.limits)) }
            } catch {
                let reason = (error as? SystemCallError).map { "cannot be started: \($0.explanation)" } ?? "refuses: \(StageFailure(describing: error))"
                stop.raise(.failure("a worker process \(reason)"))
                state.withLock { $0.isCancelled = true }
            }
        }
        return nil
    }

    /// - Returns: how the process was lost; nil when it is ready.
    /// - Throws: ``StageFailure`` when it is none to work with, and another would not be either.
    private func shakeHands(_ process: WorkerProcess) throws -> WorkerLoss? {
        process.send { [hello = launch.hello.line] send in _ = send(hello) }
        while true {
            switch process.next(within: WorkerLaunch.startSeconds, isStarting: true) {
            case .line(let line):
                // What stages tell while they are prepared, those of this process have told already.
                if case .message? = try? WorkerAnswer(line: line, stages: 1) { continue }
                do throws(StageFailure) {
                    let ready = try WorkerReady(line: line)
                    guard ready.pipeline == launch.hello.pipeline, ready.stages.count == book.stages.count - 1 else {
                        throw StageFailure("it has another pipeline than the run")
                    }
                    return nil
                } catch {
                    process.kill()
                    _ = process.reap()
                    throw error
                }
            case .overdue:
                process.kill()
                _ = process.reap()
                return .nonsense("nothing for \(WorkerLaunch.startSeconds) s")
            case .ended:
                process.kill()
                return WorkerLoss(status: process.reap(), mark: process.mark)
            }
        }
    }
}
