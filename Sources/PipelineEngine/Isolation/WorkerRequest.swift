import StageKit

/// A record on its way to a worker: the members `source` and `record` of a line, as the quarantine's lines have them.
enum WorkerRequest {
    /// Writes a record as a line.
    static func write(_ record: SourceRecord, to json: inout JSONWriter) {
        json.beginObject()
        record.writeMembers(to: &json)
        json.endObject()
        json.endLine()
    }

    /// - Throws: what is wrong with the line.
    static func record(_ line: [UInt8]) throws(StageFailure) -> SourceRecord {
        try SourceRecord(json: WorkerLine.value(line))
    }
}
