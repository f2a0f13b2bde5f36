import StageKit
import Testing

@testable import SummarizeStage

@Suite struct SummarizeStageTests {
    @Test func takesThreeSentencesInOrder() throws {
        let article = summarized(Samples.bridge, SummarizeStage())
        let summary = try #require(article.summary)
        #expect(summary.sentences.count == 3)
        #expect(summary.sentences == summary.sentences.sorted())
        let text = try #require(article.text)
        let whole = summary.sentences.map { text[article.sentences[$0].range] }.joined(separator: " ")
        #expect(whole == "HARBOUR BAY (NP) — " + summary.text)
    }

    @Test(arguments: [1, 2, 5, 50])
    func keepsToTheNumberOfSentences(_ wanted: Int) throws {
        var stage = SummarizeStage()
        stage.sentences = wanted
        let article = summarized(Samples.bridge, stage)
        let summary = try #require(article.summary)
        #expect(summary.sentences.count <= wanted)
        #expect(wanted > 5 || summary.sentences.count == wanted)
    }

    @Test(arguments: [5, 8, 12, 20, 40, 60, 100])
    func neverHasMoreWords(_ limit: Int) throws {
        for style in SummaryStyle.allCases {
            var stage = SummarizeStage()
            stage.words = limit
            stage.style = style
            let summary = try #require(summarized(Samples.bridge, stage).summary)
            let words = summary.text.split { $0 == " " || $0 == "\n" }.count
            #expect(words <= limit)
            #expect(words > 0)
        }
    }

    @Test(arguments: [30, 50, 80, 140, 280, 500])
    func neverHasMoreCharacters(_ limit: Int) throws {
        for style in SummaryStyle.allCases {
            var stage = SummarizeStage()
            stage.characters = limit
            stage.style = style
            let summary = try #require(summarized(Samples.bridge, stage).summary)
            #expect(summary.text.unicodeScalars.count <= limit)
            #expect(!summary.text.isEmpty)
        }
    }

    @Test func namesLengthsThatContradict() {
        var stage = SummarizeStage()
        stage.sentences = 2
        stage.words = 40
        #expect(stage.contradictions() == ["'sentences' and 'words' both set the length; give one of them"])
        #expect(SummarizeStage().contradictions().isEmpty)
    }

    @Test func leavesAnArticleWithoutSentencesAlone() throws {
        var article = Article(id: ArticleID(content: []), source: ArticleSource(uri: "test"), text: ArticleText(""))
        var worker = SummarizeStage().makeWorker(Samples.context)
        #expect(try worker.process(&article) == .keep)
        #expect(article.summary == nil)
    }

    @Test func doesNotDependOnArticlesBefore() throws {
        var worker = SummarizeStage().makeWorker(Samples.context)
        var first = Samples.article(Samples.bridge)
        _ = try worker.process(&first)
        var other = Samples.article(Samples.library)
        _ = try worker.process(&other)
        var again = Samples.article(Samples.bridge)
        _ = try worker.process(&again)
        #expect(first.summary == again.summary)
    }
}
