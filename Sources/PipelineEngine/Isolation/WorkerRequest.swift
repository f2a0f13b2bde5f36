import StageKit

/// A record on its way to a worker: the members `source` and `record` of a line, as the quarantine's lines have them; and
/// `layer`, what the pipeline's ordered stage says of it, where it says something.
enum WorkerRequest {
    /// Writes a record as a line.
    static func write(_ record: SourceRecord, _ judgement: Judgement? = nil, to json: inout JSONWriter) {
        json.beginObject()
        record.writeMembers(to: &json)
        if let layer = judgement?.layer {
            json.name("layer")
            json.value(layer)
        }
        json.endObject()
        json.endLine()
    }

    /// - Throws: what is wrong with the line.
    static func read(_ line: [UInt8]) throws(StageFailure) -> (record: SourceRecord, judgement: Judgement) {
        let value = try WorkerLine.value(line)
        return (try SourceRecord(json: value), Judgement(.keep, layer: value["layer"]))
    }
}
