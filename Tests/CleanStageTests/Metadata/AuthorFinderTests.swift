import Testing

@testable import CleanStage

/// Pages that name their authors in several places.
@Suite struct AuthorFinderTests {
    private static let story = """
        <p>The ferry to the island sails again from Monday, the company said after a week of repairs in the harbour, and it will leave every hour until the evening.</p>
        <p>Islanders had used fishing boats to get to work, and the council thanked the crews and said it would pay for their fuel and for the time they had lost.</p>
        """

    private func byline(head: String = "", above: String = "", below: String = "") throws -> [String] {
        try Pages.analysis("<html><head><title>Ferry returns</title>\(head)</head><body><article><h1>Ferry returns</h1>\(above)\(Self.story)</article>\(below)</body></html>").metadata.byline
    }

    private func data(_ author: String) -> String {
        #"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns", "author": \#(author)}</script>"#
    }

    @Test func aPersonOnThePageIsWorthMoreThanABodyInTheData() throws {
        let head = data(#"{"@type": "Organization", "name": "The Quay Courier"}"#)
        #expect(try byline(head: head, above: "<p class='byline'>By Mira Solberg</p>") == ["Mira Solberg"])
        #expect(try byline(head: head) == ["The Quay Courier"])
    }

    @Test func thePlaceThatNamesTheMostIsTakenAmongThoseThatAgree() throws {
        let head = data(#"{"@type": "Person", "name": "Mira Solberg"}"#) + "<meta name='author' content='Mira Solberg, Jon Abe'>"
        #expect(try byline(head: head) == ["Mira Solberg", "Jon Abe"])
    }

    @Test func aHandleInTheDataGivesWayToTheNameOnThePage() throws {
        #expect(try byline(head: data(#"{"@type": "Person", "name": "mirasolberg"}"#), above: "<div class='author'>von Mira Solberg</div>") == ["Mira Solberg"])
    }

    @Test func severalPlacesOutvoteOne() throws {
        let head = data(#"{"@type": "Person", "name": "Kate Desk"}"#) + "<meta name='parsely-author' content='Mira Solberg'>"
        #expect(try byline(head: head, above: "<div>By <a rel='author' href='/m'>Mira Solberg</a></div>") == ["Mira Solberg"])
    }

    @Test func elementsSideBySideAreOneByline() throws {
        #expect(try byline(above: "<div><a class='author' href='/m'>Mira Solberg</a>, <a class='author' href='/j'>Jon Abe</a></div>") == ["Mira Solberg", "Jon Abe"])
        #expect(try byline(above: "<div class='byline'>By <span class='author'>Mira Solberg</span> and Jon Abe</div>") == ["Mira Solberg", "Jon Abe"])
    }

    @Test func smallElementsAreReadApart() throws {
        #expect(try byline(above: "<div class='byline'><b>By</b><span>Mira Solberg</span><span>Published</span><span>3 May 2024</span></div>") == ["Mira Solberg"])
    }

    @Test func rolesAndButtonsInLinesOfTheirOwnAreNoNames() throws {
        #expect(try byline(above: "<div class='byline'><p>Mira Solberg</p><p>Quay Desk</p><ul><li>Link Copied</li></ul></div>") == ["Mira Solberg"])
        #expect(try byline(above: "<ul class='authors'><li><a href='/m'>Mira Solberg</a></li><li><a href='/j'>Jon Abe</a></li></ul>") == ["Mira Solberg", "Jon Abe"])
        #expect(try byline(above: "<div class='byline'><div>By</div><div>Mira Solberg</div></div>") == ["Mira Solberg"])
    }

    @Test func aLinkToAnAuthorsPageNamesTheAuthorNearTheHeadlineOnly() throws {
        #expect(try byline(above: "<div><a href='https://quay.example/staff/mira-solberg/'>Mira Solberg</a></div>") == ["Mira Solberg"])
        #expect(try byline(above: "<div><a href='/licenses/by/4.0'>Quay Licence</a> <a href='/authors/'>Our Writers</a></div>") == [])
        #expect(try byline(below: "<div><a href='/staff/jon-abe'>Jon Abe</a></div>") == [])
    }

    @Test func anAsideOfTheArticleMayHoldItsBylineAlone() throws {
        let author = "<span itemprop='author'>Mira Solberg</span>"
        let page = { (inside: String, below: String) in "<html><body><article><h1>Ferry returns</h1>\(Self.story)\(inside)</article>\(below)</body></html>" }
        #expect(try Pages.analysis(page("<aside>\(author)</aside>", "")).metadata.byline == ["Mira Solberg"])
        #expect(try Pages.analysis(page("", "<aside>\(author)</aside>")).metadata.byline == [])
        let rest = " writes about ferries, islands and the people who live there all year."
        #expect(try Pages.analysis(page("<aside>\(author)\(rest)</aside>", "")).metadata.byline == ["Mira Solberg"])
        #expect(try Pages.analysis(page("<aside><span class='author'>Mira Solberg</span>\(rest)</aside>", "")).metadata.byline == [])
    }

    @Test(arguments: [#"{"@type": "Person", "givenName": "Mira", "familyName": "Solberg"}"#, #"{"@list": [{"@type": "Person", "name": "Mira Solberg"}]}"#])
    func namesInPartsAndInListsAreRead(_ author: String) throws {
        #expect(try byline(head: data(author)) == ["Mira Solberg"])
    }

    @Test func schemaNamesInsideAnAuthorAreTaken() throws {
        #expect(try byline(above: "<div itemprop='author'><span itemprop='name'>Mira Solberg</span> lives by the sea and likes boats.</div>") == ["Mira Solberg"])
    }

    @Test func commentersAndAuthorsOfOtherStoriesAreNotMeant() throws {
        let below = "<div id='comments'><div class='comment-author vcard'>Jon Abe</div><span itemprop='author'>Lena Roe</span></div><div class='related-stories'><span class='byline'>By Ada Moe</span></div>"
        #expect(try byline(below: below) == [])
    }

    @Test func anArticlesFooterMayHoldItsAuthor() throws {
        let page = "<html><body><article><h1>Ferry returns</h1>\(Self.story)<footer><span class='author vcard'>Mira Solberg</span></footer></article></body></html>"
        #expect(try Pages.analysis(page).metadata.byline == ["Mira Solberg"])
    }

    @Test func aLineThatSaysByIsReadWithoutAnyMarks() throws {
        #expect(try byline(above: "<div><span>By</span> <span>Mira Solberg</span></div>") == ["Mira Solberg"])
        #expect(try byline(below: "<p>Von Mira Solberg</p>") == ["Mira Solberg"])
    }

    @Test func propertiesThatHoldListsOfNamesAreRead() throws {
        #expect(try byline(head: "<meta property='dc:creator twitter:data9' content='Mira Solberg'>") == ["Mira Solberg"])
    }
}
