import Testing

@testable import CleanStage

@Suite struct LinkedDataTests {
    private func read(_ json: String) -> LinkedData { LinkedData([Array(json.utf8)[...]]) }

    @Test func anArticleInAGraphIsFoundAndItsAuthorLookedUp() {
        let data = read(##"{"@graph": [{"@type": "Person", "@id": "#p", "name": "Mira Solberg"}, {"@type": "NewsArticle", "headline": "A &amp; B", "author": {"@id": "#p"}}]}"##)
        #expect(data.headline == "A & B")
        #expect(data.authors == ["Mira Solberg"])
        #expect(data.isArticle)
    }

    @Test func aPageObjectGivesItsDateWhereThereIsNoArticle() {
        let data = read(#"{"@type": "WebPage", "datePublished": "2024-03-05"}"#)
        #expect(data.published == "2024-03-05")
        #expect(!data.isArticle)
    }

    @Test func rawLineFeedsInStringsAreMended() {
        #expect(read("{\"@type\": \"Article\", \"headline\": \"One\ntwo\"}").headline == "One two")
    }

    @Test(arguments: [
        #"<![CDATA[ {"@type": "Article", "headline": "One two"} ]]>"#, #"//<![CDATA["# + "\n" + #"[{"@type": "Article", "headline": "One two"}]"# + "\n//]]>", #"<!-- {"@type": "Article", "headline": "One two"} -->"#,
        #"{"@type": "Article", "headline": "One two",}"#, #"{"@type": "Article", "tags": ["a", "b" , ], "headline": "One two"}"#, "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;One two&quot;}",
    ])
    func whatPagesDoToTheirDataIsMended(_ json: String) {
        #expect(read(json).headline == "One two")
    }

    @Test func quotationMarksInsideTextsAreMended() {
        #expect(read(#"{"@type": "Article", "headline": "The "last" ferry", "name": "x"}"#).headline == "The \"last\" ferry")
    }

    @Test(arguments: ["", "{", "[[[[", "null", "{\"@type\": 3}", "not json", "{\"@type\": \"Article\", \"author\": [null, 1, [[]]]}"])
    func damagedDataIsNoData(_ json: String) {
        #expect(read(json).headline == nil)
    }
}
