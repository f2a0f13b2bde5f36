import Testing
import StageKit

@testable import CleanStage

/// Pages for tests. All their texts are written for them.
enum Pages {
    /// A small news page as sites build them: menu, article with caption and subhead, teasers, newsletter, comments, footer.
    static let harbour = """
        <!DOCTYPE html><html lang="en"><head><title>Harbour bridge to reopen in spring | The Quay Courier</title>
        <meta property="og:title" content="Harbour bridge to reopen in spring">
        <meta property="og:site_name" content="The Quay Courier">
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour bridge to reopen in spring",
        "datePublished": "2024-03-05T08:30:00+01:00", "author": [{"@type": "Person", "name": "Mira Solberg"}]}</script></head>
        <body><header class="masthead"><nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/city">City</a></li>
        <li><a href="/sport">Sport</a></li><li><a href="/opinion">Opinion</a></li></ul></nav></header>
        <main><article class="article"><h1 class="article-title">Harbour bridge to reopen in spring</h1>
        <div class="byline">By <a href="/staff/mira" rel="author">Mira Solberg</a> <time datetime="2024-03-05">March 5, 2024</time></div>
        <div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
        <figure><img src="bridge.jpg"><figcaption>The bridge in February. Photo: Quay Courier</figcaption></figure>
        <div class="article-body">
        <p>The old harbour bridge will carry traffic again from the first week of April, the city's engineers said on Tuesday,
        after fourteen months of work that cost twice as much as planned.</p>
        <p>Some 9,000 drivers a day had to take the long way round through the northern suburbs, and shops along the quay
        lost a third of their customers, according to a survey by the merchants' guild.</p>
        <h2>A winter of delays</h2>
        <p>Divers found cracks in two of the piers in November, which nobody had expected, and the contractor stopped for
        six weeks while new plans were drawn up and paid for.</p>
        <p>“We would rather open late than open twice,” said the head of the works, who asked residents for a little more patience.</p>
        <p>The council will vote next week on whether lorries may use the bridge at night, a question that split the parties last year.</p>
        </div>
        <section class="newsletter-signup"><h3>Newsletter</h3><p>Sign up for our morning briefing, delivered to your inbox.</p></section>
        <aside class="related"><h3>Related stories</h3><ul><li><a href="/1">Ferry fares rise again</a></li><li><a href="/2">Council splits on parking</a></li></ul></aside>
        <section id="comments" class="comments"><h3>Comments</h3><div class="comment"><p>About time too, said I to my neighbour when I read this.</p></div></section>
        </article></main>
        <footer class="site-footer"><p>© 2024 The Quay Courier. All rights reserved.</p><ul><li><a href="/imprint">Imprint</a></li></ul></footer></body></html>
        """

    static func analysis(_ html: String) throws -> PageAnalysis { try PageAnalysis(utf8: Array(html.utf8)) }

    static func texts(_ html: String) throws -> [String] { try analysis(html).blockTexts }

    static func extractor() throws -> ArticleExtractor { ArticleExtractor(model: try #require(BlockModel.shipped())) }

    /// The running text of an article made of `html` as the stage makes it.
    static func cleaned(_ html: [UInt8]) throws -> Article {
        var worker = CleanWorker(extractor: try extractor(), keep: [], leastWords: 25, dropsOthers: false, note: nil)
        var article = Article(id: ArticleID("test"), source: ArticleSource(uri: "-", record: 0), text: nil)
        article.raw = RawContent(mediaType: .html, bytes: html)
        _ = try worker.process(&article)
        return article
    }
}
