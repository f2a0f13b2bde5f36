import StageKit

/// What a run remembers while it goes: its journal and its quarantine, and how often they are made durable.
///
/// Used by one thread at a time.
final class Ledger {
    private let journal: Journal?
    private let quarantine: Quarantine
    /// Nil where every article is taken.
    private let seen: SeenStore?
    /// Nil where no stage compares articles with others.
    private let memory: MemoryStore?
    private let interval: UInt64
    private var lastCommit = Clock.monotonic

    /// - Parameters:
    ///   - journal: nil where the input cannot be read twice, so that there is nothing to go on with.
    ///   - interval: seconds between two commits.
    init(journal: Journal?, quarantine: Quarantine, seen: SeenStore? = nil, memory: MemoryStore? = nil, interval: Double) {
        self.memory = memory
        self.journal = journal
        self.quarantine = quarantine
        self.seen = seen
        self.interval = UInt64(interval * 1e9)
    }

    /// Whether an interrupted run can go on.
    var isResumable: Bool { journal != nil }

    func failed(_ record: QuarantinedRecord) throws(StageFailure) {
        try quarantine.add(record)
    }

    func passed(_ source: ArticleSource) {
        quarantine.passed(source)
    }

    func remember(_ entries: [SeenEntry]) {
        seen?.add(entries)
    }

    func remember(_ entries: [[UInt8]], repeats: [[UInt8]]) throws(StageFailure) {
        try memory?.add(entries, repeats: repeats)
    }

    /// Whether it is time for a commit.
    var isCommitDue: Bool { journal != nil && Clock.monotonic - lastCommit >= interval }

    /// Commits: `sink` makes the outputs durable first, and says how to come back to them.
    func commit(_ point: CommitPoint, sink: () throws -> JSONValue) throws {
        guard let journal else { return }
        var point = point
        point.sink = try sink()
        try seen?.checkpoint()
        if let memory { point.memory = try memory.checkpoint() }
        (point.quarantineLength, point.passed) = try quarantine.checkpoint()
        do throws(SystemCallError) {
            try journal.commit(point)
        } catch {
            throw StageFailure("the journal cannot be written: \(error.explanation)")
        }
        lastCommit = Clock.monotonic
    }

    /// Joins the run's failures to the quarantine, and lets what it has taken count as taken.
    /// - Returns: how many articles wait there.
    func closeQuarantine(succeeded: Bool) throws(StageFailure) -> Int {
        let waiting = try quarantine.finish(succeeded: succeeded)
        if succeeded { try seen?.promote() } else { try seen?.abandon() }
        if succeeded { try memory?.promote() } else { try memory?.abandon() }
        return waiting
    }

    /// There is nothing to go on with any more.
    func forget() throws(StageFailure) {
        do throws(SystemCallError) {
            try journal?.remove()
        } catch {
            throw StageFailure("the journal cannot be removed: \(error.explanation)")
        }
    }
}
