import Testing

@testable import CleanStage

@Suite struct HintTests {
    private func hints(_ name: String) -> Hint { Array(name.utf8).withUnsafeBufferPointer { Hint.find(in: $0) } }
    private func phrases(_ text: String) -> Phrases { Array(text.utf8).withUnsafeBufferPointer { Phrases.find(in: $0) } }

    @Test(arguments: [
        ("article-body__relatedLinks", Hint.related), ("wp-caption-text", .caption), ("ad-slot", .advertisement), ("shareTools", .share),
        ("c-newsletter", .subscription), ("js-comments", .comment),
    ])
    func namesHintAtTheirPart(_ name: String, _ hint: Hint) {
        #expect(hints(name).contains(hint))
    }

    @Test func shortWordsMustBeWhole() {
        #expect(!hints("address loadable header-shadow").contains(.advertisement))
    }

    @Test func phrasesCountAtWordStartsOnly() {
        #expect(phrases("Sign up for our newsletter").contains(.subscription))
        #expect(!phrases("A design upheld by renewsletters").contains(.subscription))
    }
}
