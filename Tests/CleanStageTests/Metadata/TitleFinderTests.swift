import Testing

@testable import CleanStage

@Suite struct TitleFinderTests {
    @Test(arguments: [
        ("<title>Ferries stop at noon | The Quay Courier</title><h1>Ferries stop at noon</h1>", "Ferries stop at noon"),
        ("<title>Ferries stop at noon | The Quay Courier</title>", "Ferries stop at noon"),
        ("<title>Quay Courier</title><meta property='og:title' content='Ferries stop at noon'>", "Ferries stop at noon"),
        // The site's name is a heading too.
        ("<title>Ferries stop at noon « Quay Courier</title><h1>Quay Courier</h1><h2>Ferries stop at noon</h2>", "Ferries stop at noon"),
        ("<title>Quay Courier: Ferries stop at noon, says the port</title><h1>Quay Courier</h1><h2>Ferries stop at noon, says the port</h2>", "Ferries stop at noon, says the port"),
        // A kicker stands in the heading.
        ("<meta property='og:title' content='Why ferries stop at noon'><h1><span>Port life</span> Why ferries stop at noon</h1>", "Why ferries stop at noon"),
        // A dash inside a headline is no border of a site's name.
        ("<meta property='og:title' content='Late again - and why nobody minds it any more'>", "Late again - and why nobody minds it any more"),
    ])
    func theHeadlineIsFound(_ head: String, _ title: String) throws {
        #expect(try Pages.analysis("<html><body>\(head)<p>Text.</p></body></html>").metadata.title == title)
    }

    @Test func aPageWithoutAnyHasNone() throws {
        #expect(try Pages.analysis("<p>Just text.</p>").metadata.title == nil)
    }
}
