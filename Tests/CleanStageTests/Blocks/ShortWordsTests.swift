import Testing

@testable import CleanStage

@Suite struct ShortWordsTests {
    private func kind(_ word: String) -> ShortWords.Kind { ShortWords.shared.kind(of: word.utf8.reduce(0) { $0 << 8 | UInt64($1) }) }

    @Test func wordsHaveTheirKinds() {
        for word in ["the", "der", "you", "about"] { #expect(kind(word).contains(.function), "\(word)") }
        for word in ["you", "your", "wir", "unser"] { #expect(kind(word).contains(.reader), "\(word)") }
        for word in ["teh", "e", "bridg"] { #expect(kind(word) == [], "\(word)") }
        #expect(!kind("the").contains(.reader))
        #expect(!kind("your").contains(.function))
    }

    @Test func theFactorThatIsWrittenDownPartsAllWords() {
        #expect(ShortWords.shared.factor == ShortWords.firstFactor, "the words have changed: write the new factor down, so that no start has to look for it")
    }
}
