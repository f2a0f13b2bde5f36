import Synchronization

/// Notices that a server is gone, so that a night's run does not spend its hours on time-outs: after so many articles in a row
/// without an answer nothing is asked for a while, then one article tries (Nygard, "Release It!", 2007: the circuit breaker).
///
/// Safe to use from any thread.
final class CircuitBreaker: Sendable {
    enum Admission: Hashable {
        case ask
        /// Nothing is to be asked; why.
        case wait(reason: String)
    }

    /// What a failure or an answer changed.
    enum Change: Hashable {
        case none
        /// The server counts as gone from now on.
        case opened
        /// It counts as there again.
        case closed
    }

    private struct State {
        var failuresInRow = 0
        var hasAnswered = false
        /// Until when nothing is asked; nil while the server counts as there.
        var openUntil: Double?
        var reason = ""
    }

    private let state = Mutex(State())
    private let after: Int
    private let pause: Double

    /// - Parameters:
    ///   - after: how many articles in a row; one, as long as there was no answer at all and no server seems to be there.
    ///   - pause: seconds until one article tries again.
    init(after: Int, pause: Double) {
        self.after = after
        self.pause = pause
    }

    func admission(at now: Double) -> Admission {
        state.withLock { state in
            guard let until = state.openUntil else { return .ask }
            guard now >= until else { return .wait(reason: state.reason) }
            // This article tries; the others wait for what comes of it.
            state.openUntil = now + pause
            return .ask
        }
    }

    func answered() -> Change {
        state.withLock { state in
            let change: Change = state.openUntil == nil ? .none : .closed
            state = State(hasAnswered: true)
            return change
        }
    }

    func failed(_ fault: HTTPFault, at now: Double) -> Change {
        state.withLock { state in
            state.failuresInRow += 1
            state.reason = fault.reason
            let neverThere = fault.isUnreachable && !state.hasAnswered
            guard state.openUntil != nil || neverThere || fault.concernsAll || state.failuresInRow >= after else { return .none }
            let change: Change = state.openUntil == nil ? .opened : .none
            state.openUntil = now + max(pause, Double(fault.retryAfter))
            return change
        }
    }
}
