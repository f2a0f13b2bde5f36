import StageKit
import Testing

@Suite struct WordTableTests {
    @Test func wordsAreFoundInAnyCasing() {
        let table = WordTable(lists: [("said Über årsmøte", 1), ("said", 4)])
        #expect(table[WordHash.folded("SAID")] == 5)
        #expect(table[WordHash.folded("über")] == 1)
        #expect(table[WordHash.folded("ÅRSMØTE")] == 1)
        #expect(table[WordHash.folded("sai")] == 0)
    }

    @Test func anEmptyTableHasNothing() {
        #expect(WordTable(lists: [])[WordHash.folded("")] == 0)
    }

    /// Every capital of Latin with accents, Greek and Cyrillic folds as Unicode has it, and no small letter changes.
    @Test func lettersOfTwoBytesFoldAsUnicodeHasIt() throws {
        for value in UInt32(0xC0)..<0x500 {
            let scalar = try #require(Unicode.Scalar(value))
            // İ has no small letter of two bytes' length; ŉ, ſ and Ÿ none here; U+03A2 is no letter.
            guard ![0x130, 0x178, 0x3A2].contains(value), value < 0x180 || 0x391...0x3A9 ~= value || 0x400...0x45F ~= value else { continue }
            let letter = String(scalar)
            #expect(WordHash.folded(letter) == WordHash.folded(letter.lowercased()), "U+\(String(value, radix: 16))")
            if letter == letter.lowercased() {
                let bytes = Array(letter.utf8)
                let (first, second) = WordHash.lowered(bytes[0], bytes[1])
                #expect([first, second] == bytes, "U+\(String(value, radix: 16))")
            }
        }
    }
}
