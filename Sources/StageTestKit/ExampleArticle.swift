public import StageKit

/// Articles for examples and tests.
public enum ExampleArticle {
    /// The articles that an example gives to its stage.
    ///
    /// - Throws: ``StageFailure`` where a record is none.
    public static func articles(_ input: StageExample.Input) throws(StageFailure) -> [Article] {
        switch input {
        case .text(let text): return [plain(text)]
        case .segmented(let text): return [PlainSegments.article(plain(text))]
        case .html(let page):
            let bytes = Array(page.utf8)
            let raw = RawContent(mediaType: .html, bytes: bytes, charset: "utf-8")
            return [Article(id: ArticleID(content: bytes), source: source, raw: raw)]
        case .article(let record): return [try article(record)]
        case .articles(let records):
            var articles: [Article] = []
            for record in records { articles.append(try article(record)) }
            return articles
        case .files: return []
        }
    }

    /// An article from its record; `id` and `source` may be left out.
    public static func article(_ record: JSONValue) throws(StageFailure) -> Article {
        guard case .object(var members) = record else { throw StageFailure("a record must be a JSON object") }
        if members["id"] == nil { members["id"] = .string(ArticleID(content: Array(record.json.utf8)).description) }
        if members["source"] == nil { members["source"] = ["uri": .string(source.uri)] }
        return try Article(record: .object(members))
    }

    private static let source = ArticleSource(uri: "example")

    private static func plain(_ text: String) -> Article {
        Article(id: ArticleID(content: Array(text.utf8)), source: source, text: ArticleText(text))
    }
}
