import StageKit
import Testing

@testable import LoadStage

@Suite struct LoadStageTests {
    @Test func oneFileOfEveryKind() throws {
        let folder = Folder()
        let contents: [(String, String)] = [
            ("a.html", "<p>A page.</p>"), ("b.htm", "<p>B page.</p>"), ("c.txt", "C text."), ("d.md", "# D"), ("e.jsonl", "{\"text\":\"E text.\"}"),
            ("f.ndjson", "{\"html\":\"<p>F page.</p>\"}"), ("g.csv", "title,text\nG,G text."), ("h.tsv", "title\ttext\nH\tH text."),
        ]
        for (name, content) in contents {
            let bytes = Array(content.utf8)
            folder.write("plain/\(name)", bytes)
            folder.write("gzip/\(name).gz", Packing.gzip(bytes))
            folder.write("zstd/\(name).zst", Packing.zstandard(bytes))
        }
        for kind in ["plain", "gzip", "zstd"] {
            let reading = try folder.read(kind)
            #expect(reading.failures.isEmpty && reading.reasons.isEmpty)
            #expect(reading.articles.map { $0.text?.string } == [nil, nil, "C text.", nil, "E text.", nil, "G text.", "H text."])
            #expect(reading.articles.map(\.raw?.mediaType) == [.html, .html, nil, .markdown, nil, .html, nil, nil])
            #expect(reading.titles.suffix(2) == ["G", "H"])
            #expect(reading.records.map(\.source.uri).allSatisfy { $0.hasPrefix("\(kind)/") })
            #expect(reading.records.map(\.source.line) == [nil, nil, nil, nil, 1, 1, 2, 2])
        }
    }

    @Test func formatOverridesTheName() throws {
        let folder = Folder()
        folder.write("in/day.log", "{\"text\":\"A\"}\n{\"text\":\"B\"}")
        folder.write("in/page.html", "{\"text\":\"C\"}")
        #expect(try folder.read("in") { $0.format = .jsonl }.texts == ["A", "B", "C"])
    }

    @Test func readOnlyTakesThePlaceOfTheInput() throws {
        let folder = Folder()
        folder.write("in/a.txt")
        folder.write("b.txt")
        var stage = folder.stage("in") { $0.require = false }
        stage.readOnly(["\(folder.path)/b.txt"])
        #expect(try stage.plan(folder.context()).splits.map(\.uri) == ["b.txt"])
        stage.readOnly(["\(folder.path)/none.txt"])
        #expect(try stage.plan(folder.context()).isRequired)
    }

    @Test func settingsThatContradict() {
        var stage = LoadStage()
        #expect(stage.contradictions() == ["'from' is empty"])
        stage.from = ["in"]
        #expect(stage.contradictions() == [])
        stage.mostRecord = ByteSize(bytes: 0)
        stage.split = ByteSize(bytes: 999_999)
        #expect(stage.contradictions() == ["'most_record' must be more than 0B", "'split' must be at least 1MB"])
    }

    @Test func recordsOfAnotherKind() {
        let record = SourceRecord(source: ArticleSource(uri: "a"), bytes: [1], format: "pdf")
        #expect(throws: StageFailure("records of the kind 'pdf' cannot be read")) { try LoadStage().decode(record) }
    }
}
