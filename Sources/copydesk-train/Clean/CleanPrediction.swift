import CleanStage
import StageKit

/// A page's extraction as the scorer of the development set reads it.
struct CleanPrediction {
    let id: String
    let text: String
    let metadata: Metadata

    init(_ id: String, _ result: ArticleExtractor.Result) {
        self.id = id
        text = result.parts.filter { !$0.isAside }.map(\.text).joined(separator: "\n")
        metadata = result.metadata
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("id")
        writer.string(id)
        writer.name("text")
        writer.string(text)
        for (name, value) in [("title", metadata.title), ("byline", metadata.byline.joined(separator: ", ")), ("date", metadata.published)] {
            guard let value, !value.isEmpty else { continue }
            writer.name(name)
            writer.string(value)
        }
        writer.endObject()
        writer.endLine()
    }
}
