import StageKit
import Testing
import TestSupport

@testable import TopicsStage

@Suite struct PhraseMatcherTests {
    /// What each found phrase covers, as `number:text`.
    private func found(_ phrases: [String], in text: String) -> [String] {
        let (matcher, numbers) = PhraseMatcher.make(phrases.compactMap { try? PhrasePattern($0) })
        #expect(numbers.count == phrases.count)
        let bytes = Array(text.utf8)
        var found: [String] = []
        bytes.withUnsafeBufferPointer { buffer in
            matcher.find(buffer, 0..<buffer.count) { found.append("\($0):\(String(decoding: bytes[$1], as: UTF8.self))") }
        }
        return found
    }

    @Test func wholeWordsInAnyCasingAndNumber() {
        #expect(found(["ferry", "bus"], in: "Ferries, FERRY's; a ferryman. Buses; busy") == ["0:Ferries", "0:FERRY", "1:Buses"])
    }

    @Test func theLongestPhraseWins() {
        #expect(found(["cup", "cup final", "final"], in: "The cup final, a cup, the final") == ["1:cup final", "0:cup", "2:final"])
    }

    @Test func aStarStandsForAnyEnding() {
        #expect(found(["elect*", "film festiv*"], in: "elected, select, election; film festivals") == ["0:elected", "0:election", "1:film festivals"])
    }

    @Test func phrasesGoOverHyphensAndLineEndsButNotOverMarks() {
        #expect(found(["half time"], in: "half-time half\ntime half. Time half, time half\u{A0}time") == ["0:half-time", "0:half\ntime", "0:half\u{A0}time"])
    }

    @Test func signsBeyondASCIIEndWords() {
        #expect(found(["goal", "price rise"], in: "goal🙂 →goal €goal price€rise") == ["0:goal", "0:goal", "0:goal"])
    }

    @Test func lettersBeyondASCIIFold() {
        #expect(found(["école"], in: "École ÉCOLES") == ["0:École", "0:ÉCOLES"])
    }

    @Test func whatIsFoundLiesInTheTextInOrder() {
        let pieces = ["cup", "final", "elect", "ed", " ", "-", ".", "é", "日本", "\u{A0}", "’", "s", "ies"]
        for seed in UInt64(0)..<300 {
            var random = SplitMix64(seed: seed)
            let text = (0..<random.below(60)).map { _ in random.pick(pieces) }.joined()
            let (matcher, _) = PhraseMatcher.make(["cup", "cup final", "elect*", "final elect*", "日本"].compactMap { try? PhrasePattern($0) })
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                var behind = 0
                matcher.find(bytes, 0..<bytes.count) { _, range in
                    #expect(range.lowerBound >= behind && range.upperBound <= bytes.count && !range.isEmpty, "seed \(seed)")
                    behind = range.upperBound
                }
            }
        }
    }
}
