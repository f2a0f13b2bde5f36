import Synchronization

/// Where the committer writes how far a run is, and whoever shows progress reads it. Safe to use from any thread.
final class ProgressBoard: Sendable {
    struct Snapshot: Sendable {
        var counts = ArticleCounts()
        var tallies: [StageTally] = []
        /// Bytes of the stored input that are done.
        var inputPosition = 0
    }

    private let snapshot = Mutex(Snapshot())

    func update(_ counts: ArticleCounts, tallies: [StageTally], inputPosition: Int) {
        snapshot.withLock { $0 = Snapshot(counts: counts, tallies: tallies, inputPosition: inputPosition) }
    }

    var current: Snapshot { snapshot.withLock { $0 } }
}
