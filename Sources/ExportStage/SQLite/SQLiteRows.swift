internal import GRDB
import StageKit

/// Inserts the rows of articles, with statements prepared once.
struct SQLiteRows {
    private let article: Statement
    private let sentence: Statement
    private let entity: Statement
    private let unit: OffsetUnit

    init(_ database: Database, offsets: OffsetUnit) throws {
        article = try database.cachedStatement(sql: SQLiteSchema.insertArticle)
        sentence = try database.cachedStatement(sql: SQLiteSchema.insertSentence)
        entity = try database.cachedStatement(sql: SQLiteSchema.insertEntity)
        unit = offsets
    }

    /// Removes an article's earlier record: the version that it replaces, or the very same one written before.
    static func removeEarlier(_ article: Article, _ database: Database) throws {
        let find = try database.cachedStatement(sql: """
            SELECT id FROM articles WHERE article_id = ?1 AND source_uri = ?2 AND source_record = ?3
            UNION SELECT id FROM articles WHERE article_id = ?4 AND (source_uri = ?2 OR url = ?5)
            """)
        let rows = try Int.fetchAll(find, arguments: [
            article.id.description, article.source.uri, article.source.record, article.replaces?.description, article.metadata.url,
        ])
        for row in rows {
            for (table, column) in [("sentences", "article"), ("entities", "article"), ("articles", "id")] {
                try database.cachedStatement(sql: "DELETE FROM \(table) WHERE \(column) = ?").execute(arguments: [row])
            }
        }
    }

    /// - Parameter number: the article's row, from 1.
    func insert(_ article: Article, number: Int) throws {
        let metadata = article.metadata
        func joined(_ values: [String]) -> String? { values.isEmpty ? nil : SQLiteRows.whole(values.joined(separator: "; ")) }
        let whole = SQLiteRows.whole
        try self.article.execute(arguments: [
            number, whole(article.id.description), whole(article.source.uri), article.source.record, article.source.line,
            whole(metadata.url), whole(metadata.title), joined(metadata.byline), whole(metadata.published), whole(metadata.modified),
            whole(metadata.site), whole(metadata.section), joined(metadata.tags), whole(metadata.description),
            whole(metadata.language), whole(metadata.image), whole(article.text?.string), whole(article.summary?.text),
        ])
        guard let text = article.text else { return }
        let offsets = TextOffsets(text, in: unit)
        let inSummary = Set(article.summary?.sentences ?? [])
        for (index, sentence) in article.sentences.enumerated() {
            try self.sentence.execute(arguments: [
                number, index, offsets.offset(ofByte: sentence.range.lowerBound), offsets.offset(ofByte: sentence.range.upperBound),
                inSummary.contains(index),
            ])
        }
        for (index, entity) in article.entities.enumerated() {
            let mention = whole(text[entity.range])
            try self.entity.execute(arguments: [
                number, index, offsets.offset(ofByte: entity.range.lowerBound), offsets.offset(ofByte: entity.range.upperBound),
                whole(entity.type.rawValue), mention, whole(entity.name) ?? mention, whole(entity.value), whole(entity.identifier),
                entity.confidence,
            ])
        }
    }

    /// The text with a space for each NUL, where it would end for SQLite's functions and for GRDB; so no offset changes.
    private static func whole(_ text: String?) -> String? {
        guard let text, text.utf8.contains(0) else { return text }
        return String(decoding: text.utf8.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
    }
}
