import StageKit
import TestSupport
import Testing

@testable import EntitiesStage

@Suite struct EntitiesStageTests {
    private static let story = """
        Marta Lindqvist, who leads the Harbor Workers Union in Rotterdam, met German officials on Monday.
        The University of Lisbon's Faculty of Law had invited her, the Financial Times reported.
        Lindqvist’s plan would cost $3 million.
        """

    @Test func findsNamesAndAmounts() throws {
        let found = try EntitiesStage.entities(in: Self.story)
        #expect(found.first("Marta Lindqvist")?.type == "person", "\(found)")
        #expect(found.first("Lindqvist")?.name == "Marta Lindqvist", "\(found)")
        #expect(found.first("Rotterdam")?.type == "location", "\(found)")
        #expect(found.first("German")?.type == "misc", "\(found)")
        #expect(found.first("Financial Times")?.type == "organization", "\(found)")
        #expect(found.first("Monday")?.value == "2026-11-23", "\(found)")
        #expect(found.first("$3 million")?.value == "3000000 USD", "\(found)")
    }

    @Test func entitiesAreInOrderAndApart() throws {
        let found = try EntitiesStage.entities(in: Self.story)
        for (one, next) in zip(found, found.dropFirst()) {
            #expect(one.entity.range.upperBound <= next.entity.range.lowerBound)
        }
        for entity in found.map(\.entity) {
            #expect((entity.confidence ?? 0.5) >= 0 && (entity.confidence ?? 0.5) <= 1)
        }
    }

    @Test func keepsTheTypesAskedFor() throws {
        let found = try EntitiesStage.entities(in: Self.story) { $0.types = [.person, .money] }
        #expect(Set(found.map(\.type)) == ["person", "money"])
    }

    @Test func leastLeavesOutWhatIsUnsure() throws {
        let all = try EntitiesStage.entities(in: Self.story) { $0.types = [.person, .organization, .location, .misc] }
        let sure = try EntitiesStage.entities(in: Self.story) {
            $0.types = [.person, .organization, .location, .misc]
            $0.least = 0.9
        }
        #expect(sure.count <= all.count)
        #expect(sure.allSatisfy { ($0.entity.confidence ?? 0) >= 0.9 })
    }

    @Test func withoutTextOrSentencesThereIsNothing() throws {
        let stage = EntitiesStage()
        let context = StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "test")
        var worker = try stage.makeWorker(context)
        var article = Article(id: ArticleID("0"), source: ArticleSource(uri: "test", record: 0))
        #expect(try worker.process(&article) == .keep)
        article.text = ArticleText("Ada Brunner spoke.")
        #expect(try worker.process(&article) == .keep)
        #expect(article.entities.isEmpty)
    }

    /// The result depends on the article alone, not on what the worker saw before.
    @Test func articlesDoNotInfluenceEachOther() throws {
        let context = StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "test")
        var worker = try EntitiesStage().makeWorker(context)
        var first = TestArticle.make(Self.story)
        _ = try worker.process(&first)
        var other = TestArticle.make("Nobody in Kampala knew of Brunner Holdings Ltd., said Ada Brunner.")
        _ = try worker.process(&other)
        var again = TestArticle.make(Self.story)
        _ = try worker.process(&again)
        #expect(first.entities == again.entities)
    }

    /// Such a run's place in itself did not fit into a byte.
    @Test func threeHundredCapitalisedWordsInARowDoNotOverflow() throws {
        let found = try EntitiesStage.entities(in: "The minutes name \(String(repeating: "Ada ", count: 300))and Marta Lindqvist.")
        #expect(found.allSatisfy { !$0.text.isEmpty })
    }

    /// Random bytes as text, and tokens and sentences that lie anywhere, must neither crash nor leave the text.
    @Test(arguments: 1...60)
    func anyTextIsHarmless(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("Ab3.5$€%-+()/:@ ,'’“”é½ the May 12 pm https://x.org US Rs ".unicodeScalars)
        var text = ""
        for _ in 0..<random.below(600) { text.unicodeScalars.append(random.pick(alphabet)) }
        var article = TestArticle.make(text)
        if seed % 3 == 0 {
            let count = article.text?.count ?? 0
            article.tokens = (0..<random.below(50)).map { _ in
                let start = random.below(count + 20)
                return Token(start..<start + random.below(9))
            }
            article.sentences = (0..<random.below(6)).map { _ in
                let first = random.below(60)
                return Sentence(range: 0..<count, tokens: first..<first + random.below(20))
            }
        }
        let context = StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "test")
        var worker = try EntitiesStage().makeWorker(context)
        _ = try worker.process(&article)
        let count = article.text?.count ?? 0
        for entity in article.entities {
            #expect(entity.range.lowerBound >= 0 && entity.range.upperBound <= count && !entity.range.isEmpty, "seed \(seed)")
        }
    }
}
