import SegmentStage
import StageKit
import Testing

/// What holds for every text, tried on seeded random ones.
@Suite struct PropertyTests {
    @Test(arguments: 1...80)
    func sentencesAndGapsRejoinToTheText(_ seed: UInt64) throws {
        let text = RandomText.make(seed: seed)
        let article = try segmentedArticle(text)
        try Invariants.check(article, "seed \(seed)")
    }

    @Test(arguments: 1...80)
    func mutatedProseIsHarmless(_ seed: UInt64) throws {
        let bytes = RandomText.mutated(Prose.article, seed: seed)
        var article = Article(id: ArticleID("test"), source: ArticleSource(uri: "test"), text: ArticleText(repairing: bytes))
        var worker = SegmentWorker()
        _ = try worker.process(&article)
        try Invariants.check(article, "seed \(seed)")
    }

    /// Raw bytes that are no UTF-8 may reach the segmenter from foreign code.
    @Test(arguments: 1...40)
    func illFormedBytesAreHarmless(_ seed: UInt64) {
        let bytes = RandomText.mutated(Prose.article, seed: seed, any: true)
        var segmenter = Segmenter()
        var sentences: [Sentence] = []
        var tokens: [Token] = []
        segmenter.segment(bytes, range: 0..<bytes.count, sentences: &sentences, tokens: &tokens)
        var end = 0
        for token in tokens {
            #expect(Int(token.start) >= end && Int(token.end) <= bytes.count && token.start < token.end, "seed \(seed)")
            end = Int(token.end)
        }
    }

    @Test func theResultDoesNotDependOnWhatCameBefore() throws {
        var worker = SegmentWorker()
        for seed in UInt64(1)...20 {
            let text = ArticleText(RandomText.make(seed: seed))
            var used = Article(id: ArticleID("test"), source: ArticleSource(uri: "test"), text: text)
            var fresh = used
            _ = try worker.process(&used)
            var other = SegmentWorker()
            _ = try other.process(&fresh)
            #expect(used.sentences == fresh.sentences && used.tokens == fresh.tokens, "seed \(seed)")
        }
    }

    @Test func segmentingTwiceChangesNothing() throws {
        let once = try segmentedArticle(Prose.article)
        var twice = once
        var worker = SegmentWorker()
        _ = try worker.process(&twice)
        #expect(twice.sentences == once.sentences && twice.tokens == once.tokens && twice.blocks == once.blocks)
    }

    /// A paragraph is read the same wherever it stands.
    @Test func paragraphsDoNotInfluenceEachOther() throws {
        let paragraphs = Prose.article.split(separator: "\n\n").map(String.init)
        let apart = try paragraphs.flatMap { try segmented($0).map(\.sentence) }
        #expect(try segmented(Prose.article).map(\.sentence) == apart)
    }

    /// Hostile texts that would show a quadratic rule by never ending.
    @Test(arguments: ["(", "\"", "a.", "1. ", "[3] ", "'", "A ", "¿", "-", "a\n", ". ", "“"])
    func longRunsAreRead(_ part: String) throws {
        let text = String(repeating: part, count: 20_000)
        try Invariants.check(try segmentedArticle(text), part)
    }
}
