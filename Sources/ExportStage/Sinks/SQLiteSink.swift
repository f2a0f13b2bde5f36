import StageKit

/// A SQLite database: tables of articles, sentences and entities, and a full-text index.
struct SQLiteSink: ExportSink {
    static let name = "sqlite"
    static let abstract = "A SQLite database: articles, sentences, entities, and a full-text index."
    var path = ""

    @Setting("What offsets count: Unicode code points, UTF-8 bytes or UTF-16 units.")
    var offsets = OffsetUnit.codePoints

    init() {}

    func encode(_ article: Article, into payload: inout SinkPayload) {
        payload.articles.append(article)
    }

    func makeOutput(_ context: StageContext, resuming checkpoint: SinkCheckpoint?) throws -> any SinkOutput {
        try SQLiteOutput(context.outputPath(path), offsets: offsets, mode: context.outputMode, resuming: checkpoint)
    }
}
