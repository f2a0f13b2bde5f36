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
        " hidden", " style=\"display:none\"", " class=\"byline\"", "</", "<div class=\"author\">", "<aside>", "<a href=\"/staff/a\">", "<footer>",
        "<b>", "</b>", "<i class=x>", "</i>", "</a>", "</table>", "<caption>", "<colgroup><col>", "<form>", "</form>", "<button>", "<object>", "</object>", "<nobr>", "<dd>",
        "<script><!--<script>", "--!>", "&notit;", "&CounterClockwiseContourIntegral;", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE html>", "<base href=\"",
    ])
    private let worker: CleanWorker

    /// No page may take longer, in seconds of the processor.
    private static let mostSeconds = 1.0
    /// How many times its own size a page may take in memory.
    private static let mostMemory = 50

    init(_ samples: Samples) throws {
        seeds = try samples.pages() + [[], Array("<p>A short page.</p>".utf8)]
        worker = try CleaningTools.worker()
        // The model and the program's own pages are read on first use: no input's cost.
        for page in seeds { _ = try CleaningTools.clean(RawContent(mediaType: .html, bytes: page), with: worker) }
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        let raw = RawContent(mediaType: .html, bytes: bytes)
        let (article, cost) = try InputCost.measure { try CleaningTools.clean(raw, with: worker) }
        try promise(cost.seconds <= HTMLTarget.mostSeconds, "a page of \(bytes.count) bytes takes \(cost.seconds) s")
        try promise(cost.memory <= HTMLTarget.mostMemory * bytes.count + InputCost.noise, "a page of \(bytes.count) bytes takes \(cost.memory) bytes of memory")
        guard let article else { return false }
        try checkPromises(of: article)
        return article.text?.isEmpty == false
    }
}
