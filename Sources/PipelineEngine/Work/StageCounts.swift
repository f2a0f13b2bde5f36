import StageKit
import Synchronization

/// What the stages of one chain counted for an article. Safe to use from any thread.
final class StageCounts: Sendable {
    private let counts = Mutex<[Int: [String: Int]]>([:])

    func add(_ amount: Int, to counter: StageCounter, ofStage stage: Int) {
        counts.withLock { $0[stage, default: [:]][counter.name, default: 0] += amount }
    }

    /// Gives away what was counted since it was last asked.
    func take() -> [Int: [String: Int]] {
        counts.withLock { counts in
            guard !counts.isEmpty else { return [:] }
            defer { counts = [:] }
            return counts
        }
    }
}
