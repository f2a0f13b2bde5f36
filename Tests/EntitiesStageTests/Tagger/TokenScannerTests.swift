import Testing

@testable import EntitiesStage

@Suite struct TokenScannerTests {
    private func scan(_ word: String) -> TokenTraits {
        var traits = TokenTraits()
        Array(word.utf8).withUnsafeBufferPointer { TokenScanner.scan($0, 0, $0.count, into: &traits) }
        return traits
    }

    @Test(arguments: [
        ("ÉCOLE", "école"), ("Šibenik", "šibenik"), ("Ödön", "ödön"), ("Żywiec", "żywiec"), ("Ňu", "ňu"), ("ĽUBA", "ľuba"), ("Ĺ", "ĺ"),
    ])
    func lowersLatinLetters(_ word: String, _ lower: String) {
        #expect(scan(word).lower == scan(lower).form)
        #expect(scan(word).isCapitalized)
        #expect(!scan(lower).isCapitalized)
    }

    @Test(arguments: [("’s", "'s"), ("“", "\""), ("``", "\""), ("''", "\""), ("—", "-"), ("1999", "2026")])
    func foldsTypographyAndDigits(_ word: String, _ plain: String) {
        #expect(scan(word).form == scan(plain).form)
    }

    @Test func shapesTellWordsApart() {
        let shapes = ["I", "UN", "Ada", "ada", "McKay", "U.S.", "3.5", "A-Z"].map { scan($0).shape }
        #expect(Set(shapes).count == shapes.count)
        #expect(scan("NATO").shape == scan("UN").shape)
    }
}
