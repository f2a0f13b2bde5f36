import StageKit
import Testing
import TestSupport

@Suite struct ArticleTextTests {
    @Test func illFormedBytesAreRefusedOrRepaired() {
        #expect(ArticleText(validating: [0x61, 0xFF]) == nil)
        #expect(ArticleText(validating: Array("é".utf8))?.string == "é")
        #expect(ArticleText(repairing: [0x61, 0xFF, 0xC3, 0x62]).string == "a\u{FFFD}\u{FFFD}b")
    }

    @Test func bordersOfScalars() {
        let text = ArticleText("aé😀")
        #expect((0...text.count).filter(text.isScalarBoundary) == [0, 1, 3, 7])
        #expect(!text.isScalarBoundary(-1) && !text.isScalarBoundary(8))
        #expect(text[1..<3] == "é")
    }
}

@Suite struct TextOffsetsTests {
    /// Counts by the standard library, slowly.
    private func slow(_ text: ArticleText, _ unit: OffsetUnit, before byte: Int) -> Int {
        let prefix = text[0..<byte]
        switch unit {
        case .codePoints: return prefix.unicodeScalars.count
        case .bytes: return prefix.utf8.count
        case .utf16: return prefix.utf16.count
        }
    }

    @Test(arguments: OffsetUnit.allCases) func agreesWithTheStandardLibraryBothWays(unit: OffsetUnit) {
        for seed in 0..<40 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let scalars: [Unicode.Scalar] = ["a", " ", "é", "東", "😀", "\u{0301}"]
            var string = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...300, using: &random) {
                // Every other text mostly ASCII, so that both kinds of stretches occur.
                string.append(seed % 2 == 0 ? scalars[Int.random(in: 0..<6, using: &random)] : scalars[Int.random(in: 0..<40, using: &random) % 7 % 6])
            }
            let text = ArticleText(String(string))
            let offsets = TextOffsets(text, in: unit)
            for byte in 0...text.count where text.isScalarBoundary(byte) {
                let offset = offsets.offset(ofByte: byte)
                #expect(offset == slow(text, unit, before: byte), "seed \(seed), byte \(byte)")
                #expect(offsets.byte(ofOffset: offset) == byte, "seed \(seed), byte \(byte)")
            }
            #expect(offsets.byte(ofOffset: slow(text, unit, before: text.count) + 1) == nil)
            #expect(offsets.byte(ofOffset: -1) == nil)
        }
    }

    @Test func theMiddleOfASurrogatePairIsNoPlace() {
        #expect(TextOffsets(ArticleText("a😀b"), in: .utf16).byte(ofOffset: 2) == nil)
    }
}
