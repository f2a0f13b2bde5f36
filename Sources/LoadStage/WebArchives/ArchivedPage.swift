import StageKit

/// Makes an article of a record of a web archive.
enum ArchivedPage {
    /// - Parameter most: bytes; a packed page that unpacks to more is refused.
    /// - Throws: ``StageFailure`` when the page is blank, or packed in a way that is not read.
    static func article(_ record: SourceRecord, most: Int) throws -> Article {
        guard let length = ArchiveHeader.length(record.bytes[...]) else { throw StageFailure("the archived record has no header") }
        let header = ArchiveHeader(record.bytes.prefix(length))
        let block = record.bytes[length...]
        var article: Article
        switch header["warc-type"]?.lowercased() {
        case "conversion":
            article = try PageDecoder.text(SourceRecord(source: record.source, bytes: Array(block), format: record.format))
        case "response":
            let answer = try HTTPAnswer(block, most: most)
            article = try PageDecoder.page(SourceRecord(source: record.source, bytes: answer.body, format: record.format))
            article.raw?.charset = answer.header.charset
        default:
            article = try PageDecoder.page(SourceRecord(source: record.source, bytes: Array(block), format: record.format))
            article.raw?.charset = header.charset
        }
        // Older archives put addresses in angle brackets (ISO 28500:2009, 5.1).
        article.metadata.url = header["warc-target-uri"].map { String($0.drop { $0 == "<" }.prefix { $0 != ">" }) }
        // When it was fetched is not when it was published; it is kept for filters and plug-ins.
        if let date = header["warc-date"] { article.extensions["fields"] = ["warc_date": .string(date)] }
        return article
    }

    static func isHTML(_ mediaType: String?) -> Bool { mediaType == "text/html" || mediaType == "application/xhtml+xml" }

    /// Whether a message is an answer with the page itself: `HTTP/1.1 200 OK`.
    static func isSuccess(_ header: ArchiveHeader) -> Bool {
        let parts = header.firstLine.split(separator: " ")
        return parts.count > 1 && parts[0].hasPrefix("HTTP/") && parts[1] == "200"
    }
}
