import Testing

@testable import CleanStage

/// Pages that tell their date in several places.
@Suite struct DateFinderTests {
    private static let story = """
        <p>The ferry to the island sails again from Monday, the company said after a week of repairs in the harbour, and it will leave every hour until the evening.</p>
        """

    private func published(head: String = "", above: String = "", below: String = "", story: String = story) throws -> (String?, String?) {
        let metadata = try Pages.analysis("<html><head><title>Ferry returns</title>\(head)</head><body><article><h1>Ferry returns</h1>\(above)\(story)</article>\(below)</body></html>").metadata
        return (metadata.published, metadata.origins["published"])
    }

    private func meta(_ date: String, name: String = "article:published_time") -> String { "<meta property='\(name)' content='\(date)'>" }

    @Test func aMomentInUTCIsToldAtThePagesClock() throws {
        let (date, origin) = try published(head: meta("2024-02-25T02:25:54Z"), above: "<p>February 24, 2024 | 9:25pm</p>")
        #expect(date == "2024-02-24T21:25:54-05:00")
        #expect(origin == "article:published_time, at the page's clock")
    }

    @Test func aLineMayTellTheChangeBeforeThePublication() throws {
        #expect(try published(above: "<p>Updated February 26, 2024 | Published February 24, 2024</p>").0 == "2024-02-24")
        #expect(try published(above: "<div>Updated <time datetime='2024-02-26'>today</time></div><div>Published <time datetime='2024-02-24'>Saturday</time></div>").0 == "2024-02-24")
    }

    @Test(arguments: ["https://quay.example/2024/feb/24/ferry", "https://quay.example/news/2024/2/24/ferry", "https://quay.example/20240224-ferry"])
    func anAddressTellsTheDay(_ address: String) throws {
        #expect(try published(head: "<link rel='canonical' href='\(address)'>").0 == "2024-02-24")
    }

    @Test func namesOfOtherSystemsAreToldByTheirShape() throws {
        #expect(try published(head: meta("2024-02-24T10:00:00Z", name: "quay:first-published")).0 == "2024-02-24T10:00:00Z")
        #expect(try published(head: meta("2024-02-26T10:00:00Z", name: "quay:last-published")).0 == nil)
        #expect(try published(head: meta("2024-02-26T10:00:00Z", name: "quay:publicationDate"), above: "<p>February 24, 2024</p>").0 == "2024-02-24")
    }

    @Test func theSameMomentWithAnOffsetIsTakenForIt() throws {
        #expect(try published(head: meta("2024-10-18T22:04:00Z") + meta("Sat, 19 Oct 2024 00:04:00 +0200", name: "date")).0 == "2024-10-19T00:04:00+02:00")
    }

    @Test func withoutATimeOnThePageItsDayIsSureAndTheOffsetIsNot() throws {
        #expect(try published(head: meta("2024-02-25T02:25:54Z"), above: "<p>February 24, 2024</p>").0 == "2024-02-24")
    }

    @Test(arguments: ["<p>February 20, 2024</p>", "<p>Updated February 26, 2024</p>", "<p>February 25, 2024</p>", ""])
    func otherDaysOnThePageChangeNothing(_ line: String) throws {
        #expect(try published(head: meta("2024-02-25T02:25:54Z"), above: line).0 == "2024-02-25T02:25:54Z")
    }

    @Test(arguments: [("de", "2021-11-04T23:00:00Z", "2021-11-05"), ("pl", "2021-07-31T22:00:00Z", "2021-08-01")])
    func aMidnightOfCentralEuropeIsTheNextDay(_ language: String, _ moment: String, _ day: String) throws {
        let head = meta(moment) + "<meta property='og:locale' content='\(language)'>"
        #expect(try published(head: head).0 == day)
        #expect(try published(head: meta(moment) + "<meta property='og:locale' content='en_GB'>").0 == moment)
    }

