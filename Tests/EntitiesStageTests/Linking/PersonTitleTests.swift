import Testing

@testable import EntitiesStage

@Suite struct PersonTitleTests {
    /// The title before the last word of a text with blanks between its tokens.
    private func title(_ text: String) throws -> String? {
        let bytes = Array(text.utf8)
        var tokens: [TokenRange] = []
        for word in text.split(separator: " ") {
            let start = tokens.last.map { $0.upperBound + 1 } ?? 0
            tokens.append(start..<start + word.utf8.count)
        }
        let model = try EntityModel.embedded()
        return bytes.withUnsafeBufferPointer { buffer in
            PersonTitle.range(before: tokens.count - 1, tokens, buffer, model).map { String(decoding: buffer[$0], as: UTF8.self) }
        }
    }

    @Test(arguments: [
        ("she met Dr. Vos", "Dr."), ("then Prime Minister Vos", "Prime Minister"), ("the goalkeeper Vos", "goalkeeper"),
        ("the opposition leader Vos", "opposition leader"), ("Mr Vos", "Mr"), ("that Deputy Prime Minister Vos", "Deputy Prime Minister"),
    ])
    func whatStandsBeforeTheName(_ text: String, _ expected: String) throws {
        #expect(try title(text) == expected)
    }

    @Test(arguments: ["Vos", "and Vos", "the party Vos", "said Vos", "the minister , Vos", "in Oslo Vos"])
    func nothingWhereNoneStands(_ text: String) throws {
        #expect(try title(text) == nil)
    }

    @Test func mentionsAreCountedAndTitlesKept() throws {
        let found = try EntitiesStage.entities(in: "Mr Jean Reisz came to Lisbon .\nReisz left Lisbon .\nReisz had liked it .")
        #expect(found.of(.person).map(\.entity.mentions) == [3, 3, 3], "\(found)")
        #expect(found.of(.person).first?.entity.title == "Mr")
        #expect(found.first("Lisbon")?.entity.mentions == 2)
        #expect(try EntitiesStage.entities(in: "Jean Reisz came .") { $0.link = false }.first?.entity.mentions == nil)
    }
}
