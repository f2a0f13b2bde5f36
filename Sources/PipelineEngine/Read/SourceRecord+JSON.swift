import StageKit

/// A record as the members `source` and `record` of an object: how it waits in quarantine, and how it goes to a worker process.
extension SourceRecord {
    /// Writes the two members into an object that has been begun.
    func writeMembers(to json: inout JSONWriter) {
        json.name("source")
        json.beginObject()
        json.member("uri", source.uri)
        json.member("record", source.record)
        json.member("line", source.line)
        json.endObject()
        json.name("record")
        json.beginObject()
        json.member("format", format)
        json.payload(bytes)
        if failure != nil {
            // What is here is not what the input holds: to try again means to read it again.
            json.name("reread")
            json.bool(true)
        }
        json.endObject()
    }

    /// - Throws: what is wrong with the object.
    init(json: JSONValue) throws(StageFailure) {
        guard let source = json["source"].flatMap(ArticleSource.init(json:)) else {
            throw StageFailure("'source' must have 'uri', a text, and 'record', a whole number")
        }
        guard let record = json["record"], let format = record["format"]?.stringValue else {
            throw StageFailure("'record' must have 'format', a text")
        }
        if let text = record["text"]?.stringValue {
            self.init(source: source, bytes: Array(text.utf8), format: format)
        } else if let base64 = record["base64"]?.stringValue, let bytes = Base64.decode(base64) {
            self.init(source: source, bytes: bytes, format: format)
        } else {
            throw StageFailure("'record' must have 'text', a text, or 'base64', bytes in base 64")
        }
    }
}
