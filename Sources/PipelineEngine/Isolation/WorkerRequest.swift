import StageKit

/// A record on its way to a worker: the members `source` and `record` of a line, as the quarantine's lines have them.
enum WorkerRequest {
    /// Writes a record as a line.
    static func write(_ record: SourceRecord, to json: inout JSONWriter) {
        json.beginObject()
        json.name("source")
        json.value(record.source.json)
        json.name("record")
        json.beginObject()
        json.member("format", record.format)
        json.payload(record.bytes)
        json.endObject()
        json.endObject()
        json.endLine()
    }

    /// - Throws: what is wrong with the line.
    static func record(_ line: [UInt8]) throws(StageFailure) -> SourceRecord {
        let value = try WorkerLine.value(line)
        guard let source = value["source"].flatMap(ArticleSource.init(json:)) else {
            throw StageFailure("'source' must have 'uri', a text, and 'record', a whole number")
        }
        guard let record = value["record"], let format = record["format"]?.stringValue else {
            throw StageFailure("'record' must have 'format', a text")
        }
        if let text = record["text"]?.stringValue { return SourceRecord(source: source, bytes: Array(text.utf8), format: format) }
        guard let base64 = record["base64"]?.stringValue, let bytes = Base64.decode(base64) else {
            throw StageFailure("'record' must have 'text', a text, or 'base64', bytes in base 64")
        }
        return SourceRecord(source: source, bytes: bytes, format: format)
    }
}
