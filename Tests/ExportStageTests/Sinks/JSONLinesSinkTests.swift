import StageKit
import Testing

@testable import ExportStage

@Suite struct JSONLinesSinkTests {
    @Test func everyArticleComesBack() throws {
        for seed in UInt64(1)...20 {
            let folder = OutputFolder()
            let articles = TestArticles.hostile(12, seed: seed)
            let finished = try folder.export(articles, ExportStage(JSONLinesSink(to: "out.jsonl")))
            #expect(finished == [FinishedOutput(path: "\(folder.path)/out.jsonl", articles: 12, bytes: folder.bytes("out.jsonl").count)])
            let lines = folder.lines("out.jsonl")
            #expect(lines.count == 13 && lines.last == "", "seed \(seed)")
            for (line, article) in zip(lines, articles) {
                let read = try Article(record: JSONParser.parse(Array(line.utf8)))
                #expect(read.id == article.id, "seed \(seed)")
                #expect(read.source == article.source, "seed \(seed)")
                #expect(read.text == article.text, "seed \(seed)")
                #expect(read.summary == article.summary, "seed \(seed)")
                #expect(read.sentences.map(\.range) == article.sentences.map(\.range), "seed \(seed)")
                #expect(read.entities == article.entities, "seed \(seed)")
                #expect(read.extensions == article.extensions, "seed \(seed)")
                for field in [\Metadata.url, \.title, \.published, \.site, \.section, \.description, \.language, \.image] {
                    #expect(read.metadata[keyPath: field] == article.metadata[keyPath: field], "seed \(seed)")
                }
                #expect(read.metadata.byline == article.metadata.byline, "seed \(seed)")
                #expect(read.metadata.tags == article.metadata.tags, "seed \(seed)")
            }
        }
    }

    /// Nothing that splits a line for some reader, or steers a terminal, stands there as it is.
    @Test func noControlCharacterStandsThere() throws {
        let folder = OutputFolder()
        try folder.export(TestArticles.hostile(300, seed: 7), ExportStage(JSONLinesSink(to: "out.jsonl")))
        for scalar in folder.text("out.jsonl").unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && scalar.value != 0x2028 && scalar.value != 0x2029)
        }
    }

    @Test(arguments: [(OffsetUnit.codePoints, 27, 32, 44), (.bytes, 27, 33, 48), (.utf16, 27, 32, 45)])
    func offsets(unit: OffsetUnit, start: Int, end: Int, sentenceEnd: Int) throws {
        let folder = OutputFolder()
        try folder.export([TestArticles.article(0)], ExportStage(JSONLinesSink(to: "out.jsonl") { $0.offsets = unit }))
        let record = try JSONParser.parse(Array(folder.lines("out.jsonl")[0].utf8))
        let place = record["entities"]?.arrayValue?.last
        #expect(place?["start"]?.integerValue == start)
        #expect(place?["end"]?.integerValue == end)
        #expect(record["sentences"]?.arrayValue?[1]["end"]?.integerValue == sentenceEnd)
        #expect(place?["text"] == "Århus")
        #expect(place?["name"] == "Aarhus")
        #expect(place?["confidence"] == 0.75)
        #expect(try Article(record: record, offsets: unit).entities == TestArticles.article(0).entities)
    }

    @Test(arguments: [".gz", ".zst"]) func packed(suffix: String) throws {
        let folder = OutputFolder()
        let articles = TestArticles.hostile(50, seed: 3)
        try folder.export(articles, ExportStage(JSONLinesSink(to: "out.jsonl"), JSONLinesSink(to: "out.jsonl\(suffix)")))
        let packed = folder.bytes("out.jsonl\(suffix)")
        #expect((suffix == ".gz" ? Unpacking.gzip(packed) : Unpacking.zstandard(packed)) == folder.bytes("out.jsonl"))
        #expect(folder.bytes("out.jsonl").count > packed.count)
    }

    @Test(arguments: ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"]) func withoutArticles(name: String) throws {
        let folder = OutputFolder()
        #expect(try folder.export([], ExportStage(JSONLinesSink(to: name))).map(\.articles) == [0])
        #expect(folder.files == [name])
        let bytes = folder.bytes(name)
        #expect(name.hasSuffix("l") ? bytes.isEmpty : !bytes.isEmpty)
        if name.hasSuffix(".gz") { #expect(Unpacking.gzip(bytes) == []) }
    }
}
