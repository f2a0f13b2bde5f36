import StageKit

/// How a record of a batch came through the chain, before it is booked.
enum Arrival: Sendable {
    case passage(Passage)
    /// Its stage never gave it back.
    case lost(stage: Int, StageFailure, version: SeenEntry?)
    /// It stands for no article.
    case resolved

    /// Whether nothing can be worked on any more.
    var endsTheRun: Bool { if case .passage(let passage) = self { passage.endsTheRun } else { false } }
}

/// An article that has come up to the ordered stage.
struct Halfway: Sendable {
    var article: Article
    var newcomer: Newcomer
    /// For each stage up to the ordered one.
    var nanoseconds: [UInt64]
    var version: SeenEntry?
    /// What stages counted on the way.
    var counts: [Int: [String: Int]] = [:]

    /// The passage up to here, where nothing lets the article go on yet.
    var passage: Passage { Passage(outcome: .kept(article), nanoseconds: nanoseconds, version: version, newcomer: newcomer, counts: counts) }
}
