/// Which articles a run takes, and what it does with the outputs that are there.
public enum RunMode: String, Sendable {
    /// Every article; the outputs are replaced.
    case all
    /// What is new or changed since the last run that succeeded (`only: new`); the outputs are extended.
    case new
    /// Every article of a pipeline with `only: new`, as if it ran for the first time (`--full`); the outputs are replaced.
    case full
    /// What waits in quarantine (`copydesk replay`); the outputs are extended.
    case replay

    var extendsOutputs: Bool { self == .new || self == .replay }

    /// What a message calls an interrupted run of this kind, and the command that goes on with it.
    var description: String {
        switch self {
        case .all, .new: "run"
        case .full: "full run"
        case .replay: "replay"
        }
    }

    var command: String {
        switch self {
        case .all, .new: "copydesk run"
        case .full: "copydesk run --full"
        case .replay: "copydesk replay"
        }
    }
}
