import StageKit
import Testing

@Suite struct SpanLayerTests {
    /// "😀é said" with a layer that points at "é" and, inside, at "said"; another layer holds numbers that mean nothing.
    private static var article: Article {
        var article = Article(id: ArticleID("a"), source: ArticleSource(uri: "x"), text: ArticleText("😀é said"))
        article.setSpanLayer("shouts", [.span(4..<6, ["by": ["cue": .span(7..<11)], "loud": true])])
        article.extensions["fields"] = ["start": 4, "end": 6]
        return article
    }

    private func layers(_ unit: OffsetUnit) throws -> JSONValue? {
        var json = JSONWriter()
        SpanLayerTests.article.writeRecord(to: &json, offsets: unit)
        return try JSONParser.parse(json.bytes)["extensions"]
    }

    @Test(arguments: [(OffsetUnit.codePoints, 1, 2, 3, 7), (.bytes, 4, 6, 7, 11), (.utf16, 2, 3, 4, 8)])
    func aRecordCountsInItsUnitAndShowsTheStretch(_ unit: OffsetUnit, _ start: Int, _ end: Int, _ cueStart: Int, _ cueEnd: Int) throws {
        let cue: JSONValue = ["start": .integer(cueStart), "end": .integer(cueEnd), "text": "said"]
        let expected: JSONValue = [
            ["start": .integer(start), "end": .integer(end), "text": "é", "loud": true, "by": ["cue": cue]]
        ]
        #expect(try layers(unit)?["shouts"] == expected)
    }

    @Test func numbersOfOtherLayersAreLeftAlone() throws {
        #expect(try layers(.codePoints)?["fields"] == ["start": 4, "end": 6])
    }

    @Test func aLayerThatIsTakenAwayPointsNoMore() {
        var article = SpanLayerTests.article
        article.setSpanLayer("shouts", nil)
        #expect(article.spanLayers == [])
        #expect(article.extensions["shouts"] == nil)
    }

    @Test func anOffsetOutsideTheTextIsWrittenAsItIs() throws {
        var article = SpanLayerTests.article
        article.setSpanLayer("shouts", .span(4..<600))
        var json = JSONWriter()
        article.writeRecord(to: &json)
        #expect(try JSONParser.parse(json.bytes)["extensions"]?["shouts"] == ["start": 4, "end": 600])
    }
}
