import StageKit
import Testing

@testable import CleanStage

/// Bylines and dates in the shapes of newsrooms' pages, all with invented names.
@Suite struct NewsroomTests {
    private static let story = """
        <p>The ferry to the island sails again from Monday, the company said after a week of repairs in the harbour, and it will leave every hour until the evening.</p>
        <p>Islanders had used fishing boats to get to work, and the council thanked the crews and said it would pay for their fuel and for the time they had lost.</p>
        """
    private static let headline = "Ferry returns to the island after a week of repairs"

    private func metadata(head: String = "", above: String = "", below: String = "", language: String = "en-US") throws -> Metadata {
        try Pages.analysis(
            "<html lang='\(language)'><head><title>\(Self.headline) | The Quay Courier</title><meta property='og:site_name' content='The Quay Courier'>\(head)</head><body><main><article><header><h1>\(Self.headline)</h1>\(above)</header><div>\(Self.story)</div>\(below)</article></main></body></html>"
        ).metadata
    }

    private static func data(_ member: String) -> String { "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"\(headline)\", \(member)}</script>" }

    /// Mira Solberg alone.
    @Test(arguments: [
        "<p>Story by Mira Solberg, photos by Jon Abe</p>", "<div class='byline'>By Mira Solberg For the Quay Courier</div>", "<span class='byline-name'>Mira Solberg</span><span class='byline-title'>Senior political correspondent</span>",
        "<div class='byline'>By Mira Solberg | Associated Press</div>", "<address class='author'>By <a href='/authors/mira'>Mira Solberg</a></address>", "<address>Mira Solberg in Oslo</address>",
        "<div data-testid='byline'><span>By </span><span>Mira Solberg</span></div>", "<div class='ContributorName'>By Mira Solberg</div><div class='Text'>Harbour correspondent</div>",
        "<p>Analysis by <a href='/profiles/mira-solberg'>Mira Solberg</a>, CNN</p>", "<p class='byline'>By Mira Solberg, USA TODAY</p>", "<div class='author'>Mira Solberg<br>mira@courier.example<br>@mirasol</div>",
        "<p>By Mira Solberg Special to The Quay Courier</p>", "<p>By: Mira Solberg, KQUY News</p>", "<p class='byline'>Mira Solberg and agencies</p>", "<p class='byline'>Mira Solberg with Reuters</p>", "<p>By Mira Solberg, AP Medical Writer</p>",
        "<p class='byline'>Guest columnist Mira Solberg</p>", "<p class='author'>Political Editor Mira Solberg</p>", "<p class='byline'>From Mira Solberg in Oslo</p>", "<p class='byline'>By Mira Solberg, Health Editor, and agencies</p>",
        "<div class='author-byline'>Mira Solberg <span>Mon, March 4, 2024 at 9:41 AM EST</span> · <span>3 min read</span></div>", "<div class='posted-by'>Posted by Mira Solberg on March 4, 2024</div>",
        "<div class='byline'><span itemprop='author'>By Mira Solberg</span> • Published 3 hours ago</div>", "<p>March 4, 2024 | By Mira Solberg</p>",
    ])
    func oneAuthorIsNamed(_ above: String) throws {
        #expect(try metadata(above: above).byline == ["Mira Solberg"])
    }

    @Test(arguments: [
        "<p class='byline'>By Mira Solberg, Health Editor, and Jon Abe, Science Correspondent</p>", "<p class='byline'>By Mira Solberg, AP Health Writer, and Jon Abe</p>", "<p class='byline'>Mira Solberg/Jon Abe</p>",
        "<div class='byline'>By Mira Solberg and Jon Abe<br>Associated Press</div>", "<ul><li><a rel='author' href='/by/mira'>Mira Solberg</a></li><li><a rel='author' href='/by/jon'>Jon Abe</a></li></ul>",
        "<div class='names'>By <a href='/profiles/m'>Mira Solberg</a> and <a href='/profiles/j'>Jon Abe</a>, CNN</div>", "<p class='byline'>By Mira Solberg in Oslo, Jon Abe in Bergen</p>",
    ])
    func twoAuthorsAreNamed(_ above: String) throws {
        #expect(try metadata(above: above).byline == ["Mira Solberg", "Jon Abe"])
    }

