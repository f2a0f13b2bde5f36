import Testing

@testable import StageKit

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("sumarize", "summarize"), ("segemnt", "segment"), ("Clean", "clean"), ("exporter", "export"), ("lod", "load"),
    ])
    func findsWhatWasMeant(name: String, expected: String) {
        #expect(NearestName.of(name, among: ["load", "clean", "segment", "summarize", "export"]) == expected)
    }

    @Test(arguments: ["translate", "", "x"])
    func suggestsNothingFarAway(name: String) {
        #expect(NearestName.of(name, among: ["load", "clean", "segment"]) == nil)
    }

    @Test func aSwapCountsOnce() {
        #expect(NearestName.editDistance(Array("segemnt".utf8), Array("segment".utf8)) == 1)
        #expect(NearestName.editDistance([], Array("abc".utf8)) == 3)
    }
}

@Suite struct PrintableTextTests {
    @Test func controlsBecomeVisible() {
        #expect("a\u{1B}[31m\n\u{7F}\u{9B}b".printable == "a\u{241B}[31m\u{240A}\u{2421}\u{FFFD}b")
        #expect("right-to-left \u{202E}override".printable == "right-to-left \u{FFFD}override")
    }

    @Test func otherTextStaysAsItIs() {
        #expect("Zürich – 東京 😀".printable == "Zürich – 東京 😀")
    }
}
