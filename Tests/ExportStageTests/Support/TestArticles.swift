import StageKit
import TestSupport

/// Articles as stages leave them, harmless and hostile.
enum TestArticles {
    /// What must stay data wherever it is written.
    static let hostile = [
        "'); DROP TABLE articles; --", "=HYPERLINK(\"http://evil\")", "<script>alert(1)</script>", "](javascript:x) [a](b)", "\u{1B}[2J\u{1B}]0;owned\u{7}",
        "two\nlines\r\nand\ttabs", "\u{2028}\u{2029}\u{85}\u{7F}", "\"quotes\", commas; 'more'", "NUL\u{0}inside", "日本 😀 e\u{301}", "", " ", "a | b `c` *d* _e_ #f",
        "1. first", "- item", "\u{202E}txt.exe", "&lt;b&gt; &amp;", "\\", "@SUM(A1)", "+1", "-1", "\u{FEFF}", "ends in NUL\u{0}",
    ]

    /// - Parameter number: makes it another article.
    static func article(_ number: Int, title: String? = "Council meets", text: String = "The mayor spoke. Nobody in Århus listened 😀. She left.") -> Article {
        var article = Article(
            id: ArticleID(content: Array("\(number) \(text)".utf8)), source: ArticleSource(uri: "in/day.jsonl", record: number, line: number + 1))
        article.metadata.title = title
        article.metadata.url = "https://example.org/\(number)"
        article.metadata.byline = ["A. Writer", "B. Author"]
        article.metadata.published = "2026-01-02T03:04:05Z"
        article.metadata.site = "Example"
        article.metadata.tags = ["one", "two"]
        article.metadata.language = "en"
        let body = ArticleText(text)
        article.text = body
        var start = 0
        for end in body.utf8.indices where body.utf8[end] == UInt8(ascii: ".") {
            article.sentences.append(Sentence(range: start..<end + 1))
            start = min(end + 2, body.count)
        }
        if let found = range(of: "Århus", in: body) {
            article.entities = [
                Entity(range: 4..<9, type: .person, value: "v", identifier: "Q1"), Entity(range: found, type: .location, name: "Aarhus", confidence: 0.75),
            ]
        }
        if article.sentences.count > 1 {
            article.summary = Summary(text: article.sentences.prefix(2).map { body[$0.range] }.joined(separator: " "), sentences: [0, 1])
        }
        return article
    }

    static func range(of part: String, in text: ArticleText) -> Range<Int>? {
        let wanted = Array(part.utf8)
        guard text.count < 10_000 else { return nil }
        return (0...max(0, text.count - wanted.count)).first { text.utf8[$0...].starts(with: wanted) }.map { $0..<$0 + wanted.count }
    }

    /// An article with something hostile in every field.
    static func hostile(_ random: inout SplitMix64, _ number: Int) -> Article {
        func text() -> String { random.pick(hostile) }
        func optional() -> String? { random.below(4) == 0 ? nil : text() }
        var article = article(number, title: optional(), text: (0..<random.below(6)).map { _ in random.pick(hostile) }.joined(separator: ". "))
        article.source.uri = "in/\(text())"
        article.metadata.url = random.below(2) == 0 ? optional() : "https://example.org/\(text())"
        article.metadata.byline = (0..<random.below(3)).map { _ in random.pick(hostile) }
        article.metadata.published = optional()
        article.metadata.site = optional()
        article.metadata.section = optional()
        article.metadata.tags = (0..<random.below(3)).map { _ in random.pick(hostile) }
        article.metadata.description = optional()
        article.metadata.language = optional()
        article.metadata.image = optional()
        article.extensions = random.below(2) == 0 ? [:] : ["fields": ["x": .string(text())]]
        if random.below(3) == 0 { article.summary = Summary(text: random.pick(hostile), sentences: []) }
        return article
    }

    static func hostile(_ count: Int, seed: UInt64) -> [Article] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { hostile(&random, $0) }
    }
}
