import StageKit
import Testing

@testable import LoadStage

@Suite struct MemberDecoderTests {
    private func article(_ json: String, fields: [String: String] = [:]) throws -> Article {
        let record = SourceRecord(source: ArticleSource(uri: "a.jsonl", record: 3, line: 4), bytes: Array(json.utf8), format: "jsonl")
        return try MemberDecoder(fields: FieldMap(overrides: fields)).article(record)
    }

    @Test func fieldsUnderTheirCommonNames() throws {
        let article = try article("""
            {"body": "Text.", "headline": "Title", "authors": ["A", "B"], "pub_date": "2026-01-02", "link": "https://example.org/", \
            "keywords": "one", "lang": "en", "publisher": "Paper", "category": "News", "excerpt": "Short.", "updated": "2026-01-03", \
            "image_url": "i.jpg"}
            """)
        #expect(article.text?.string == "Text.")
        let metadata = article.metadata
        #expect(metadata.title == "Title")
        #expect(metadata.byline == ["A", "B"])
        #expect(metadata.published == "2026-01-02")
        #expect(metadata.modified == "2026-01-03")
        #expect(metadata.url == "https://example.org/")
        #expect(metadata.tags == ["one"])
        #expect(metadata.language == "en")
        #expect(metadata.site == "Paper")
        #expect(metadata.section == "News")
        #expect(metadata.description == "Short.")
        #expect(metadata.image == "i.jpg")
        #expect(article.extensions.isEmpty)
        #expect(article.source == ArticleSource(uri: "a.jsonl", record: 3, line: 4))
    }

    @Test func fieldsAsThePipelineNamesThem() throws {
        let article = try article("{\"text\": \"no\", \"story\": \"Yes.\", \"title\": \"no\", \"kop\": \"Kop\"}", fields: ["text": "story", "title": "kop"])
        #expect(article.text?.string == "Yes.")
        #expect(article.metadata.title == "Kop")
        #expect(article.extensions["fields"] == ["text": "no", "title": "no"])
        #expect(throws: StageFailure.self) { try self.article("{\"text\": \"no\"}", fields: ["text": "story"]) }
        var stage = LoadStage()
        stage.from = ["a"]
        stage.fields = ["titel": "kop"]
        #expect(stage.contradictions() == ["'fields' has no article field 'titel'; did you mean 'title'?"])
    }

    @Test func unknownMembersStayAsTheyAre() throws {
        let article = try article("{\"text\": \"A\", \"x\": {\"y\": [1, 2.5, null, {\"z\": \"é\"}]}, \"n\": -7, \"author\": \"A\", \"byline\": \"B\"}")
        #expect(article.extensions["fields"] == ["x": ["y": [1, 2.5, .null, ["z": "é"]]], "n": -7, "author": "A"])
    }

    /// They were taken for what copydesk itself writes, and lost.
    @Test func anIdOrASummaryOfOthersIsKept() throws {
        let theirs = try article("{\"id\": \"abc-17\", \"source\": \"wire\", \"summary\": \"S\", \"text\": \"A\"}")
        #expect(theirs.extensions["fields"] == ["id": "abc-17", "source": "wire", "summary": "S"])
        let ours = try article("{\"id\": \"0f\", \"source\": {\"uri\": \"x\", \"record\": 0}, \"text\": \"A\", \"sentences\": [], \"summary\": {}, \"mine\": 1}")
        #expect(ours.extensions["fields"] == ["mine": 1])
    }

    /// Beside a page the text was kept only where its member is called 'text'.
    @Test(arguments: ["text", "body", "content"]) func theTextBesideAPageIsKept(name: String) throws {
        let article = try article("{\"html\": \"<p>Page</p>\", \"\(name)\": \"Text\"}")
        #expect(article.text == nil)
        #expect(article.raw?.bytes == Array("<p>Page</p>".utf8))
        #expect(article.extensions["fields"] == .object([name: "Text"]))
    }

    @Test func nullsAndEmptyTextsAreAsGoodAsNone() throws {
        let article = try article("{\"text\": \"\", \"body\": \"B\", \"title\": null, \"headline\": \"H\", \"authors\": []}")
        #expect(article.text?.string == "B")
        #expect(article.metadata.title == "H")
        #expect(article.metadata.byline.isEmpty)
    }

    @Test func theReasonNamesTheMembers() throws {
        #expect(throws: StageFailure("the record has neither a text nor a page", advice: "its members are a, b␛; name the right one with 'fields'")) {
            try article("{\"b\\u001b\": 1, \"a\": 2}")
        }
    }
}
