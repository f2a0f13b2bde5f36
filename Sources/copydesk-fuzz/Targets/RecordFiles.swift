import LoadStage
import StageKit

/// Reading files of many records as `load` does.
struct RecordFiles {
    /// Small, so that inputs of a few kilobytes reach the limit.
    private static let mostRecord = ByteSize(bytes: 3000)
    private let file: MemoryFile

    init() throws {
        file = try MemoryFile()
    }

    /// The records of a file that holds `bytes`, or of a piece of it, each as it would be quarantined or passed on.
    func records(of bytes: [UInt8], as format: InputFormat, pieces: [Split]? = nil) throws -> [SourceRecord] {
        try file.write(bytes)
        // A new stage each time: one remembers how many lines of a file it has counted.
        var stage = LoadStage()
        stage.format = format
        stage.mostRecord = RecordFiles.mostRecord
        stage.prepare(CleaningTools.context)
        var records: [SourceRecord] = []
        for var piece in pieces ?? [Split(uri: "")] {
            piece.uri = file.path
            do {
                var reader = try stage.open(piece, CleaningTools.context)
                while let record = try reader.next() {
                    if record.bytes.count > RecordFiles.mostRecord.bytes * 6 { throw BrokenPromise("a record is longer than 'most_record'") }
                    records.append(record)
                }
            } catch is StageFailure {}
        }
        return records
    }

    /// What becomes of them.
    func articles(of records: [SourceRecord]) -> [Article] {
        let stage = LoadStage()
        return records.compactMap { $0.failure == nil ? try? stage.decode($0) : nil }
    }
}
