import Testing

@testable import CleanStage

@Suite struct PrefixTableTests {
    private func values(_ words: [String], _ text: String, at start: Int = 0) -> [UInt32] {
        let table = PrefixTable(words.enumerated().map { (Array($1.utf8), UInt32($0)) })
        var found: [UInt32] = []
        Array(text.utf8).withUnsafeBufferPointer { table.forEach(in: $0, at: start) { value, length in
            #expect(length == words[Int(value)].utf8.count)
            found.append(value)
        } }
        return found.sorted()
    }

    @Test func allWordsAtThePlaceAreFound() {
        let words = ["x", "s", "sign", "sign up", "sign up for our newsletter", "signal", "exactly8", "exactly8and16byt"]
        #expect(values(words, "Sign up for our newsletter now") == [1, 2, 3, 4])
        #expect(values(words, "sign up for our newslette") == [1, 2, 3])
        #expect(values(words, "EXACTLY8and16byt") == [6, 7])
        #expect(values(words, "exactly8and16by") == [6])
        #expect(values(words, "a signal", at: 2) == [1, 2, 5])
        #expect(values(words, "nothing") == [])
    }

    @Test func onlyASCIILettersMayDifferInCase() {
        #expect(values(["©", "über"], "© 2026") == [0])
        #expect(values(["©", "über"], "ÜBER") == [])
        #expect(values(["a[b"], "a{b") == [])
    }
}
