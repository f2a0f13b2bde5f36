import KeyphrasesStage
import StageKit
import StageTestKit
import Testing
import TestSupport

@Suite struct KeyphrasesStageTests {
    @Test(arguments: KeyphrasesStage.examples)
    func example(_ example: StageExample) {
        #expect(StageCheck.problems(of: KeyphrasesStage.self, example) == [])
    }

    @Test func keepsWhatEveryStagePromises() {
        #expect(StageCheck.problems(of: KeyphrasesStage.self) == [])
    }

    private func phrases(_ text: String, language: String? = nil, _ change: (inout Article) -> Void = { _ in }) throws -> [String] {
        guard var article = try ExampleArticle.articles(.segmented(text)).first else { return [] }
        article.metadata.language = language
        change(&article)
        var worker = KeyphrasesStage().makeWorker(StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "test"))
        _ = worker.process(&article)
        #expect(ArticleCheck.problems(of: article).filter { $0.contains("keyphrases") } == [])
        return ExampleRecord.record(of: article)["extensions"]?["keyphrases"]?.arrayValue?.compactMap { $0["text"]?.stringValue } ?? []
    }

    @Test func noPhraseHoldsAnother() throws {
        let found = try phrases("The Bank of Norway raised rates. Bank rates hurt. The Bank of Norway said so. Norway pays.")
        #expect(found.first == "Bank of Norway")
        #expect(!found.contains("Norway") && !found.contains("Bank"))
    }

    @Test func marksBreakPhrasesAndPossessorsDoNotBegin() throws {
        #expect(try phrases("Goats, ferries: trains. Goats; ferries (trains).").allSatisfy { !$0.contains(" ") })
    }

    @Test func everyLanguageWithAListHasItsStopWords() throws {
        #expect(try phrases("La nave della città. La nave nella nebbia.", language: "it").sorted() == ["città", "nave", "nebbia"])
        #expect(try phrases("Le bateau de la ville. Le bateau dans le port. La ville et le bateau.").first == "bateau")
    }

    @Test func aLanguageWithoutAListLeavesShortWordsOut() throws {
        let found = try phrases("Laiva on satamassa ja laiva on uusi.", language: "fi")
        #expect(found.contains("Laiva"))
        #expect(found.allSatisfy { !$0.split(separator: " ").contains("on") && !$0.split(separator: " ").contains("ja") })
    }

    @Test func capitalsBeyondASCIIMakeNames() throws {
        // A name is joined over a preposition; the same words without capitals are not.
        #expect(try phrases("Hun så Økonomien af Ægtheden i dag. Hun så Økonomien af Ægtheden igen.", language: "da").contains("Økonomien af Ægtheden"))
        #expect(try phrases("Hun så økonomien af ægtheden i dag. Hun så økonomien af ægtheden igen.", language: "da").allSatisfy { !$0.contains(" af ") })
    }

    @Test func signsAreNoWords() throws {
        #expect(try phrases("Fares of € and fares of → and 🙂 and fares.") == ["Fares"])
    }

    @Test func aParticipleEndsNoPhraseUnlessItIsANoun() throws {
        #expect(try phrases("Schoolgirls preparing for it. Workers reported it.").sorted() == ["Schoolgirls", "Workers"])
        #expect(try phrases("The shooting shocked them. Police shooting it, police shooting them.").contains("Police shooting"))
    }

    @Test func namesAreNotCut() throws {
        let found = try phrases("It pleased Prime Minister Ada Lind. It pleased New Zealand and Anna Skov, and in the end New Zealand lost.")
        #expect(found.contains("Prime Minister Ada Lind") && found.contains("New Zealand") && found.contains("Anna Skov"))
        // But one that has no end has to be.
        #expect(try phrases("it saw " + String(repeating: "Ada Lind Berg ", count: 40)).allSatisfy { $0.split(separator: " ").count <= 6 })
    }

    @Test func adverbsEndInLyInEnglishAlone() throws {
        #expect(try !phrases("A ferry sails quickly.", language: "en").joined(separator: " ").contains("quickly"))
        #expect(try phrases("A mostani hely nagyon csendes hely.", language: "hu").joined(separator: " ").contains("csendes hely"))
    }

    @Test func randomTextsAndForeignRangesBreakNothing() throws {
        let pieces = ["ferry", "Bank", "of", "the", "NATO", "’s", "'s", "é", "日本", ".", ",", "\n\n", " ", " ", " ", "12", "-", "ly"]
        for seed in UInt64(0)..<200 {
            var random = SplitMix64(seed: seed)
            let text = (0..<random.below(100)).map { _ in random.pick(pieces) }.joined()
            _ = try phrases(text) { article in
                guard seed % 3 == 0 else { return }
                article.sentences = article.sentences.map { Sentence(range: $0.range, tokens: random.below(9)..<99, block: random.below(9)) }
                article.tokens.reverse()
            }
        }
    }
}
