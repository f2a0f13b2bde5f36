import CleanStage
import StageKit

/// Pages: parsing, blocks, metadata, roles.
struct HTMLTarget: FuzzTarget {
    static let name = "html"
    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = Self.bytes([
        "<p>", "</p>", "<div>", "</div>", "<table><tr><td>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<style>", "<svg>",
        "<math>", "<template>", "<noscript>", "<br/>", "<li>", "<ul>", "<a href='", "<img alt=\"", "<meta charset=", "<meta name=\"author\" content=\"",
        "<meta property=\"article:published_time\" content=\"", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",", "<time datetime=\"",
        "<article>", "<h1>", "<figure><figcaption>", "<blockquote>", "<pre>", "<select><option>", "<frameset>", "<html>", "<body>", "<head>",
        "<title>", "<textarea>", "<plaintext>", "&amp;", "&#0;", "&#x110000;", "&#xD800;", "&nbsp;", "&#99999999999;", "&", "<", ">", "\"", "'", "=",
        " hidden", " style=\"display:none\"", " class=\"byline\"", "</", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE html>", "<base href=\"",
    ])
    private let worker: CleanWorker

    init(_ samples: Samples) throws {
        seeds = try samples.pages() + [[], Array("<p>A short page.</p>".utf8)]
        worker = try CleaningTools.worker()
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        guard let article = try CleaningTools.clean(RawContent(mediaType: .html, bytes: bytes), with: worker) else { return false }
        try checkPromises(of: article)
        return article.text?.isEmpty == false
    }
}
