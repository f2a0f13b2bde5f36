import StageKit

/// A place between two records of the input.
struct InputPosition: Sendable, Hashable {
    /// Index of a split in the plan.
    var split = 0
    /// How many of its records lie before.
    var record = 0
    /// How many bytes of the stored input lie before, for the progress report.
    var bytes = 0
}

/// Records on their way from the reader to a worker.
struct RecordBatch: Sendable {
    /// Its place in the order of the batches of this process, from 0.
    var number: Int
    var records: [SourceRecord] = []
    /// Where the batch ends.
    var end = InputPosition()
}
