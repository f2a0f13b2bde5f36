import SegmentStage
import StageKit
import Testing

/// The sentences of `text` and, for each, its tokens.
func segmented(_ text: String) throws -> [(sentence: String, tokens: [String])] {
    let text = ArticleText(text)
    var article = Article(id: ArticleID("test"), source: ArticleSource(uri: "test"), text: text)
    var worker = SegmentWorker()
    _ = try worker.process(&article)
    return article.sentences.map { (text[$0.range], article.tokens[$0.tokens].map { text[$0.range] }) }
}

@Suite struct SegmenterTests {
    @Test func aBlockBorderEndsASentence() throws {
        #expect(try segmented("Rain is due\n\nRoads stay shut").map(\.sentence) == ["Rain is due", "Roads stay shut"])
    }

    @Test func tokensAreListedBySentence() throws {
        let result = try segmented("They didn't wait. It's over.")
        #expect(result.map(\.tokens) == [["They", "did", "n't", "wait", "."], ["It", "'s", "over", "."]])
    }
}