    @Test(arguments: ["2021-11-04T22:00:00Z", "2021-07-31T23:00:00Z", "2021-11-04T23:00:01Z", "2021-11-04T21:00:00Z"])
    func otherMomentsOfTheEveningStay(_ moment: String) throws {
        #expect(try published(head: meta(moment) + "<meta property='og:locale' content='de_DE'>").0 == moment)
    }

    @Test func anOffsetThatIsGivenStays() throws {
        #expect(try published(head: meta("2024-02-25T02:25:54+01:00"), above: "<p>February 24, 2024 | 9:25pm</p>").0 == "2024-02-25T02:25:54+01:00")
    }

    @Test func whereDeclarationsDifferTheOneThatReadersSeeIsMeant() throws {
        let head = #"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns", "datePublished": "2024-11-03T10:25:56+01:00"}</script>"# + meta("2024-11-06T14:25:00+01:00")
        #expect(try published(head: head, above: "<p>6 November 2024</p>").0 == "2024-11-06T14:25:00+01:00")
        #expect(try published(head: head, above: "<p>Updated 6 November 2024</p>").0 == "2024-11-03T10:25:56+01:00")
        #expect(try published(head: head).0 == "2024-11-03T10:25:56+01:00")
    }

    @Test func theUnitedStatesPutTheMonthFirst() throws {
        #expect(try published(head: "<meta property='og:locale' content='en_US'>", above: "<p>3/5/2024</p>").0 == "2024-03-05")
        #expect(try published(head: "<meta property='og:locale' content='en_GB'>", above: "<p>3/5/2024</p>").0 == "2024-05-03")
    }

    @Test func aDoubtfulNameGivesWayToWhatThePageShows() throws {
        #expect(try published(head: meta("2024-03-12", name: "date"), above: "<p>05.03.2024 - Redaktion</p>").0 == "2024-03-05")
        #expect(try published(head: meta("2024-03-12", name: "date")).0 == "2024-03-12")
    }

    @Test func datesOfCommentsAndTeasersAreNotTheArticles() throws {
        let below = "<div class='comments'><time datetime='2024-04-01T10:00:00Z'>1 April</time></div><aside><time class='published' datetime='2019-01-01'>2019</time></aside>"
        #expect(try published(above: "<p>5 March 2024</p>", below: below).0 == "2024-03-05")
        #expect(try published(above: "<time datetime='2024-03-05'>Tuesday</time>", below: below).0 == "2024-03-05")
    }

    @Test func theDatelineOfTheFirstParagraphCountsAndItsStoryDoesNot() throws {
        #expect(try published(story: "<p>Quayside, (12.11.2024). \(Self.story.dropFirst(3))").0 == "2024-11-12")
        #expect(try published(story: "\(Self.story.dropLast(5)) It had been built on the 3 May 1999 by the yard.</p>").0 == nil)
    }

    private static let clocks: [(String, Int?)] = [
        ("9:25pm", 21 * 60 + 25), ("00:04 Uhr", 4), ("07:15 p. m.", 19 * 60 + 15), ("12:10 AM", 10), ("at 18:30:05", 18 * 60 + 30), ("3:2", nil), ("25:00", nil), ("no time", nil),
    ]

    @Test(arguments: clocks)
    func clocksAreRead(_ text: String, _ minutes: Int?) {
        #expect(ClockTime.minutes(in: Array(text.utf8)) == minutes)
    }

    @Test(arguments: ["2024-02-29T23:59:00Z", "1999-12-31T00:00:00Z", "2000-03-01T12:30:00Z"])
    func momentsComeBackAsTheyWere(_ iso: String) throws {
        let instant = try #require(Instant(iso))
        #expect(instant.text(offset: 0, secondsOf: iso) == iso)
        let east = instant.text(offset: 330, secondsOf: iso)
        #expect(Instant(east)?.minutes == instant.minutes)
        #expect(Instant(east)?.offset == 330)
    }

    @Test(arguments: ["2024-02-29", "2024-02-29T10:00:00", "", "2024-13-01T00:00:00Z"])
    func whatNamesNoMomentIsNone(_ iso: String) {
        #expect(Instant(iso) == nil)
    }
}
