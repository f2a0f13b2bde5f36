import StageKit
import Testing

@testable import LoadStage

@Suite struct FeedReaderTests {
    private func read(_ xml: String, most: Int = 100_000) throws -> Reading {
        try Folder().read("feed.xml", Array(xml.utf8)) { $0.mostRecord = ByteSize(bytes: most) }
    }

    @Test func anItemOfRSS() throws {
        let reading = try read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Harbour Post</title><language>en-GB</language>
            <item>
              <title>Ferry &amp;amp; tide: the &lt;em&gt;long&lt;/em&gt; wait</title><link>https://post.example/ferry</link>
              <pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><dc:creator>Ada Lind</dc:creator><dc:creator>Bo Ek</dc:creator>
              <category>Sea</category><category>Town</category>
              <description>The ferry &lt;b&gt;waits&lt;/b&gt;.</description>
              <content:encoded><![CDATA[<p>The ferry waits.</p><p>So do we.</p>]]></content:encoded>
              <enclosure url="https://post.example/a.jpg" type="image/jpeg"/><guid>https://post.example/?p=7</guid>
            </item></channel></rss>
            """)
        let article = try #require(reading.articles.first)
        #expect(reading.records.map(\.source.line) == [4])
        #expect(article.text?.string == "<p>The ferry waits.</p><p>So do we.</p>")
        #expect(article.metadata.title == "Ferry & tide: the long wait")
        #expect(article.metadata.url == "https://post.example/ferry")
        #expect(article.metadata.byline == ["Ada Lind", "Bo Ek"])
        #expect(article.metadata.published == "Mon, 23 Nov 2026 08:00:00 GMT")
        #expect(article.metadata.tags == ["Sea", "Town"])
        #expect(article.metadata.description == "The ferry waits.")
        #expect(article.metadata.site == "Harbour Post")
        #expect(article.metadata.language == "en-GB")
        #expect(article.metadata.image == "https://post.example/a.jpg")
        #expect(article.extensions["fields"]?["guid"] == "https://post.example/?p=7")
    }

    @Test func anEntryOfAtom() throws {
        let reading = try read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title>
            <entry><title type="html">Two &lt;i&gt;ferries&lt;/i&gt;</title><link rel="self" href="https://p.example/self"/>
              <link href="https://p.example/two"/><author><name>Ada Lind</name></author><updated>2026-11-23T09:00:00Z</updated>
              <published>2026-11-23T08:00:00Z</published><category term="sea"/>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They <b>sail</b>.</p></div></content></entry>
            <entry><title>Plain</title><summary>Fewer than 3 &lt; 4 boats.</summary><updated>2026-11-24</updated></entry></feed>
            """)
        #expect(reading.titles == ["Two ferries", "Plain"])
        #expect(reading.texts[0].contains("<p>They <b>sail</b>.</p>"))
        #expect(reading.texts[1] == "Fewer than 3 < 4 boats.")
        #expect(reading.articles.map(\.metadata.url) == ["https://p.example/two", nil])
        #expect(reading.articles.map(\.metadata.published) == ["2026-11-23T08:00:00Z", "2026-11-24"])
        #expect(reading.articles[0].metadata.byline == ["Ada Lind"])
        #expect(reading.articles.map(\.metadata.language) == ["en", "en"])
    }

    @Test func itemsBesideTheChannel() throws {
        let reading = try read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Old Post</title></channel><item><title>One</title><description>It rains.</description><dc:date>2003-04-05</dc:date></item></rdf:RDF>
            """)
        #expect(reading.texts == ["It rains."])
        #expect(reading.articles.map(\.metadata.site) == ["Old Post"])
        #expect(reading.articles.map(\.metadata.published) == ["2003-04-05"])
    }

    @Test func theNameBehindAnAddress() throws {
        let item = "<item><description>It rains.</description><author>desk@post.example (Ada Lind)</author></item>"
        #expect(try read("<rss><channel>\(item)</channel></rss>").articles.first?.metadata.byline == ["Ada Lind"])
    }

    @Test func anItemWithoutText() throws {
        let reading = try read("<rss><channel><item><title>Only this</title></item><item><description>It rains.</description></item></channel></rss>")
        #expect(reading.reasons == ["the record has neither a text nor a page"])
        #expect(reading.texts == ["It rains."])
    }

    @Test func entitiesOfHTMLStayWhatTheyMean() throws {
        let reading = try read("<rss><channel><item><title>Caf&eacute; &#8217;s</title><description>The caf&eacute; opens.</description></item></channel></rss>")
        #expect(reading.titles == ["Café ’s"])
        #expect(reading.texts == ["The café opens."])
    }

    @Test func entitiesThatGrowWithoutBounds() throws {
        let levels = (1...12).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
        let xml = "<!DOCTYPE rss [<!ENTITY e0 \"boom\">\(levels)]><rss><channel><item><title>&e12;</title><description>It rains &e12;.</description></item></channel></rss>"
        let reading = try read(xml)
        #expect(reading.records.allSatisfy { $0.bytes.count < 1000 })
        #expect(!reading.texts.isEmpty || !reading.stops.isEmpty)
    }

    @Test func filesOfTheSystemAreNotRead() throws {
        let reading = try read("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><item><description>It rains &x;.</description></item></channel></rss>")
        #expect(reading.texts == ["It rains &x;."])
    }

    @Test func bytesThatXMLDoesNotKnow() throws {
        let start = Array("<rss><channel><item><description>It \u{1} rains".utf8)
        let end = Array(" and pours.</description></item></channel></rss>".utf8)
        #expect(try Folder().read("feed.xml", start + [0xFF] + end).texts == ["It   rains\u{FFFD} and pours."])
        let latin = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><description>Caf".utf8) + [0xE9] + end
        #expect(try Folder().read("feed.xml", latin).texts == ["Café and pours."])
    }

    @Test func whatIsNoFeedOrCutOff() throws {
        #expect(try read("<urlset><url/></urlset>").stops == ["the file is no RSS or Atom feed: its root is <urlset>"])
        #expect(try read("no xml").stops == ["the file is no XML"])
        #expect(try read("").stops == ["the file is empty"])
        #expect(try read("<rss><channel/></rss>", most: 5).stops == ["the feed is longer than 5B"])
        let cutOff = try read("<rss><channel><item><description>It rains.</description></item>\n<item><description>It sn")
        #expect(cutOff.texts == ["It rains."])
        #expect(cutOff.stops == ["the feed is damaged behind line 2"])
    }
}
