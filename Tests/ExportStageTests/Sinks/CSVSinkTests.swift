import StageKit
import Testing

@testable import ExportStage

@Suite struct CSVSinkTests {
    @Test(arguments: ["out.csv", "out.tsv", "out.csv.gz", "out.TSV.zst"]) func everyCellComesBack(name: String) throws {
        let isTabs = name.lowercased().contains("tsv")
        for seed in UInt64(1)...15 {
            let folder = OutputFolder()
            let articles = TestArticles.hostile(12, seed: seed)
            let sink = CSVSink(to: name) { $0.guardFormulas = false }
            try folder.export(articles, ExportStage(sink))
            let stored = folder.bytes(name)
            let bytes = name.hasSuffix("gz") ? Unpacking.gzip(stored) : name.hasSuffix("zst") ? Unpacking.zstandard(stored) : stored
            let text = String(decoding: bytes, as: UTF8.self)
            let rows = try #require(TableReader.rows(text, separator: isTabs ? "\t" : ",", end: isTabs ? "\n" : "\r\n"), "seed \(seed)")
            #expect(rows.first == sink.columns.map(\.rawValue))
            #expect(rows.dropFirst().map(\.self) == articles.map { article in
                sink.columns.map { $0.value(of: article).replacing("\0", with: "") }
            }, "seed \(seed)")
        }
    }

    @Test func columns() throws {
        let folder = OutputFolder()
        try folder.export([TestArticles.article(4)], ExportStage(CSVSink(to: "out.csv") { $0.columns = [.title, .locations, .persons, .byline, .sourceLine, .tags] }))
        #expect(folder.text("out.csv") == "title,locations,persons,byline,source_line,tags\r\nCouncil meets,Aarhus,mayor,A. Writer; B. Author,5,one; two\r\n")
    }

    /// A spreadsheet would run it (OWASP, "CSV Injection").
    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x", "\0=1", "\0\0+1"]) func formulas(title: String) throws {
        let folder = OutputFolder()
        var article = TestArticles.article(0, title: title)
        article.text = nil
        try folder.export([article], ExportStage(CSVSink(to: "a.csv") { $0.columns = [.title, .id] }, CSVSink(to: "b.csv") { ($0.columns, $0.guardFormulas) = ([.title, .id], false) }))
        let clean = title.replacing("\0", with: "")
        #expect(TableReader.rows(folder.text("a.csv"))?.last?.first == "'" + clean)
        #expect(TableReader.rows(folder.text("b.csv"))?.last?.first == clean)
    }

    @Test func harmlessCellsStayAsTheyAre() throws {
        let folder = OutputFolder()
        for title in ["a=b", "'quoted", "1-2", " =1", "plain"] {
            try folder.export([TestArticles.article(0, title: title)], ExportStage(CSVSink(to: "a.csv") { $0.columns = [.title] }))
            #expect(TableReader.rows(folder.text("a.csv"))?.last == [title])
        }
    }

    /// It was a blank line, which readers pass over: one row fewer than articles.
    @Test func aLoneEmptyCellIsARow() throws {
        let folder = OutputFolder()
        try folder.export([TestArticles.article(0, title: nil)], ExportStage(CSVSink(to: "a.csv") { $0.columns = [.title] }))
        #expect(folder.text("a.csv") == "title\r\n\"\"\r\n")
    }
}
