import Testing

@testable import EntitiesStage

@Suite struct NameAgreementTests {
    /// Shares in the order person, location, organization, misc.
    private func agreed(_ text: String, _ mentions: [(Range<Int>, Label.Kind, SIMD4<Float>)]) -> [Mention] {
        let bytes = Array(text.utf8)
        var tokens: [TokenRange] = []
        for word in text.split(separator: " ") {
            let start = tokens.last.map { $0.upperBound + 1 } ?? 0
            tokens.append(start..<start + word.utf8.count)
        }
        var found = mentions.map { Mention(tokens: $0.0, kind: $0.1, shares: $0.2) }
        bytes.withUnsafeBufferPointer { NameAgreement.apply(&found, $0, tokens: tokens) }
        return found
    }

    @Test func theSurerMentionDecides() {
        let found = agreed("Erlenwerk rose while ERLENWERK fell", [
            (0..<1, .location, [0.1, 0.5, 0.4, 0]), (3..<4, .organization, [0, 0.1, 0.9, 0]),
        ])
        #expect(found.map(\.kind) == [.organization, .organization])
        #expect(abs(found[0].confidence - 0.65) < 1e-5)
        #expect(found[1].confidence == 0.9)
    }

    @Test func manyUnsureMentionsBeatOneThatIsHardlySurer() {
        let shares: SIMD4<Float> = [0.5, 0, 0.45, 0]
        let found = agreed("Turan met Turan and Turan", [(0..<1, .person, shares), (2..<3, .person, shares), (4..<5, .organization, [0.1, 0, 0.6, 0])])
        #expect(found.map(\.kind) == [.organization, .organization, .organization])
    }

    @Test func otherNamesStayAsTheyAre() {
        let found = agreed("Lagos beat Lagos United", [(0..<1, .location, [0, 0.6, 0.4, 0]), (2..<4, .organization, [0, 0, 0.9, 0])])
        #expect(found.map(\.kind) == [.location, .organization])
        #expect(agreed("", []).isEmpty)
    }
}
