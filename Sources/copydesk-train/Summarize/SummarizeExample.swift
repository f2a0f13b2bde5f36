import SegmentStage
import StageKit
import SummarizeStage

/// An article with the summaries that people wrote of it.
struct SummarizeExample: Sendable {
    var id: String
    var article: Article
    var references: [String]

    /// Reads `{"id","text","reference"|"references","split"?}` lines; keeps those of `split`, all when nil.
    static func read(_ bytes: [UInt8], split: String?) throws -> [SummarizeExample] {
        var examples: [SummarizeExample] = []
        var segmenter = SegmentWorker()
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let record = try JSONParser.parse(Array(line))
            if let split, record["split"]?.stringValue != split { continue }
            guard let id = record["id"]?.stringValue, let text = record["text"]?.stringValue else { continue }
            let references = record["references"]?.arrayValue?.compactMap(\.stringValue) ?? [record["reference"]?.stringValue].compactMap(\.self)
            let source = ArticleSource(uri: id, record: 0)
            var article = Article(id: ArticleID(content: Array(text.utf8)), source: source, text: ArticleText(text))
            _ = try segmenter.process(&article)
            examples.append(SummarizeExample(id: id, article: article, references: references))
        }
        return examples
    }
}
