import StageKit
import TestSupport


/// Articles of any shape that an article may have.
enum RandomArticle {
    private static let scalars: [Unicode.Scalar] = Array("aZ \n\"\\/é߀—\u{2028}\u{7F}\u{85}\u{0}日本😀🇫🇷\u{301}".unicodeScalars)

    static func text(_ random: inout SplitMix64, most: Int = 20) -> String {
        var text = ""
        for _ in 0..<random.below(most + 1) { text.unicodeScalars.append(scalars[random.below(scalars.count)]) }
        return text
    }

    private static func optional(_ random: inout SplitMix64) -> String? {
        random.below(2) == 0 ? nil : text(&random)
    }

    /// Ranges on scalar borders, in order, not overlapping.
    private static func ranges(_ random: inout SplitMix64, in text: ArticleText) -> [Range<Int>] {
        let borders = (0...text.count).filter { text.isScalarBoundary($0) && random.below(3) == 0 }
        return zip(borders, borders.dropFirst()).filter { _ in random.below(3) > 0 }.map { $0..<$1 }
    }

    static func make(_ random: inout SplitMix64) -> Article {
        var article = Article(
            id: ArticleID(content: Array(text(&random).utf8)),
            source: ArticleSource(uri: text(&random), record: random.below(9), line: random.below(2) == 0 ? nil : random.below(99)))
        article.metadata.url = optional(&random)
        article.metadata.title = optional(&random)
        article.metadata.byline = (0..<random.below(3)).map { _ in text(&random) }
        article.metadata.published = optional(&random)
        article.metadata.tags = (0..<random.below(3)).map { _ in text(&random) }
        article.metadata.language = optional(&random)
        if random.below(2) == 0 { article.metadata.origins = ["title": text(&random)] }
        if random.below(2) == 0 {
            article.raw = RawContent(
                mediaType: .html, bytes: (0..<random.below(30)).map { _ in UInt8(random.below(256)) }, charset: optional(&random))
        }
        article.extensions = random.below(2) == 0 ? [:] : ["quotes": [1, .null, ["a": .string(text(&random))], 0.25, 3e300]]
        guard random.below(5) > 0 else { return article }
        let body = ArticleText(text(&random, most: 150))
        article.text = body
        article.blocks = ranges(&random, in: body).map { Block(role: .paragraph, range: $0) }
        if random.below(2) == 0 { article.blocks.insert(Block(role: .caption, aside: text(&random)), at: 0) }
        article.tokens = ranges(&random, in: body).map { Token($0) }
        let tokens = article.tokens.count
        let blocks = article.blocks.count
        article.sentences = ranges(&random, in: body).map {
            let first = random.below(tokens + 1)
            return Sentence(
                range: $0, tokens: first..<first + random.below(tokens - first + 1),
                block: blocks > 0 && random.below(2) == 0 ? random.below(blocks) : nil)
        }
        article.entities = ranges(&random, in: body).map {
            Entity(
                range: $0, type: .person, name: optional(&random), title: optional(&random), mentions: random.below(2) == 0 ? nil : random.below(9),
                value: optional(&random), identifier: optional(&random),
                confidence: random.below(2) == 0 ? nil : Float.random(in: 0...1, using: &random))
        }
        if random.below(2) == 0 {
            let spans = ranges(&random, in: body).map { JSONValue.span($0, ["in": .array([.span($0), .null])]) }
            article.setSpanLayer("spans", .array(spans))
        }
        if random.below(2) == 0 {
            article.summary = Summary(text: text(&random), sentences: article.sentences.indices.filter { _ in random.below(4) == 0 })
        }
        return article
    }
}
