import StageKit

/// Makes an article of a file that is one.
enum PageDecoder {
    /// A page stays as it is: which charset holds is for `clean` to find out, who sees what the page says of itself.
    static func page(_ record: SourceRecord) throws -> Article {
        try refuseBlank(record.bytes)
        var article = article(record)
        article.raw = RawContent(mediaType: .html, bytes: record.bytes)
        return article
    }

    static func text(_ record: SourceRecord) throws -> Article {
        let text = try TextDecoder.decode(record.bytes)
        try refuseBlank(text.utf8)
        var article = article(record)
        article.text = text
        return article
    }

    static func markdown(_ record: SourceRecord) throws -> Article {
        let text = try TextDecoder.decode(record.bytes)
        try refuseBlank(text.utf8)
        var article = article(record)
        article.raw = RawContent(mediaType: .markdown, bytes: text.utf8, charset: "utf-8")
        return article
    }

    private static func article(_ record: SourceRecord) -> Article {
        Article(id: ArticleID(content: record.bytes), source: record.source)
    }

    private static func refuseBlank(_ bytes: [UInt8]) throws {
        guard bytes.contains(where: { $0 > 0x20 }) else { throw StageFailure("the file is blank") }
    }
}
