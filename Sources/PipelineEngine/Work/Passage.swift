import StageKit

/// How a record came through the chain before the sink, and how long each stage took for it.
struct Passage: Sendable {
    enum Outcome: Sendable {
        case kept(Article)
        case dropped(reason: String)
        case failed(StageFailure)
        /// Nothing can be worked on any more; the article is not to blame.
        case cannotGoOn(RunFailure)
        /// An earlier run took it.
        case takenBefore
    }

    var outcome: Outcome
    /// Nanoseconds for each stage that it entered, the source first; the last of them is where it was dropped or failed.
    /// Never empty.
    var nanoseconds: [UInt64]
    /// What is to be remembered of it; nil where nothing is.
    var version: SeenEntry?
    /// What the ordered stage is to judge; nil where the record did not come so far.
    var newcomer: Newcomer?
    /// What stages counted on the way, by stage and counter.
    var counts: [Int: [String: Int]] = [:]

    /// Whether nothing can be worked on any more.
    var endsTheRun: Bool { if case .cannotGoOn = outcome { true } else { false } }

    /// Index of the last stage it entered.
    var lastStage: Int { nanoseconds.count - 1 }
}
