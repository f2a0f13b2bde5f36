import StageKit
import StageTestKit
import Testing

@Suite struct ExampleArticleTests {
    @Test func segmentedTextHasParagraphsSentencesAndTokens() throws {
        let article = try #require(try ExampleArticle.articles(.segmented("Über 9 a.m.! \"No.\"\n\nIt's 3.5 km")).first)
        let text = try #require(article.text)
        #expect(article.blocks.compactMap(\.range).map { text[$0] } == ["Über 9 a.m.! \"No.\"", "It's 3.5 km"])
        #expect(article.sentences.map { text[$0.range] } == ["Über 9 a.m.!", "\"No.\"", "It's 3.5 km"])
        #expect(article.sentences.map(\.block) == [0, 0, 1])
        #expect(
            article.tokens.map { text[$0.range] } == [
                "Über", "9", "a", ".", "m", ".", "!", "\"", "No", ".", "\"", "It", "'", "s", "3", ".", "5", "km",
            ])
        #expect(article.sentences.map(\.tokens) == [0..<7, 7..<11, 11..<18])
        #expect(ArticleCheck.problems(of: article) == [])
    }

    @Test func aRecordNeedsNeitherIdNorSource() throws {
        let article = try ExampleArticle.article(["text": "One.", "sentences": [["start": 0, "end": 4]]])
        #expect(article.sentences.count == 1)
        #expect(!article.id.description.isEmpty)
    }

    @Test func whatIsNoRecordIsTold() {
        let failure = #expect(throws: StageFailure.self) { try ExampleArticle.article(["text": 7]) }
        #expect(failure?.reason.contains("text") == true)
    }

    /// Offsets of examples count code points, as records do.
    @Test func spansHaveTheirText() throws {
        let article = try ExampleArticle.article(["text": "Ü. Ö.", "sentences": [["start": 0, "end": 2], ["start": 3, "end": 5]]])
        let sentences = ExampleRecord.record(of: article)["sentences"]?.arrayValue
        #expect(sentences?.map { $0["text"] } == ["Ü.", "Ö."])
        #expect(sentences?.map { $0["start"] } == [0, 3])
        #expect(sentences?.map { $0["end"] } == [2, 5])
    }
}
