import QuotesStage
import StageKit
import StageTestKit
import Testing
import TestSupport

/// Nothing a text says breaks the stage's promises or takes it out of its stride.
@Suite struct HostileTextTests {
    private static let pieces = [
        "\"", "“", "”", "„", "«", "»", "'", "‘", "’", "``", "''", "said", "told", "that", "he", "she", "Ada Lind", ",", ".", "?", ":", ";", " — ", "\n\n", " ", " ",
        "according to", "and", "who", "the", "it", "6", "日本", "é", "(", ")", "…", "Mr.", "called", "saying", "not", "to",
    ]

    @Test func randomTextsKeepAnnotationsInTheText() throws {
        for seed in UInt64(0)..<400 {
            var random = SplitMix64(seed: seed)
            var text = ""
            for _ in 0..<random.below(120) {
                text += random.pick(HostileTextTests.pieces)
                if random.below(2) == 0 { text += " " }
            }
            do {
                _ = try Segmented.processed(text, persons: ["Ada Lind"])
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
    }

    /// Ranges that no stage should make, but a stranger's could.
    @Test func foreignAnnotationsReachNoForeignMemory() throws {
        for seed in UInt64(0)..<100 {
            var random = SplitMix64(seed: seed)
            var article = try Segmented.article("“Yes,” said Ada. “No.”", persons: ["Ada"])
            let count = 60
            article.tokens = (0..<12).map { _ in
                let start = random.below(count)
                return Token(start..<start + random.below(count))
            }
            article.sentences = (0..<4).map { _ in
                let start = random.below(count)
                return Sentence(range: start..<start + random.below(count), tokens: random.below(9)..<20, block: random.below(5))
            }
            var worker = QuotesStage().makeWorker(StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "test"))
            #expect(worker.process(&article) == .keep, "seed \(seed)")
        }
    }

    @Test(arguments: ["\"a ", "“ ", "'a ", "he said ", "according to ", "\"a,\" said ", "Ada Lind, "])
    func fourThousandOfAPieceComeThrough(_ piece: String) throws {
        let text = String(repeating: piece, count: 4000)
        #expect(throws: Never.self) { _ = try Segmented.processed(text) }
    }
}
