import StageKit
import Testing

@testable import SummarizeStage

@Suite struct FormTests {
    @Test func bulletsHaveALineEach() throws {
        var stage = SummarizeStage()
        stage.style = .bullets
        let summary = try #require(summarized(Samples.bridge, stage).summary)
        let lines = summary.text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.hasPrefix("- ") })
    }

    @Test func aHeadlineIsOneSentenceWithoutAStop() throws {
        var stage = SummarizeStage()
        stage.style = .headline
        let summary = try #require(summarized(Samples.bridge, stage).summary)
        #expect(summary.sentences.count == 1)
        #expect(!summary.text.hasSuffix("."))
        stage.sentences = 2
        #expect(stage.contradictions().count == 1)
    }

    @Test(arguments: [
        ("The bridge is safe for now but must be closed (see page 4).", "The bridge is safe for now but must be closed."),
        ("The ferry will run every ten minutes, officials said.", "The ferry will run every ten minutes."),
        ("The ferry will run every ten minutes, according to the office.", "The ferry will run every ten minutes."),
        ("On Tuesday, Duarte opened the new bridge to the harbour.", "Duarte opened the new bridge to the harbour."),
        ("The ferry, which Duarte said was old, runs again today.", "The ferry, which Duarte said was old, runs again today."),
        ("\"We pay for it now,\" said Duarte, the mayor of the town.", "\"We pay for it now,\" said Duarte, the mayor of the town."),
        ("In Port Ellis, Texas, Duarte opened the new bridge today.", "In Port Ellis, Texas, Duarte opened the new bridge today."),
    ])
    func trimsByLeavingOut(_ sentence: String, _ expected: String) {
        let article = Samples.article(sentence + "\nThe mayor Duarte and Duarte again.")
        var analyser = Analyser()
        var analysis = Analysis()
        let text = article.text?.utf8 ?? []
        analyser.read(text, ArticleReader.inputs(of: article), titles: [], into: &analysis)
        let pieces = Trimmer.trim(text, sentence: 0, of: analysis)
        #expect(pieces.map { String(decoding: text[$0], as: UTF8.self) }.joined() == expected)
    }

    /// Whatever is cut, what stays comes from the article in its order.
    @Test func trimmedSummariesAreSubsequences() throws {
        for lines in [Samples.bridge, Samples.library] {
            var stage = SummarizeStage()
            stage.trim = true
            stage.sentences = 8
            let article = summarized(lines, stage)
            let summary = try #require(article.summary)
            var rest = (article.text?.utf8 ?? [])[...]
            for byte in summary.text.utf8 where byte != 0x20 {
                let found = try #require(rest.firstIndex(of: byte))
                rest = rest[(found + 1)...]
            }
        }
    }

    @Test func leansTowardsTheQuery() throws {
        var stage = SummarizeStage()
        stage.sentences = 1
        stage.about = ["bakery"]
        let article = summarized(Samples.bridge, stage)
        #expect(try #require(article.summary).text.contains("bakery"))
    }

    @Test func prefersOrIgnoresTheStandfirst() throws {
        let lines = """
            standfirst| The pier of Port Ellis stays closed until spring and nobody knows who will pay for the work.

            The ferry to Port Ellis was cancelled on Tuesday after a storm damaged the pier.
            Ivo Lund of the harbour office said the pier would be repaired by May.
            The repair costs $2 million, Lund said on Tuesday.
            """
        var stage = SummarizeStage()
        stage.sentences = 1
        stage.standfirst = .prefer
        #expect(try #require(summarized(lines, stage).summary).sentences == [0])
        stage.standfirst = .ignore
        stage.sentences = 4
        #expect(try #require(summarized(lines, stage).summary).sentences == [1, 2, 3])
    }

    @Test func notesKeyphrases() throws {
        var stage = SummarizeStage()
        stage.keyphrases = 5
        let article = summarized(Samples.bridge, stage)
        let text = try #require(article.text)
        #expect(article.spanLayers == ["keyphrases"])
        let phrases = article.extensions["keyphrases"]?.arrayValue?.compactMap(\.spanOffsets).map { String(decoding: text.utf8[$0.start..<$0.end], as: UTF8.self) } ?? []
        #expect(!phrases.isEmpty && phrases.count <= 5)
        #expect(phrases.contains { $0.contains("bridge") || $0.contains("Bridge") })
        #expect(Set(phrases).count == phrases.count)
    }
}
