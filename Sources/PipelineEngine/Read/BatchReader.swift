import StageKit

/// Reads the splits of a plan in order and groups their records into batches. Used by one thread at a time.
struct BatchReader<Source: SourceStage> {
    /// A batch is also full when its records hold this many bytes, so that memory is bounded whatever the records' size, and
    /// the workers end together: some five pages of usual size.
    private static var mostBytes: Int { 1 << 20 }

    private let source: Source
    private let context: StageContext
    private let batchSize: Int
    private let splits: [Split]
    /// Where the next record begins.
    private var position: InputPosition
    /// Bytes of the stored input in the splits before the current one.
    private var finishedBytes: Int
    /// How many records of the first split were done by an interrupted run.
    private var skip: Int
    private var reader: Source.Reader?
    private var nextNumber = 0

    /// - Parameter start: where an interrupted run is to go on.
    init(source: Source, plan: SplitPlan, batchSize: Int, context: StageContext, from start: InputPosition = InputPosition()) {
        self.source = source
        self.context = context
        self.batchSize = batchSize
        splits = plan.splits
        position = InputPosition(split: start.split)
        skip = start.record
        finishedBytes = start.bytes
    }

    /// The next batch, full unless it is the last or `stop` was raised; nil at the end.
    mutating func next(unless stop: StopFlag) -> RecordBatch? {
        var batch = RecordBatch(number: nextNumber)
        var bytes = 0
        while batch.records.count < batchSize, bytes < BatchReader.mostBytes, !stop.isRaised, let record = nextRecord() {
            bytes += record.bytes.count
            batch.records.append(record)
        }
        guard !batch.records.isEmpty else { return nil }
        batch.end = position
        nextNumber += 1
        return batch
    }

    private mutating func nextRecord() -> SourceRecord? {
        while position.split < splits.count {
            let split = splits[position.split]
            do {
                if reader == nil {
                    reader = try source.open(split, context)
                    try skipRecords()
                }
                if let record = try reader?.next() {
                    position.record += 1
                    position.bytes = finishedBytes + record.position
                    return record
                }
                endSplit()
            } catch {
                let read = position.record
                endSplit()
                return unreadable(split, StageFailure(describing: error), read: read)
            }
        }
        return nil
    }

    private mutating func skipRecords() throws {
        while skip > 0, let record = try reader?.next() {
            skip -= 1
            position.record += 1
            position.bytes = record.position
        }
        // The bytes before the start were counted up to the middle of this split.
        finishedBytes -= min(finishedBytes, position.bytes)
        position.bytes += finishedBytes
        skip = 0
    }

    private mutating func endSplit() {
        finishedBytes = position.bytes
        position.split += 1
        position.record = 0
        skip = 0
        reader = nil
    }

    /// What stands for the rest of a split that cannot be read: it goes to quarantine like a record, by its name.
    ///
    /// The record number is that of the first record that was not read; for a later piece of a file, which does not know
    /// its numbers before it is read, it is counted from the piece's byte offset, so that no two pieces share one.
    private func unreadable(_ split: Split, _ failure: StageFailure, read: Int) -> SourceRecord {
        SourceRecord(
            source: ArticleSource(uri: split.uri, record: split.offset + read),
            bytes: QuarantinedRecord.UnreadSplit(split: split, recordsRead: read).bytes, format: QuarantinedRecord.splitFormat, failure: failure)
    }
}

extension StageFailure {
    /// Any error as a failure: its own where it is one, else its description.
    init(describing error: any Error) {
        self = error as? StageFailure ?? StageFailure("\(error)")
    }
}
