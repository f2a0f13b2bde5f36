import StageKit

/// One JSON object an article and line.
struct JSONLinesSink: ExportSink {
    static let name = "jsonl"
    static let abstract = "JSON Lines: one object per article."
    var path = ""

    @Setting("What offsets count: Unicode code points, UTF-8 bytes or UTF-16 units.")
    var offsets = OffsetUnit.codePoints

    init() {}

    func encode(_ article: Article, into payload: inout SinkPayload) {
        var json = JSONWriter(continuing: payload.bytes)
        payload.bytes = []  // so that the writer's buffer is the only one, and is not copied
        article.writeRecord(to: &json, offsets: offsets)
        json.endLine()
        payload.bytes = json.bytes
        payload.ends.append(payload.bytes.count)
    }

    func makeOutput(_ context: StageContext, resuming checkpoint: SinkCheckpoint?) throws -> any SinkOutput {
        try TextOutput(context.outputPath(path), mode: context.outputMode, resuming: checkpoint)
    }
}
