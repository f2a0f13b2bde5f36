import StageKit
import Testing

@testable import LoadStage

/// An article's identity is its content's, not its place's.
@Suite struct ArticleIDTests {
    private func ids(_ name: String, _ bytes: [UInt8]) throws -> [String] {
        try Folder().read(name, bytes).articles.map(\.id.description)
    }

    @Test(arguments: ["html", "txt", "md"]) func ofFiles(ending: String) throws {
        let bytes = Array("Some text.".utf8)
        let id = try ids("a.\(ending)", bytes)
        #expect(id.count == 1)
        #expect(try ids("deep/er/b.\(ending)", bytes) == id)
        #expect(try ids("a.\(ending).gz", Packing.gzip(bytes)) == id)
        #expect(try ids("a.\(ending).zst", Packing.zstandard(bytes)) == id)
        #expect(try ids("a.\(ending)", bytes + [0x21]) != id)
    }

    @Test func ofRecords() throws {
        let one = Array("{\"text\": \"A\"}".utf8)
        let other = Array("{\"text\": \"B\"}".utf8)
        let found = try ids("a.jsonl", [0xEF, 0xBB, 0xBF] + one + [0x0D, 0x0A, 0x0A] + other + [0x0A] + one)
        #expect(found.count == 3)
        #expect(found[0] == found[2])
        #expect(found[0] != found[1])
        #expect(try ids("b.jsonl.gz", Packing.gzip(one)) == [found[0]])
        let rows = try ids("a.csv", Array("title,text\nT,A\n\"T\",\"A\"\r\nT,B".utf8))
        #expect(rows.count == 3)
        #expect(rows[0] == rows[1])
        #expect(rows[0] != rows[2])
        #expect(try ids("a.tsv", Array("title\ttext\nT\tA".utf8)) == [rows[0]])
    }
}
