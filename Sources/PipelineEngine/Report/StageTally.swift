/// What one stage did with the articles of a batch or a run.
struct StageTally: Sendable {
    var entered = 0
    var kept = 0
    var failed = 0
    /// By reason.
    var dropped: [String: Int] = [:]
    /// Time spent in it by all workers together.
    var nanoseconds: UInt64 = 0
    /// What the stage counted, by its counters' names.
    var counts: [String: Int] = [:]

    mutating func merge(_ other: StageTally) {
        entered += other.entered
        kept += other.kept
        failed += other.failed
        nanoseconds += other.nanoseconds
        dropped.merge(other.dropped, uniquingKeysWith: +)
        count(other.counts)
    }

    mutating func count(_ more: [String: Int]) {
        counts.merge(more) { $0.addingReportingOverflow($1).partialValue }
    }
}
