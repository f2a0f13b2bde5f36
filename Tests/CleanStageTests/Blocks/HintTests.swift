import Testing

@testable import CleanStage

@Suite struct HintTests {
    @Test(arguments: [
        ("article-body__relatedLinks", Hint.related), ("wp-caption-text", .caption), ("ad-slot", .advertisement), ("shareTools", .share),
        ("c-newsletter", .subscription), ("js-comments", .comment),
    ])
    func namesHintAtTheirPart(_ name: String, _ hint: Hint) {
        #expect(Hint.find(in: Array(name.utf8)[...]).contains(hint))
    }

    @Test func shortWordsMustBeWhole() {
        #expect(!Hint.find(in: Array("address loadable header-shadow".utf8)[...]).contains(.advertisement))
    }

    @Test func phrasesCountAtWordStartsOnly() {
        #expect(Phrases.find(in: Array("Sign up for our newsletter".utf8)[...]).contains(.subscription))
        #expect(!Phrases.find(in: Array("A design upheld by renewsletters".utf8)[...]).contains(.subscription))
    }
}
