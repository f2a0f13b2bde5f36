import StageKit

/// A Markdown page to read: title, byline, date and summary of each article.
struct DigestSink: ExportSink {
    static let name = "digest"
    static let abstract = "A Markdown page to read: title, byline, date and summary of each article."
    var path = ""

    @Setting("The page's heading.")
    var title = "Digest"

    init() {}

    func encode(_ article: Article, into payload: inout SinkPayload) {
        payload.bytes += Array(DigestEntry(article).markdown.utf8)
        payload.ends.append(payload.bytes.count)
    }

    func makeOutput(_ context: StageContext, resuming checkpoint: SinkCheckpoint?) throws -> any SinkOutput {
        try TextOutput(context.outputPath(path), header: Array("# \(Markdown.escaped(title))\n".utf8), mode: context.outputMode, resuming: checkpoint)
    }
}
