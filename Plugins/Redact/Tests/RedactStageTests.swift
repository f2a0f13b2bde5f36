import RedactStage
import StageKit
import StageTestKit
import Testing

@Suite struct RedactStageTests {
    @Test(arguments: RedactStage.examples)
    func example(_ example: StageExample) {
        #expect(StageCheck.problems(of: RedactStage.self, example) == [])
    }

    @Test func keepsWhatEveryStagePromises() {
        #expect(StageCheck.problems(of: RedactStage.self) == [])
    }

    /// A layer made by ``Article/setSpanLayer(_:_:)`` counts bytes, others code points: with "Zoë" before it the two differ.
    @Test func aLayerThatPointsIntoTheTextMovesByItsBytes() throws {
        var article = Article(id: ArticleID("a"), source: ArticleSource(uri: "x"), text: ArticleText("Zoë met é."))
        article.entities = [Entity(range: 0..<4, type: .person)]
        article.setSpanLayer("quotes", [.span(9..<11, ["speaker": "Zoë"])])
        article.setSpanLayer("dropped", [.span(0..<4)])
        var stage = RedactStage()
        stage.types = ["person"]
        stage.layers = ["quotes"]
        let context = StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "test")
        try stage.prepare(context)
        let worker = stage.makeWorker(context)
        _ = try worker.process(&article)
        #expect(ArticleCheck.problems(of: article) == [])
        let text = try #require(article.text)
        let span = try #require(article.extensions["quotes"]?.arrayValue?.first?.spanOffsets)
        #expect(text[span.start..<span.end] == "é")
        #expect(article.spanLayers == ["quotes"])
        #expect(!text.string.contains("Zoë"))
    }
}
