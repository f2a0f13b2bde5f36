import SeededRandom
import Testing

@testable import CleanStage

@Suite struct TextCountsTests {
    @Test(arguments: [
        ("", 0, 0, 0), ("One.", 1, 0, 1), ("Rain fell, and stopped. “Odd,” she said.", 7, 2, 2), ("3.5 of 10, a.m. or p.m.", 6, 1, 2), ("He said \"no.\" Then?", 4, 0, 2),
        ("今日は雨が降った、とても。", 7, 1, 1), ("A long line of Latin letters before 今日は。", 10, 0, 1),
    ])
    func wordsCommasAndEndsAreCounted(_ text: String, words: Int, commas: Int, ends: Int) {
        let counts = TextCounts(Array(text.utf8))
        #expect(counts.words == words)
        #expect(counts.commas == commas)
        #expect(counts.sentenceEnds == ends)
    }

    /// Long texts are counted sixteen bytes a step, pieces of them partly one by one.
    @Test(arguments: [UInt64(1), 2]) func longTextsAreCountedLikeTheirPieces(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let sentences = ["It rained.", "Why, then, did they go?", "“Nobody knows!” she said.", "At 3.30 p.m. it stopped,"]
        for _ in 0..<50 {
            let pieces = (0..<Int.random(in: 1...400, using: &random)).map { _ in sentences[Int.random(in: 0..<4, using: &random)] }
            let whole = TextCounts(Array(pieces.joined(separator: " ").utf8))
            let parts = pieces.map { TextCounts(Array($0.utf8)) }
            #expect(whole.words == parts.reduce(0) { $0 + $1.words }, "seed \(seed)")
            #expect(whole.commas == parts.reduce(0) { $0 + $1.commas }, "seed \(seed)")
            #expect(whole.sentenceEnds == parts.reduce(0) { $0 + $1.sentenceEnds }, "seed \(seed)")
        }
    }
}
