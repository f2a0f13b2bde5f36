import Synchronization

/// Why a run ends before its input does.
public enum StopReason: Sendable, Hashable {
    /// SIGINT or SIGTERM; the number.
    case signal(Int32)
    /// The time that `--deadline` gives is over.
    case deadline
    /// More articles failed than `errors.most` allows.
    case tooManyErrors(String)
    /// Something that no article is to blame for: a full disk, an output that cannot be written.
    case failure(String)
}

/// Asks a run to stop. The first reason counts. Safe to use from any thread, and cheap to ask.
public final class StopFlag: Sendable {
    private struct State {
        var reason: StopReason?
        var handler: (@Sendable (StopReason) -> Void)?
    }

    private let raised = Atomic<Bool>(false)
    private let state = Mutex(State())

    public init() {}

    /// Whether the run should stop.
    public var isRaised: Bool { raised.load(ordering: .acquiring) }

    public var reason: StopReason? { state.withLock { $0.reason } }

    /// Asks for the stop; does nothing when one was asked for before.
    public func raise(_ reason: StopReason) {
        let handler: (@Sendable (StopReason) -> Void)? = state.withLock { state in
            guard state.reason == nil else { return nil }
            state.reason = reason
            raised.store(true, ordering: .releasing)
            return state.handler
        }
        handler?(reason)
    }

    /// Sets what to call, once, when the stop is asked for; called at once when it already was.
    func onRaise(_ handler: @escaping @Sendable (StopReason) -> Void) {
        let reason: StopReason? = state.withLock { state in
            state.handler = handler
            return state.reason
        }
        if let reason { handler(reason) }
    }
}
