import Testing

@testable import EntitiesStage

@Suite struct MentionRulesTests {
    /// Applies the rules to `mentions` of tokens that touch where `text` has no blank between them and `|` parts them.
    private func applied(_ text: String, _ mentions: [(Range<Int>, Label.Kind)], confidence: Float = 0.9) -> [String] {
        var bytes: [UInt8] = []
        var tokens: [TokenRange] = []
        for word in text.split(separator: " ") {
            if !bytes.isEmpty { bytes.append(0x20) }
            for part in word.split(separator: "|") {
                tokens.append(bytes.count..<bytes.count + part.utf8.count)
                bytes += Array(part.utf8)
            }
        }
        var words: [DocumentVotes.Word] = []
        var sentence = SentenceTraits()
        var found = mentions.map { Mention(tokens: $0.0, kind: $0.1, confidence: confidence) }
        bytes.withUnsafeBufferPointer {
            sentence.fillWithoutModel($0, tokens[...])
            sentence.appendWords(from: 0, to: &words)
            MentionRules.apply(&found, $0, tokens: tokens, words: words)
        }
        return found.map { mention in
            let range = tokens[mention.tokens.lowerBound].lowerBound..<tokens[mention.tokens.upperBound - 1].upperBound
            return "\(String(decoding: bytes[range], as: UTF8.self))/\(mention.kind)"
        }
    }

    @Test(arguments: [
        ("Mr Hale left", 0..<2, "Hale/person"), ("Dr. Ida Hale left", 0..<3, "Ida Hale/person"), ("Sir Hale", 0..<2, "Hale/person"),
        ("Dame", 0..<1, "Dame/person"), ("Ida Dr Hale", 0..<3, "Ida Dr Hale/person"),
    ])
    func aPersonStartsBehindTheTitle(_ text: String, _ mention: Range<Int>, _ expected: String) {
        #expect(applied(text, [(mention, .person)]) == [expected])
    }

    @Test func otherKindsKeepTheirTitles() {
        #expect(applied("Sir Winston Shipping fell", [(0..<3, .organization)]) == ["Sir Winston Shipping/organization"])
    }

    @Test func aGivenNameBeforeTheHyphenIsPartOfTheName() {
        #expect(applied("said Nils|-|Erik Sarri", [(3..<5, .person)]) == ["Nils-Erik Sarri/person"])
        #expect(applied("said Nils|-|Erik Sarri", [(1..<2, .person), (3..<5, .person)]) == ["Nils-Erik Sarri/person"])
    }

    @Test func aSecondSurnameIsPartOfTheName() {
        #expect(applied("said Ann Holm|-|Lee again", [(1..<3, .person)]) == ["Ann Holm-Lee/person"])
        #expect(applied("said Ann Holm|-|Lee again", [(1..<3, .person), (4..<5, .person)]) == ["Ann Holm-Lee/person"])
    }

    @Test func aGivenNamesSecondSyllableIsPartOfTheName() {
        #expect(applied("says Han Mi|-|rae of", [(1..<3, .person)]) == ["Han Mi-rae/person"])
        #expect(applied("says Moon Jae|-|in of", [(1..<3, .person)]) == ["Moon Jae-in/person"])
        #expect(applied("an Ida Holm|-|inspired coat", [(1..<3, .person)]) == ["Ida Holm/person"])
        #expect(applied("an Ida Holm|-|era coat", [(1..<3, .person)]) == ["Ida Holm/person"])
        #expect(applied("the Oslo Bay|-|side", [(1..<3, .location)]) == ["Oslo Bay/location"])
        #expect(applied("Han Mi|-", [(0..<2, .person)]) == ["Han Mi/person"])
    }

    @Test func twoSurnamesAreTwoPersons() {
        #expect(applied("the Holm|-|Lee talks", [(1..<2, .person), (3..<4, .person)]) == ["Holm/person", "Lee/person"])
    }

    @Test func wordsThatAreNoNamesStayOut() {
        #expect(applied("an anti|-|Ida Holm march", [(3..<5, .person)]) == ["Ida Holm/person"])
        #expect(applied("the Ida Holm|-|led team", [(1..<3, .person)]) == ["Ida Holm/person"])
        #expect(applied("the Ida Holm - Lee", [(1..<3, .person)]) == ["Ida Holm/person"])
        #expect(applied("the China|-|Ida Holm talks", [(1..<2, .location), (3..<5, .person)]) == ["China/location", "Ida Holm/person"])
    }

    @Test func aWordThatACompanyStartsWithIsTheCompany() {
        let text = "Tarnow Metals fell . Tarnow is old"
        #expect(applied(text, [(0..<2, .organization), (4..<5, .person)]) == ["Tarnow Metals/organization", "Tarnow/organization"])
    }

    @Test func aPersonOfThatNameStaysAPerson() {
        let text = "Tarnow Metals was Ada Tarnow 's . Tarnow left"
        let mentions: [(Range<Int>, Label.Kind)] = [(0..<2, .organization), (3..<5, .person), (7..<8, .person)]
        #expect(applied(text, mentions) == ["Tarnow Metals/organization", "Ada Tarnow/person", "Tarnow/person"])
    }

    @Test func aPlaceOfThatNameStaysAPlace() {
        let text = "Lodz Metals fell in Lodz"
        #expect(applied(text, [(0..<2, .organization), (4..<5, .location)]) == ["Lodz Metals/organization", "Lodz/location"])
    }

    @Test func aSurnameThatWasPassedOverIsFound() {
        let text = "Ida Holm left . she said Holm was late"
        #expect(applied(text, [(0..<2, .person)]) == ["Ida Holm/person", "Holm/person"])
        // One name is not sure enough to look for others.
        #expect(applied(text, [(0..<2, .person)], confidence: 0.4) == ["Ida Holm/person"])
    }

    @Test func aCompanysFirstWordThatWasPassedOverIsFound() {
        #expect(applied("Tarnow Metals fell while Tarnow was sold", [(0..<2, .organization)]) == ["Tarnow Metals/organization", "Tarnow/organization"])
        // Neither its other words nor longer names that start with it.
        #expect(applied("Tarnow Metals fell while Metals rose at Tarnow Sea Cove", [(0..<2, .organization)]) == ["Tarnow Metals/organization"])
    }

    @Test func aSurnameBeatsACompanyOfThatName() {
        let text = "Holm Works is run by Ida Holm , and Holm is old"
        #expect(applied(text, [(0..<2, .organization), (5..<7, .person)]) == ["Holm Works/organization", "Ida Holm/person", "Holm/person"])
    }

    @Test func mentionsAtTheBordersOfTheTextAreSafe() {
        #expect(applied("Ida Holm|-", [(0..<2, .person)]) == ["Ida Holm/person"])
        #expect(applied("-|Ida Holm", [(1..<3, .person)]) == ["Ida Holm/person"])
        #expect(applied("Ida", []) == [])
    }
}
