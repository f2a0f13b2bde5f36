import StageKit
import Testing

@testable import FilterStage

/// What holds of one article.
@Suite struct ConditionTests {
    private static let article: Article = {
        var article = Article(id: ArticleID("1"), source: ArticleSource(uri: "inbox/a.html"), text: ArticleText("Zoë Reisz met “them” on – say – Friday. Île!"))
        article.metadata.title = "The Ferry, again"
        article.metadata.url = "https://User@News.Example:8080/a?b"
        article.metadata.published = "2026-03-02T23:30:00-05:00"
        article.metadata.tags = ["Sport", "Sea"]
        article.metadata.description = ""
        article.entities = [Entity(range: 5..<10, type: .person, name: "Zoë Reisz")]
        article.sentences = [Sentence(range: 0..<4)]
        article.extensions = [
            "quotes": [["speaker": "Zoë", "words": 3], ["speaker": "Ann", "words": 12]], "lang": ["code": "en", "sure": 0.9, "is_ok": true],
            "one": ["sport"], "seen": "2026-01-05", "empty": [],
        ]
        return article
    }()

    private func holds(_ source: String) throws -> Bool {
        let expression = try FilterExpression(source)
        return expression.root.condition.holds(of: ConditionTests.article)
    }

    @Test(arguments: [
        "words == 8", "characters == 44", "sentences == 1", "entities == 1", "entities('person') == 1", "entities('location') == 0",
        "title contains 'Ferry'", "not title contains 'ferry'", "lower(title) contains 'ferry'", "title contains word 'FERRY'", "not title contains word 'Ferr'",
        "title contains word 'ferry, again'", "text contains word 'them'", "text contains word 'ZOË'", "text contains word 'île'", "not text contains word 'eisz'",
        "title matches '*Ferry*'", "title matches 'The F????, again'", "not title matches 'Ferry'", "text matches 'Zo? *'", "title matches '*'", #"not title matches "\*""#,
        "host == 'news.example'", "source matches 'inbox/*.html'", "url is present", "description is absent", "language is absent", "byline is absent", "tags is present",
        "tags contains 'Sport'", "not tags contains 'sport'", "lower(tags) contains 'sport'", "count(tags) == 2", "tags matches 'S*a'",
        "mentions contains 'Reisz'", "mentions('person') contains 'Zoë Reisz'", "not mentions('location') contains 'Reisz'", "entity('Zoë Reisz')", "not entity('Zoë')",
        // Of what is absent nothing holds, but that it is.
        "not language == 'en'", "not language != 'en'", "not language in ['en']", "not (modified >= 2026-01-01)", "not modified < 2026-01-01",
        // Days where it was published; points in time.
        "published >= 2026-03-02", "published == 2026-03-02", "not published > 2026-03-02", "published <= 2026-03-02", "published > 2026-03-03T04:00Z",
        "published == 2026-03-03T05:30:00+01:00", "published < 2026-03-03",
        "2026-03-01 < published", "8 == words", "'Zoë' != title",
        "extensions.lang.code == 'en'", "extensions.lang.code in ['de', 'en']", "extensions.lang.sure > 0.5", "extensions.lang.is_ok", "extensions.lang.is_ok == true",
        "not extensions.lang.code > 3", "not extensions.nothing.code == 'en'", "extensions.nothing is absent", "extensions.empty is absent", "extensions.lang.code is present",
        "extensions.quotes.speaker contains 'Ann'", "extensions.quotes.words > 10", "extensions.quotes.words < 10", "not extensions.quotes.words > 12",
        "count(extensions.quotes) == 2", "count(extensions.nothing) == 0", "extensions.one contains 'sport'", "not extensions.one contains 'port'",
        "extensions.lang.code contains 'n'", "extensions.seen >= 2026-01-05", "not extensions.seen > 2026-01-05", "lower(extensions.quotes.speaker) contains 'ann'",
        "true", "not false", "false or true", "true or true and false", "not (true or true) or true", "not false and true",
    ])
    func holdsOfTheArticle(_ source: String) throws {
        #expect(try holds(source), "\(source)")
    }

    /// A hostile pattern takes no longer than its length times the text's.
    @Test func patternsAreBoundedInTime() {
        let text = [UInt8](repeating: 0x61, count: 20_000)
        let pattern = Glob(String(repeating: "*a", count: 40) + "*b")
        let start = ContinuousClock.now
        #expect(!pattern.matches(text))
        // 80 steps × 20,000 bytes; one that tried every way would not end in a lifetime.
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test(arguments: [
        ("2026-01-31", "2026-02-01", -1), ("2024-02-29", "2024-03-01", -1), ("1969-12-31", "1970-01-01", -1), ("2026-01-01", "2026-01-01T23:59:59Z", 0),
        ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00+00:00", 0), ("2026-01-01T00:30:00+02:00", "2025-12-31T22:30:00Z", 0),
        ("2026-01-01T10:00:00.5Z", "2026-01-01T10:00:00Z", 0), ("2026-01-01T10:00-0530", "2026-01-01T15:30Z", 0),
    ]) func datesAreOrdered(_ left: String, _ right: String, _ order: Int) throws {
        let (left, right) = (try #require(Moment(left)), try #require(Moment(right)))
        #expect(left.compared(to: right).signum() == order)
        #expect(right.compared(to: left).signum() == -order)
    }

    @Test(arguments: ["2026-13-01", "2026-02-29", "2026-1-1", "26-01-01", "2026-01-01T", "2026-01-01T25:00", "2026-01-01T10:00:00+", "2026-01-01x", ""])
    func noDatesAreRefused(_ text: String) {
        #expect(Moment(text) == nil)
    }
}
