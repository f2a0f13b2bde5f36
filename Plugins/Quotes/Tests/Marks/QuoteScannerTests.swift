import StageKit
import Testing

@testable import QuotesStage

/// Which stretches of a text stand in quotation marks.
@Suite struct QuoteScannerTests {
    /// Paragraphs are lines here.
    private func quoted(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var scanner = QuoteScanner()
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for end in bytes.indices where bytes[end] == 0x0A {
                scanner.read(bytes, paragraph: start..<end)
                start = end + 1
            }
            scanner.read(bytes, paragraph: start..<bytes.count)
        }
        scanner.voidOpen()
        return scanner.spans.filter { !$0.isVoid }.map { String(decoding: bytes[$0.content], as: UTF8.self) }
    }

    @Test(arguments: [
        ("\"Yes,\" he said. \"No.\"", ["Yes,", "No."]),
        ("“Yes,” he said. “No.”", ["Yes,", "No."]),
        ("„Ja“, sagte sie. „Nein”", ["Ja", "Nein"]),
        ("”Ja,” sade hon.", ["Ja,"]),
        ("« Oui », dit-elle. «Non»", ["Oui", "Non"]),
        ("»Ja,« sagde hun.", ["Ja,"]),
        ("``Yes,'' he said.", ["Yes,"]),
        ("‘Yes,’ he said. ‘It’s the dogs’ fault.’", ["Yes,", "It’s the dogs’ fault."]),
        ("'Yes,' he said.", ["Yes,"]),
        ("(\"Yes\")—\"No\"", ["Yes", "No"]),
        ("“She said ‘yes’ to me,” he said.", ["She said ‘yes’ to me,"]),
    ])
    func pairsMarksOfEveryKind(_ text: String, _ expected: [String]) {
        #expect(quoted(text) == expected)
    }

    @Test(arguments: [
        "The dogs' bowls, the '90s, rock 'n' roll, O'Neill’s.", "A board 6\" wide and 5' long.", "It wasn't, don't, can’t.", "\"", "”", "'", "“ ", "5'10\" tall",
    ])
    func apostrophesAndInchesAreNoQuotations(_ text: String) {
        #expect(quoted(text) == [])
    }

    @Test func anInchMarkInsideDoesNotEndAQuotation() {
        #expect(quoted("\"It is 6\" wide,\" he said.") == ["It is 6\" wide,"])
        #expect(quoted("\"I was born in 1946\" and \"again in 1950\"") == ["I was born in 1946", "again in 1950"])
    }

    @Test func aMarkThatIsNeverClosedCostsOneQuotation() {
        #expect(quoted("“Never closed. “Closed.” And “open") == ["Closed."])
        #expect(quoted("“Open\nnothing\n“Closed.”") == ["Closed."])
    }

    @Test func aQuotationGoesOnWhereTheNextParagraphOpensItAgain() {
        #expect(quoted("“One.\n“Two.\n“Three.” End") == ["One.", "Two.", "Three."])
    }
}
