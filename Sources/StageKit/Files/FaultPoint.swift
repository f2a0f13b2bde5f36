internal import Glibc
internal import Synchronization

/// A place where a crash test can make the operating system fail or the process die. Does nothing in release builds.
///
/// In debug builds, `COPYDESK_FAULT=POINT:NUMBER:ACTION` takes effect when the point is passed for the NUMBER-th time
/// (from 1): POINT is `open`, `write`, `sync`, `rename`, `remove` or `any`; ACTION is `kill` (SIGKILL before the
/// operation), `torn` (half of a write, then SIGKILL), `short` (half of a write, then "disk full"), `enospc` or `eio`.
/// From an error on, every further pass of the point fails too, as on a disk that stays full.
public enum FaultPoint: String, Sendable, CaseIterable {
    case open, write, sync, rename, remove

    /// Passes the point.
    public func pass() throws(SystemCallError) {
        #if DEBUG
        if let action = FaultPlan.current.action(at: self) { try action.strike() }
        #endif
    }

    /// Passes the point of a write.
    /// - Returns: how many of the bytes to write.
    public func pass(writing count: Int) throws(SystemCallError) -> Int {
        #if DEBUG
        if let action = FaultPlan.current.action(at: self) {
            if action == .torn || action == .short { return count / 2 }
            try action.strike()
        }
        #endif
        return count
    }

    /// Follows a write that was cut short.
    func afterShortWrite() throws(SystemCallError) {
        #if DEBUG
        try FaultPlan.current.chosen.strike()
        #endif
    }
}

#if DEBUG
/// What the environment asks for. Safe to use from any thread.
private final class FaultPlan: Sendable {
    enum Action: String {
        case kill, torn, short, enospc, eio, none

        func strike() throws(SystemCallError) {
            switch self {
            case .kill, .torn: Glibc.kill(getpid(), SIGKILL)
            case .short, .enospc: throw SystemCallError(number: ENOSPC)
            case .eio: throw SystemCallError(number: EIO)
            case .none: break
            }
        }
    }

    static let current = FaultPlan(getenv("COPYDESK_FAULT").map { String(cString: $0) } ?? "")

    let chosen: Action
    private let point: String
    private let number: Int
    private let passes = Atomic<Int>(0)

    init(_ text: String) {
        let parts = text.split(separator: ":").map(String.init)
        point = parts.first ?? ""
        number = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        chosen = parts.count > 2 ? Action(rawValue: parts[2]) ?? .none : .none
    }

    func action(at point: FaultPoint) -> Action? {
        guard chosen != .none, self.point == "any" || self.point == point.rawValue else { return nil }
        let pass = passes.add(1, ordering: .relaxed).newValue
        return pass == number || (pass > number && chosen != .kill && chosen != .torn) ? chosen : nil
    }
}
#endif
