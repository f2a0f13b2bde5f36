import Dispatch
import StageKit
import Synchronization

/// What a pipeline's ordered stage remembers while a run goes on, and which batch's turn it is to ask. Safe to use from any thread.
///
/// Workers take turns in the order of the batches: in its turn, a worker has each of its articles judged, takes it to its end, and
/// has it remembered if it got there. So each judgement follows from the articles before, however they were grouped. All costly
/// work is done before the turn, on a guess of the judgement; a wrong guess costs time and nothing else.
///
/// No worker waits for ever: batches are handed out in order, so the batch whose turn it is has a worker.
final class Recollection: Sendable {
    private struct State {
        var memory: any ArticleMemory
        /// Articles that batches before their turn are guessed to add; for guesses alone.
        var ahead: any ArticleMemory
        /// Number of the batch whose turn it is.
        var turn = 0
        var waiting: [Int: DispatchSemaphore] = [:]
        var isClosed = false
        var failure: RunFailure?
    }

    /// Whether a turn came.
    enum Turn {
        case come
        /// The run has ended; why, where a stage could not go on.
        case never(RunFailure?)
    }

    /// Guesses look at so many articles that have not had their turn; more than a run usually has on its way.
    private static let mostAhead = 8192

    private let emptyMemory: @Sendable () -> any ArticleMemory
    private let state: Mutex<State>

    /// - Parameter memory: what earlier runs, and this one before it was interrupted, remembered.
    init(of stage: any OrderedStage, _ memory: any ArticleMemory) {
        let empty: @Sendable () -> any ArticleMemory = { stage.makeAnyMemory() }
        emptyMemory = empty
        state = Mutex(State(memory: memory, ahead: empty()))
    }

    /// How many articles are remembered.
    var count: Int { state.withLock { $0.memory.count } }

    // MARK: - Before the turn

    /// What is likely to be judged of a batch's articles in their turn.
    func guess(_ newcomers: [Newcomer]) -> [Judgement] {
        state.withLock { state in newcomers.map { guess($0, &state) } }
    }

    private func guess(_ newcomer: Newcomer, _ state: inout State) -> Judgement {
        // One that cannot be judged fails in its turn, where it is told.
        guard let judgement = try? state.memory.judge(newcomer) else { return .original }
        guard judgement.means(.original), let ahead = try? state.ahead.judge(newcomer) else { return judgement }
        if let entry = ahead.entry {
            if state.ahead.count >= Recollection.mostAhead { state.ahead = emptyMemory() }
            _ = state.ahead.remember(entry)
        }
        return ahead
    }

    /// Waits for a batch's turn.
    func enter(_ batch: Int) -> Turn {
        let semaphore: DispatchSemaphore? = state.withLock { state in
            guard !state.isClosed, state.turn != batch else { return nil }
            let semaphore = DispatchSemaphore(value: 0)
            state.waiting[batch] = semaphore
            return semaphore
        }
        semaphore?.wait()
        return state.withLock { $0.isClosed ? .never($0.failure) : .come }
    }

    // MARK: - In the turn

    func judge(_ newcomer: Newcomer) throws -> Judgement {
        try state.withLock { try $0.memory.judge(newcomer) }
    }

    /// Remembers an article that went all the way.
    /// - Returns: the bytes to keep.
    func remember(_ entry: [UInt8]) -> [UInt8] {
        state.withLock { $0.memory.remember(entry) }
    }

    /// The turn is the next batch's.
    func leave() {
        state.withLock { state in
            state.turn += 1
            return state.waiting.removeValue(forKey: state.turn)
        }?.signal()
    }

    /// No more turns come; whoever waits for one waits no longer. The first call counts.
    func close(_ failure: RunFailure? = nil) {
        let waiting: [DispatchSemaphore] = state.withLock { state in
            guard !state.isClosed else { return [] }
            state.isClosed = true
            state.failure = failure
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for semaphore in waiting { semaphore.signal() }
    }
}
