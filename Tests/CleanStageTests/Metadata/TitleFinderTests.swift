import Testing

@testable import CleanStage

@Suite struct TitleFinderTests {
    private func title(_ head: String) throws -> String? {
        try Pages.analysis("<html><body>\(head)<p>Text.</p></body></html>").metadata.title
    }

    private static let theHeadlineIsFoundCases: [(String, String)] = [
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
    ]

    @Test(arguments: theHeadlineIsFoundCases)
    func theHeadlineIsFound(_ head: String, _ title: String) throws {
        #expect(try self.title(head) == title)
    }

    private static let theSightIsTrustedCases: [(String, String)] = [
        // Search engines and networks get their own versions; readers see the heading.
        ("<title>Ferry tickets 2024: all prices</title><meta property='og:title' content='All ferry prices'><h1>What a ferry ticket costs this year</h1>", "What a ferry ticket costs this year"),
        // A heading about something else is no headline.
        ("<meta property='og:title' content='Ferries stop at noon'><h1>Live well</h1>", "Ferries stop at noon"),
        // Menus and side columns have headings too.
        ("<meta property='og:title' content='Ferries stop at noon today'><nav><h1>Ferries</h1></nav><aside><h1>Ferries and more</h1></aside>", "Ferries stop at noon today"),
        // The site's name in front, behind, and as the host calls it.
        ("<link rel='canonical' href='https://www.quaycourier.example/a'><title>quaycourier » Blog Archive » Ferries stop</title><h1>QuayCourier</h1><h2>Ferries stop</h2>", "Ferries stop"),
        ("<meta property='og:site_name' content='Quay Courier'><meta property='og:title' content='Quay Courier | Ferries stop at noon - and trams too'>", "Ferries stop at noon - and trams too"),
        ("<meta property='og:site_name' content='Quay Courier'><meta property='og:title' content='Ferries stop at noon | A guide in steps'>", "Ferries stop at noon | A guide in steps"),
        ("<title>Ferries stop at noon - Harbour | Quay Courier</title><meta property='og:site_name' content='Quay Courier'>", "Ferries stop at noon"),
        // Marked kickers.
        ("<title>x</title><h1><span class='overline'>Port life</span>Ferries stop at noon</h1>", "Ferries stop at noon"),
        ("<title>x</title><h1><span class='hl__kicker'>Port life</span><span class='visually-hidden'>: </span><span class='hl__title'>Ferries stop at noon</span></h1>", "Ferries stop at noon"),
        ("<title>x</title><h1><span class='small'>Port life</span> <span itemprop='headline'>Ferries stop at noon</span></h1>", "Ferries stop at noon"),
        ("<meta property='og:title' content='Brothers sail around the island'><h1>Local News | Brothers sail around the island</h1>", "Brothers sail around the island"),
        // The page writes the kicker as part of its headline.
        ("<meta property='og:title' content='Brothers sail around the island'><h1>Port life: Brothers sail around the island</h1>", "Port life: Brothers sail around the island"),
        ("<meta property='og:title' content='Port life: Brothers sail around the island'><h1><span>Port life</span> : Brothers sail around the island</h1>", "Port life: Brothers sail around the island"),
        // The breadcrumb ends in the headline, and another heading says less; a heading that the site's name begins; the longest part.
        ("<title>Brothers sail around the island and back</title><nav><ol><li>News</li><li><h1>Brothers sail around the island and back</h1></li></ol></nav><h2>Brothers sail</h2>", "Brothers sail around the island and back"),
        ("<title>Boats and brothers » Quay Club</title><h1>Quay Club of boats, brothers and sisters</h1>", "Boats and brothers"),
        ("<title>Quay online - News - Brothers sail around</title><h1>News</h1><h1>Brothers sail around</h1>", "Brothers sail around"),
        ("<title>Brothers sail around the island</title><h1>&gt; Brothers sail around the island</h1>", "Brothers sail around the island"),
        // Date and section inside the heading's element.
        ("<meta property='og:title' content='Brothers sail around the island'><h1>Brothers sail around the island 3 May 2024 • Sea</h1>", "Brothers sail around the island"),
    ]

    @Test(arguments: theSightIsTrustedCases)
    func theSightIsTrusted(_ head: String, _ title: String) throws {
        #expect(try self.title(head) == title)
    }

    @Test func aHeadlineBehindAHundredMenuHeadingsIsFound() throws {
        let menu = String(repeating: "<h2>Menu entry</h2>", count: 100)
        #expect(try title("\(menu)<title>Ferries stop at noon</title><h1>Ferries stop at noon</h1>") == "Ferries stop at noon")
    }

    @Test func aPageWithoutAnyHasNone() throws {
        #expect(try Pages.analysis("<p>Just text.</p>").metadata.title == nil)
    }
}
