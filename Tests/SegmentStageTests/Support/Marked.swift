import SegmentStage
import StageKit
import Testing

/// The sentences of `text` and, for each, its tokens.
func segmented(_ text: String) throws -> [(sentence: String, tokens: [String])] {
    let article = try segmentedArticle(text)
    let text = try #require(article.text)
    return article.sentences.map { (text[$0.range], article.tokens[$0.tokens].map { text[$0.range] }) }
}

/// The whole article.
func segmentedArticle(_ text: String) throws -> Article {
    var article = Article(id: ArticleID("test"), source: ArticleSource(uri: "test"), text: ArticleText(text))
    var worker = SegmentWorker()
    _ = try worker.process(&article)
    return article
}

/// Checks the borders of `marked`, in which `|` stands between two sentences and is no part of the text.
func expectSentences(_ marked: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let expected = marked.split(separator: "|").map { $0.trimmed }
    let found = try segmented(marked.filter { $0 != "|" }).map(\.sentence)
    #expect(found == expected, sourceLocation: sourceLocation)
}

/// Checks the tokens of `spaced`, in which a blank stands between two tokens, in `text`.
func expectTokens(_ text: String, _ spaced: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let found = try segmented(text).flatMap(\.tokens)
    #expect(found == spaced.split(separator: " ").map(String.init), sourceLocation: sourceLocation)
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
