import StageKit

/// What a worker made of a batch of records, on its way to the committer.
struct FinishedBatch<SinkBatch: Sendable>: Sendable {
    /// What became of one record.
    enum Outcome: Sendable {
        case written
        case dropped
        /// Taken by an earlier run: in the outputs, or in quarantine, where it stays.
        case takenBefore
        /// Index into ``FinishedBatch/failures``.
        case failed(Int)
        /// No article: something that waited in quarantine for being read was read to its end.
        case resolved
    }

    var number: Int
    /// Where in the input it ends.
    var end: InputPosition
    /// What the sink encoded of the articles that went all the way, in order, in one or more pieces.
    var encoded: [SinkBatch] = []
    /// One for each record, in order, with the record's source.
    var outcomes: [(source: ArticleSource, outcome: Outcome)] = []
    var failures: [QuarantinedRecord] = []
    /// Why a stage could not go on at all; the batch is not whole then and must not be committed.
    var runFailure: RunFailure?
    /// What `only: new` is to remember.
    var seen: [SeenEntry] = []
    /// What the ordered stage is to remember, in order.
    var remembered: [[UInt8]] = []
    /// Lines of the list of articles that it dropped, in order.
    var repeats: [[UInt8]] = []
    /// One for each stage of the pipeline, the source first, the sink last.
    var tallies: [StageTally]
}
