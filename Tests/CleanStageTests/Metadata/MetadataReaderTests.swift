import StageKit
import Testing

@testable import CleanStage

/// What a page's head says beside title, byline and date.
@Suite struct MetadataReaderTests {
    private func metadata(_ head: String, language: String = "") throws -> Metadata {
        try Pages.analysis("<html\(language)><head>\(head)</head><body><h1>Ferry returns</h1><p>Text.</p></body></html>").metadata
    }

    @Test func siteSectionTagsAddressAndImageSayWhereTheyCameFrom() throws {
        let found = try metadata("""
            <meta property="og:site_name" content="The Quay Courier"><meta property="article:section" content="Harbour"><meta property="article:tag" content="ferry">
            <meta property="article:tag" content="Ferry, storm"><link rel="canonical" href="https://quay.example/ferry"><meta property="og:image" content="https://quay.example/f.jpg">
            """, language: " lang=en_gb")
        #expect(found.site == "The Quay Courier")
        #expect(found.section == "Harbour")
        #expect(found.tags == ["ferry", "storm"])
        #expect(found.url == "https://quay.example/ferry")
        #expect(found.image == "https://quay.example/f.jpg")
        #expect(found.language == "en-GB")
        let origins = ["site": "og:site_name", "section": "article:section", "tags": "article:tag", "url": "canonical", "image": "og:image", "language": "html", "title": "h1"]
        #expect(found.origins == origins)
    }

    private static let sections: [(String, String?)] = [
        ("<meta name='parsely-section' content='Harbour'>", "Harbour"), ("<meta itemprop='articleSection' content='Harbour'>", "Harbour"), ("<meta name='section' content=''>", nil),
    ]

    @Test(arguments: sections)
    func sectionsComeFromSeveralConventions(_ head: String, _ section: String?) throws {
        #expect(try metadata(head).section == section)
    }

    private static let tags: [(String, [String])] = [
        ("<meta name='keywords' content='ferry, storm'>", ["ferry", "storm"]), ("<meta name='parsely-tags' content='ferry'><meta name='keywords' content='all'>", ["ferry"]),
        ("<meta name='keywords' content=' , '>", []),
    ]

    @Test(arguments: tags)
    func tagsComeFromSeveralConventions(_ head: String, _ tags: [String]) throws {
        #expect(try metadata(head).tags == tags)
    }

    @Test func anAddressWithoutAHostSaysNothing() throws {
        #expect(try metadata("<link rel=canonical href='/ferry'>").url == nil)
    }

    @Test func thePublicationAndTheLastChangeAreKeptApart() throws {
        let found = try metadata("<meta property='article:published_time' content='2024-03-05T08:00:00+01:00'><meta property='article:modified_time' content='2024-03-06T09:00:00+01:00'>")
        #expect(found.published == "2024-03-05T08:00:00+01:00")
        #expect(found.modified == "2024-03-06T09:00:00+01:00")
    }

    @Test func whatTheArticleCameWithIsKept() throws {
        var known = Metadata()
        known.title = "Ferry back"
        known.published = "2024-03-01"
        let analysis = try PageAnalysis(utf8: Array("<h1>Ferry returns</h1><p>By Mira Solberg</p><p>5 March 2024</p>".utf8), known: known)
        #expect(analysis.metadata.title == "Ferry back")
        #expect(analysis.metadata.published == "2024-03-01")
        #expect(analysis.metadata.byline == ["Mira Solberg"])
    }
}
