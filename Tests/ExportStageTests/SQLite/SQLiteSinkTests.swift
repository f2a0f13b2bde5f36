import GRDB
import StageKit
import Testing

@testable import ExportStage

@Suite struct SQLiteSinkTests {
    private func export(_ articles: [Article], offsets: OffsetUnit = .codePoints) throws -> (OutputFolder, DatabaseQueue) {
        let folder = OutputFolder()
        let finished = try folder.export(articles, ExportStage(SQLiteSink(to: "out.sqlite") { $0.offsets = offsets }))
        #expect(folder.files == ["out.sqlite"])
        #expect(finished.map(\.articles) == [articles.count])
        return (folder, try DatabaseQueue(path: "\(folder.path)/out.sqlite"))
    }

    /// Hostile texts are data. A NUL, where a text ended, is a space.
    @Test func everyRowComesBack() throws {
        func whole(_ text: String?) -> String? { text?.replacing("\0", with: " ") }
        for seed in UInt64(1)...10 {
            let articles = TestArticles.hostile(12, seed: seed)
            let (folder, database) = try export(articles)
            try database.read { database in
                #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
                let rows = try Row.fetchAll(database, sql: "SELECT * FROM articles ORDER BY id")
                #expect(rows.count == articles.count, "seed \(seed)")
                for (row, article) in zip(rows, articles) {
                    #expect(row["article_id"] == article.id.description)
                    #expect(row["source_uri"] == whole(article.source.uri))
                    #expect(row["source_record"] == article.source.record)
                    #expect(row["source_line"] == article.source.line)
                    let metadata = article.metadata
                    for (column, value) in [
                        ("url", metadata.url), ("title", metadata.title), ("published", metadata.published), ("modified", metadata.modified),
                        ("site", metadata.site), ("section", metadata.section), ("description", metadata.description), ("language", metadata.language),
                        ("image", metadata.image), ("text", article.text?.string), ("summary", article.summary?.text),
                    ] {
                        let stored: String? = row[column]
                        #expect(stored == whole(value), "seed \(seed), \(column)")
                    }
                    let byline: String? = row["byline"]
                    #expect(byline == (metadata.byline.isEmpty ? nil : whole(metadata.byline.joined(separator: "; "))), "seed \(seed)")
                    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM sentences WHERE article = ?", arguments: [row["id"] as Int])
                    #expect(count == article.sentences.count, "seed \(seed)")
                }
            }
            withExtendedLifetime(folder) {}
        }
    }

    @Test(arguments: [OffsetUnit.codePoints, .bytes, .utf16]) func offsets(unit: OffsetUnit) throws {
        var article = TestArticles.article(0)
        // A NUL before them moves none.
        let text = "NUL\0. " + (article.text?.string ?? "")
        article = TestArticles.article(0, text: text)
        let body = try #require(article.text)
        let (folder, database) = try export([article], offsets: unit)
        let converter = TextOffsets(body, in: unit)
        try database.read { database in
            let entities = try Row.fetchAll(database, sql: "SELECT * FROM entities ORDER BY number")
            #expect(entities.map { $0["start"] as Int } == article.entities.map { converter.offset(ofByte: $0.range.lowerBound) })
            #expect(entities.map { $0["end"] as Int } == article.entities.map { converter.offset(ofByte: $0.range.upperBound) })
            #expect(entities.map { $0["name"] as String } == [body[4..<9], "Aarhus"])
            #expect(entities[1]["confidence"] as Double == 0.75)
            #expect(try Bool.fetchAll(database, sql: "SELECT in_summary FROM sentences ORDER BY number") == [true, true, false, false])
            // What the offsets are for: SQLite counts code points.
            if unit == .codePoints {
                let cut = try String.fetchAll(
                    database, sql: "SELECT substr(a.text, e.start + 1, e.end - e.start) FROM entities e JOIN articles a ON a.id = e.article WHERE e.number = 1")
                #expect(cut == ["Århus"])
            }
        }
        withExtendedLifetime(folder) {}
    }

    @Test func fullTextSearch() throws {
        let (folder, database) = try export([
            TestArticles.article(0, title: "Harbour closed", text: "The café on the quay stays open."),
            TestArticles.article(1, title: "Budget", text: "'); DROP TABLE articles; --"),
            TestArticles.article(2, title: nil, text: "Nothing about ships. Harbours are many."),
        ])
        func found(_ query: String) throws -> [Int] {
            try database.read { try Int.fetchAll($0, sql: "SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rowid", arguments: [query]) }
        }
        #expect(try found("harbour") == [1])
        #expect(try found("harbour*") == [1, 3])
        #expect(try found("cafe") == [1])
        #expect(try found("title : budget") == [2])
        #expect(try found("drop AND table") == [2])
        #expect(try found("submarine") == [])
        #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM articles") } == 3)
        #expect(try database.read { try !$0.tableExists("copydesk_checkpoint") })
        withExtendedLifetime(folder) {}
    }

    @Test func withoutArticlesAndWithoutText() throws {
        let (empty, database) = try export([])
        #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM articles") } == 0)
        var article = TestArticles.article(0)
        article.text = nil
        let (folder, other) = try export([article])
        #expect(try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM articles WHERE text IS NULL") } == 1)
        #expect(try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entities") } == 0)
        withExtendedLifetime((empty, folder)) {}
    }
}
