import SeededRandom
import Testing

@testable import CleanStage

@Suite struct TextNormalizerTests {
    @Test(arguments: [
        ("", ""), (" \n\t ", ""), ("a", "a"), ("  one  two ", "one two"), ("one\u{a0}\u{2009} two", "one two"), ("so\u{ad}ft", "soft"),
        ("twelve or more plain letters  and two blanks", "twelve or more plain letters and two blanks"), ("12345678 ", "12345678"),
        ("1234567 \u{200b} 9", "1234567 9"), ("a\u{1}\u{7f}b", "ab"), ("cafe\u{301}", "caf\u{e9}"), ("exactly8 then", "exactly8 then"), ("seven77  then", "seven77 then"),
    ])
    func whiteSpaceIsSqueezed(_ text: String, _ expected: String) {
        #expect(TextNormalizer.squeezed(text.utf8) == Array(expected.utf8))
    }

    /// Whether a step of eight bytes is taken depends on where the text starts: it must not show.
    @Test(arguments: [UInt64(1), 2, 3]) func theLineIsTheSameWhateverStandsBeforeIt(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let parts = ["a", "bc", "plain text", " ", "  ", "\n", "é", "“", "\u{ad}", "\u{a0}", "中"]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
            for shift in 0..<9 {
                let shifted = String(repeating: "x", count: shift) + text
                let expected = shifted.filter { $0 != "\u{ad}" }.split { $0.isWhitespace }.joined(separator: " ")
                #expect(TextNormalizer.line(shifted) == expected, "seed \(seed): \(shifted.debugDescription)")
            }
        }
    }
}
