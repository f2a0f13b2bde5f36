import LoadStage
import StageKit

/// RSS and Atom.
struct FeedTarget: FuzzTarget {
    static let name = "feed"
    let seeds = Self.bytes([
        """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><item>
        <title>The &amp;amp; ferry</title><link>https://p.example/a</link><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><author>a@b (Ada)</author>
        <category>Sea</category><description>It &lt;b&gt;waits&lt;/b&gt;.</description><content:encoded><![CDATA[<p>The ferry.</p>]]></content:encoded>
        <enclosure url="a.jpg" type="image/jpeg"/></item></channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title><entry><title type="html">A</title><link href="https://p.example/b"/>
        <author><name>Ada</name></author><updated>2026-11-23</updated><content type="xhtml"><div><p>It <b>sails</b>.</p></div></content></entry></feed>
        """,
    ])
    let tokens = Self.bytes([
        "<item>", "</item>", "<entry>", "<title>", "<description>", "<![CDATA[", "]]>", "&amp;", "&#x41;", "&nbsp;", "&e;", "<!DOCTYPE a [<!ENTITY e \"&e;&e;\">]>",
        "<a:b xmlns:a=\"c\">", "<!--", "-->", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "type=\"xhtml\"", "\u{FEFF}",
    ])
    private let files: RecordFiles

    init(_ samples: Samples) throws {
        files = try RecordFiles()
    }

    func run(_ bytes: [UInt8]) throws -> Bool { try checkRecords(files.records(of: bytes, as: .feed), files) }
}
