import StageKit
import Testing
import TestSupport

@testable import SummarizeStage

/// Any bytes, any sentences: no crash, no limit exceeded.
@Suite struct RobustnessTests {
    @Test(arguments: 0..<40)
    func survivesRandomArticles(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let alphabet = Array("aeinrst BCD .,:;!?()\"'“”‘’—-\n\t@$%1234é世…".utf8)
        let bytes = (0..<Int.random(in: 0...3000, using: &random)).map { _ in
            Int.random(in: 0..<20, using: &random) == 0 ? UInt8.random(in: 0...255, using: &random) : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }
        let text = ArticleText(repairing: bytes)
        var article = Article(id: ArticleID(content: bytes), source: ArticleSource(uri: "random"), text: text)
        var position = 0
        while position < text.count {
            let end = min(text.count, position + Int.random(in: 0...120, using: &random))
            article.sentences.append(Sentence(range: position..<end, block: Int.random(in: 0...9, using: &random)))
            position = end + Int.random(in: 0...3, using: &random)
        }
        // A stranger's stage may say anything.
        article.sentences.append(Sentence(range: text.count..<text.count + 10))
        for style in SummaryStyle.allCases {
            var stage = SummarizeStage()
            stage.style = style
            stage.characters = Int.random(in: 30...400, using: &random)
            stage.trim = Bool.random(using: &random)
            stage.keyphrases = 3
            var worker = stage.makeWorker(Samples.context)
            #expect(try worker.process(&article) == .keep, "seed \(seed)")
            guard let summary = article.summary else { continue }
            #expect(summary.text.unicodeScalars.count <= stage.characters ?? 0, "seed \(seed)")
            #expect(summary.sentences == summary.sentences.sorted() && summary.sentences.allSatisfy(article.sentences.indices.contains), "seed \(seed)")
        }
    }

    /// The one step that compares sentences with each other looks at as many sets in a long article as in a short one.
    @Test func theSearchDoesNotGrowWithTheArticle() {
        func setsValued(_ sentences: Int) -> Int {
            var random = SplitMix64(seed: 7)
            let lines = (0..<sentences).map { _ in
                "The " + (0..<12).map { _ in ["boat", "pier", "storm", "mayor", "council"].randomElement(using: &random) ?? "" }.joined(separator: " ") + " was here."
            }
            let article = Samples.article(lines.joined(separator: "\n"))
            var analyser = Analyser()
            var analysis = Analysis()
            var ranker = Ranker()
            analyser.read(article.text?.utf8 ?? [], ArticleReader.inputs(of: article), titles: [], into: &analysis)
            ranker.rank(&analysis)
            var selector = Selector(weights: ranker.weights.set)
            let pool = CandidatePool.sentences(of: analysis, wanted: 3, promise: ranker.promise)
            let chosen = selector.select(analysis, from: pool, scores: ranker.scores, costs: { _ in Cost() }, budget: Budget(sentences: 3))
            #expect(chosen.count == 3)
            return selector.setsValued
        }
        let short = setsValued(50)
        #expect(short > 100)
        // A first step over 18 candidates, then two over at most eight sets each.
        for sentences in [500, 4000] { #expect(setsValued(sentences) <= 18 + 2 * 8 * 18) }
    }
}
