import StageKit
import TestSupport
import Testing

/// Held to the standard library's answer.
@Suite struct UTF8CheckTests {
    private func agrees(_ bytes: [UInt8]) -> Bool {
        ArticleText.isWellFormed(bytes) == (String(validating: bytes, as: UTF8.self) != nil)
    }

    @Test func allSequencesOfOneAndTwoBytes() {
        for first in UInt8.min...UInt8.max {
            #expect(agrees([first]), "\([first])")
            for second in UInt8.min...UInt8.max where !agrees([first, second]) { Issue.record("\([first, second])") }
        }
    }

    /// Every lead of three and four bytes, with the bytes behind it around each border of what is allowed.
    @Test func bordersOfLongSequences() {
        let edges: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        for lead in UInt8(0xE0)...0xFF {
            for second in edges {
                for third in edges {
                    if !agrees([lead, second, third]) { Issue.record("\([lead, second, third])") }
                    for fourth in edges where !agrees([lead, second, third, fourth]) { Issue.record("\([lead, second, third, fourth])") }
                }
            }
        }
    }

    /// Texts with one byte changed, at every distance from the eight bytes that are looked at together.
    @Test func changedTexts() {
        let scalars: [String] = ["a", "b ", "é", "東", "😀", "plain words of ASCII"]
        for seed in 0..<2000 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...12, using: &random) { bytes += Array(scalars[Int.random(in: 0..<6, using: &random)].utf8) }
            #expect(ArticleText.isWellFormed(bytes), "seed \(seed)")
            guard !bytes.isEmpty else { continue }
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            #expect(agrees(bytes), "seed \(seed)")
            bytes.removeLast(Int.random(in: 0...min(3, bytes.count), using: &random))
            #expect(agrees(bytes), "seed \(seed), cut")
        }
    }
}
