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

    /// - Parameter number: the article's row, from 1.
    func insert(_ article: Article, number: Int) throws {
        let metadata = article.metadata
        func joined(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: "; ") }
        try self.article.execute(arguments: [
            number, article.id.description, article.source.uri, article.source.record, article.source.line, metadata.url,
            metadata.title, joined(metadata.byline), metadata.published, metadata.modified, metadata.site, metadata.section,
            joined(metadata.tags), metadata.description, metadata.language, metadata.image, article.text?.string,
            article.summary?.text,
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
            let mention = text[entity.range]
            try self.entity.execute(arguments: [
                number, index, offsets.offset(ofByte: entity.range.lowerBound), offsets.offset(ofByte: entity.range.upperBound),
                entity.type.rawValue, mention, entity.name ?? mention, entity.value, entity.identifier, entity.confidence,
            ])
        }
    }
}
