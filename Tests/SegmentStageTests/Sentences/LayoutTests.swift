import SegmentStage
import StageKit
import Testing

/// Lines, lists, headlines and blocks: `|` marks where a sentence ends.
@Suite struct LayoutTests {
    @Test(arguments: [
        "1. Close the valve. |2. Open the drain. |3. Wait.",
        "1) Close the valve |2) Open the drain |3) Wait",
        "a) bread |b) salt |c) oil",
        "Do this: (1) close it, (2) drain it.",
        "• Bread\n|• Salt\n|• Oil",
        "- Bread and salt\n|- Oil and wine",
    ])
    func lists(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "Ferry Stays in Port\n\n|The ferry stayed in port on Monday.",
        "Ferry stays in port\n\n|Crew unpaid, owner says\n\n|The ferry stayed in port.",
        "HOMES FLOODED IN VALLEY\n\n|Dozens of homes are under water.",
    ])
    func headlinesWithoutAStop(_ marked: String) throws { try expectSentences(marked) }

    @Test func aWrappedLineGoesOn() throws {
        try expectSentences(
            "The ferry stayed in port on Monday because nobody had\npaid the crew since the spring, its owner told a court\nin the town. |The judge was not moved.")
    }

    @Test func shortLinesStandAlone() throws {
        try expectSentences("Harbour Street 12\n|Old Town\n|Telephone 55 01")
    }

    @Test func carriageReturnsAreLineBreaks() throws {
        #expect(try segmented("Rain is due\r\n\r\nRoads stay shut").map(\.sentence) == ["Rain is due", "Roads stay shut"])
    }

    @Test func aBlockBorderEndsASentence() throws {
        let text = ArticleText("The mayor of Lund said nothing")
        var article = Article(id: ArticleID("test"), source: ArticleSource(uri: "test"), text: text)
        article.blocks = [Block(role: .heading, range: 0..<17), Block(role: .paragraph, range: 18..<30)]
        var worker = SegmentWorker()
        _ = try worker.process(&article)
        #expect(article.sentences.map { text[$0.range] } == ["The mayor of Lund", "said nothing"])
        #expect(article.sentences.map(\.block) == [0, 1])
    }

    @Test func aBlockBorderEndsAnOpenQuotation() throws {
        try expectSentences("“We will not go.\n\n|“We will stay,” she said.")
    }

    @Test func textOutsideTheBlocksStaysUncut() throws {
        let text = ArticleText("Skip this. Read this. Skip that.")
        var article = Article(id: ArticleID("test"), source: ArticleSource(uri: "test"), text: text)
        article.blocks = [Block(role: .paragraph, range: 11..<21)]
        var worker = SegmentWorker()
        _ = try worker.process(&article)
        #expect(article.sentences.map { text[$0.range] } == ["Read this."])
    }

    @Test(arguments: [(0..<99, "outside"), (4..<2000, "outside"), (1..<5, "inside a character")])
    func aBlockThatDoesNotFitIsAnError(_ range: Range<Int>, _ reason: String) throws {
        var article = Article(id: ArticleID("test"), source: ArticleSource(uri: "test"), text: ArticleText("éa is here."))
        article.blocks = [Block(role: .paragraph, range: range)]
        var worker = SegmentWorker()
        let failure = #expect(throws: StageFailure.self) { try worker.process(&article) }
        #expect("\(failure.map { "\($0)" } ?? "")".contains(reason))
    }

    @Test func withoutTextThereIsAnErrorThatSaysWhatToDo() throws {
        var article = Article(id: ArticleID("test"), source: ArticleSource(uri: "test"))
        var worker = SegmentWorker()
        #expect(throws: StageFailure.self) { try worker.process(&article) }
    }

    @Test(arguments: ["", " ", "\n\n\n", "\u{00A0}\u{2003}\n"])
    func nothingGivesNothing(_ text: String) throws {
        let article = try segmentedArticle(text)
        #expect(article.sentences.isEmpty && article.tokens.isEmpty)
    }
}