    @Test(arguments: [
        ("<p class='byline'>By Mira Solberg, Jon Abe and Ana Reis, Staff Writers</p>", ["Mira Solberg", "Jon Abe", "Ana Reis"]), ("<p>The Associated Press</p>", ["The Associated Press"]), ("<div class='source'>Reuters</div>", ["Reuters"]),
        ("<p class='byline'>By the Editorial Board</p>", ["Editorial Board"]), ("<p class='byline'>By Mira Solberg III</p>", ["Mira Solberg III"]), ("<p>By the harbour, boats wait.</p>", []), ("<div class='byline'>Published March 4, 2024</div>", []),
        ("<figure><img><figcaption>Photo by Jon Abe</figcaption></figure>", []), ("<div class='author'>Translated by <span class='author'>Jon Abe</span></div>", []),
    ])
    func bodiesAndOthersAreTold(_ above: String, _ names: [String]) throws {
        #expect(try metadata(above: above).byline == names)
    }

    @Test(arguments: [
        data(#""author": ["Mira Solberg", "Jon Abe"]"#), data(#""author": "Mira Solberg and Jon Abe""#), data(#""author": [{"name": "Mira Solberg, Quay Courier"}, {"name": "Jon Abe | Staff Reporter"}]"#), data(#""author": [{"name": "mira.solberg"}, {"name": "Jon Abe"}]"#),
        "<meta name='byl' content='By Mira Solberg and Jon Abe'>", "<meta name='parsely-author' content='Mira Solberg'><meta name='parsely-author' content='Jon Abe'>", #"<meta name='parsely-page' content='{"author": "Mira Solberg, Jon Abe"}'>"#,
    ])
    func metadataNamesTwo(_ head: String) throws {
        #expect(try metadata(head: head).byline == ["Mira Solberg", "Jon Abe"])
    }

    @Test(arguments: [
        "<p>Published 9:41 AM ET, Mon March 4, 2024</p>", "<div>Updated 10:02 AM EST, Tue March 5, 2024</div><div>Published 9:41 AM EST, Mon March 4, 2024</div>", "<p>First published on Mon 4 Mar 2024 09.41 GMT</p>",
        "<p>Updated Mar. 5, 2024 / First published Mar. 4, 2024</p>", "<time datetime='2024-03-05T15:02:00Z'>Mar. 4, 2024, 9:41 AM EST / Updated Mar. 5, 2024, 10:02 AM EST</time>",
        "<p>Posted: Mar 4, 2024 / 09:41 AM EST Updated: Mar 5, 2024 / 10:02 AM EST</p>", "<p>PUBLISHED: March 4, 2024 at 9:41 a.m. | UPDATED: March 5, 2024 at 10:02 a.m.</p>", "<p>4th of March, 2024</p>", "<p>4-Mar-24</p>",
        "<div class='date'>3/4/24</div>", "<p>By Mira Solberg Published: 09:41 GMT, 4 March 2024 | Updated: 10:02 GMT, 5 March 2024</p>", "<div>Published</div><div>4 March 2024</div><div>Updated</div><div>5 March 2024</div>",
        "<h2>After a week in the dock, the ferry that carries islanders to work, to school and to the doctor is back, and the council says that it means to buy a second one before the winter.</h2><p>March 4, 2024</p>",
    ])
    func theDayOfPublicationIsRead(_ above: String) throws {
        #expect(try metadata(above: above).published?.prefix(10) == "2024-03-04")
    }

    @Test(arguments: ["<p>2 hours ago</p>", "<p>Published yesterday</p>", "<p>Posted Mar. 4</p>"])
    func aDayThatIsNotToldIsNotInvented(_ above: String) throws {
        #expect(try metadata(above: above).published == nil)
    }

    @Test(arguments: [
        (data(#""datePublished": 1709563260000"#), "2024-03-04T14:41:00Z"), (data(#""datePublished": "2024-03-04T09:41:00EST""#), "2024-03-04T09:41:00"), (data(#""datePublished": "Mon, 04 Mar 2024 09:41:00 EST""#), "2024-03-04T09:41:00-05:00"),
        ("<meta name='published_at' content='1709563260'>", "2024-03-04T14:41:00Z"), ("<meta name='pdate' content='20240304'>", "2024-03-04"), ("<meta name='sailthru.date' content='Mon Mar 04 2024 09:41:00 GMT-0500 (Eastern Standard Time)'>", "2024-03-04"),
        ("<link rel='canonical' href='https://quay.example/news/04-03-2024'>", "2024-03-04"),
    ])
    func declaredDatesAreRead(_ head: String, _ date: String) throws {
        #expect(try metadata(head: head).published == date)
    }

    @Test(arguments: ["<p>This article was published on March 4, 2024.</p>", "<p>Erschienen am:</p><h2>04.03.2024</h2>", "<p>Last change: 5 March 2024<br>Published: 4 March 2024</p>"])
    func aLabelledDateBelowTheTextIsWorthMoreThanTheLastChange(_ below: String) throws {
        #expect(try metadata(head: "<meta name='date' content='2024-03-06'>", below: below).published == "2024-03-04")
    }
}
