@testable import DedupeStage
import Testing

@Suite struct WordHashesTests {
    private func words(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        WordHashes.read(Array(text.utf8), into: &words)
        return words
    }

    @Test(arguments: [
        ("The ferry sailed.", "the FERRY… sailed"), ("“No,” she said", "\"No\" she said –"), ("Straßburg, ÉTÉ", "straßburg été"),
        ("ΑΘΗΝΑ Москва", "αθηνα москва"), ("a\nb\u{A0}c", "a b c"), ("¿qué? 3,5 %", "qué 3 5"), ("pier 9\u{1F6A2}", "Pier 9"),
    ])
    func punctuationCaseAndSpaceMakeNoDifference(_ left: String, _ right: String) {
        #expect(!words(left).isEmpty)
        #expect(words(left) == words(right))
    }

    @Test func differentWordsDiffer() {
        #expect(words("one two") != words("two one"))
        #expect(words("one two") != words("onetwo"))
        #expect(words("… – !").isEmpty && words("").isEmpty)
    }

    @Test func scriptsWithoutSpacesHaveAWordForEachCharacter() {
        #expect(words("渡船停航。").count == 4)
        #expect(words("さくら, 2026年").count == 5)
        #expect(words("배가 다시").count == 2)
    }
}
