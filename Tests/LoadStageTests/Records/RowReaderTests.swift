import StageKit
import Testing
import TestSupport

@testable import LoadStage

@Suite struct RowReaderTests {
    private func read(_ text: String, name: String = "a.csv", most: Int = 100_000) throws -> Reading {
        try read(Array(text.utf8), name: name, most: most)
    }

    private func read(_ bytes: [UInt8], name: String = "a.csv", most: Int = 100_000) throws -> Reading {
        try Folder().read(name, bytes) { $0.mostRecord = ByteSize(bytes: most) }
    }

    @Test(arguments: [
        ("a,b", "a", "b"), ("\"a\",\"b\"", "a", "b"), ("\"a \"\"quoted\"\"\",b", "a \"quoted\"", "b"), ("\"\"\"\",b", "\"", "b"),
        ("\"a\n\nb\",c", "a\n\nb", "c"), ("\"a,b\",c", "a,b", "c"), ("a b\" c,d", "a b\" c", "d"), (" a , b ", " a ", " b "),
        ("\"a\r\nb\",c", "a\nb", "c"), ("été,日本", "été", "日本"), ("\"=1+1\",c", "=1+1", "c"),
    ])
    func cells(row: String, title: String, text: String) throws {
        for end in ["", "\n", "\r\n"] {
            let reading = try read("title,text\(end.isEmpty ? "\n" : end)\(row)\(end)")
            #expect(reading.titles == [title])
            #expect(reading.texts == [text])
        }
        let tabs = try read("title\ttext\n" + row.replacing(",", with: "\t"), name: "a.tsv")
        #expect(tabs.texts == [text])
        #expect(tabs.titles == [title.replacing(",", with: "\t")])
    }

    /// The mark stood before the quote, which then was taken for a part of the name.
    @Test func byteOrderMarkBeforeAQuotedHeader() throws {
        for header in ["title,text", "\"title\",\"text\""] {
            let reading = try read("\u{FEFF}\(header)\r\nT,A\r\n")
            #expect(reading.texts == ["A"])
            #expect(reading.titles == ["T"])
        }
    }

    @Test func aBrokenRowIsOneBadRecord() throws {
        let reading = try read("title,text\nT1,A\nT2\nT3,B,extra\n\n\"T4\"x,C\nT5,D\n")
        #expect(reading.texts == ["A", "D"])
        #expect(reading.reasons == [
            "the row has 1 cells, the header 2", "the row has 3 cells, the header 2", "something follows the closing quote on line 6",
        ])
        #expect(reading.records.map(\.source.line) == [2, 3, 4, 6, 7])
        #expect(reading.records.map(\.source.record) == [0, 1, 2, 3, 4])
        // As it stands in the file, so that it can be mended.
        #expect(reading.records[2].bytes == Array("T3,B,extra".utf8))
        #expect(reading.records[3].bytes == Array("\"T4\"x,C".utf8))
    }

    @Test func aQuoteThatIsNeverClosed() throws {
        let reading = try read("title,text\nT1,A\nT2,\"Two\nlines\",\nT3,\"open\nT4,D\nT5,E")
        #expect(reading.texts == ["A"])
        #expect(reading.reasons.last == "the quote opened on line 5 is not closed before the end of the file")
        #expect(reading.records.last?.source.line == 5)
        #expect(reading.records.last?.bytes == Array("T3,\"open\nT4,D\nT5,E".utf8))
        let later = try read("text,title\n\"one\ntwo\",\"\nthree")
        #expect(later.reasons == ["the quote opened on line 3 is not closed before the end of the file"])
    }

    @Test func aRowOverTheLimitIsNotHeld() throws {
        let long = String(repeating: "x", count: 5000)
        let reading = try read("text\nA\n\(long)\nB\n", most: 1000)
        #expect(reading.texts == ["A", "B"])
        #expect(reading.reasons == ["the row is longer than 1kB"])
        let open = try read("text\n\"" + String(repeating: "many lines\n", count: 500), most: 1000)
        #expect(open.reasons.first == "the row is longer than 1kB, and the quote opened on line 2 is not closed")
        #expect(open.records.allSatisfy { $0.bytes.count <= 1000 })
    }

    @Test func headers() throws {
        #expect(try read("text,title,text\nA,B,C\n").stops == ["the header names the column 'text' twice"])
        #expect(try read([0x74, 0xE9, 0x0A, 0x41]).stops == ["the header on line 1 is not UTF-8"])
        #expect(try read("text,\"open\nA,B").stops == ["the quote opened on line 1 is not closed before the end of the file"])
        #expect(try read("title,text\rT,A\r").stops == ["the lines of the table end in carriage returns alone"])
        #expect(try read("title,text\n").records.isEmpty)
        #expect(try read("").records.isEmpty)
        #expect(try read("\n\ntext\nA\n").records.map(\.source.line) == [4])
        #expect(try read("colour\nred\n").reasons == ["the record has neither a text nor a page"])
    }

    /// Two columns without a name were "twice" the same.
    @Test func columnsWithoutANameAreCalledAfterTheirPlace() throws {
        let reading = try read("text,,\nA,B,C\n")
        #expect(reading.articles.first?.extensions["fields"] == ["column_2": "B", "column_3": "C"])
    }

    @Test func cellsThatAreNotUTF8() throws {
        let reading = try read(Array("text\nA\n".utf8) + [0xE9, 0x0A] + Array("B\n".utf8))
        #expect(reading.texts == ["A", "B"])
        #expect(reading.reasons == ["the column 'text' is not UTF-8"])
        #expect(reading.records[1].bytes == [0xE9])
        #expect(try read([0xFF, 0xFE, 0x74, 0, 0x0A, 0]).stops == ["the file is UTF-16"])
    }

    /// Any cells, written after RFC 4180, come back.
    @Test func whatIsWrittenComesBack() throws {
        let pieces = ["a", ",", "\"", "\n", "", "é", "\t", " ", "=", "'", "\u{0}", "\u{2028}", "\"\""]
        for seed in UInt64(1)...150 {
            var random = SplitMix64(seed: seed)
            let columns = 1 + random.below(4)
            let rows = (0..<random.below(8)).map { _ in (0..<columns).map { _ in (0..<random.below(6)).map { _ in random.pick(pieces) }.joined() } }
            var text = (0..<columns).map { "c\($0)" }.joined(separator: ",")
            for row in rows { text += random.pick(["\n", "\r\n"]) + row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") }
            let read = try read(text).records.map { record -> [String] in
                let json = try JSONParser.parse(record.bytes)
                return (0..<columns).map { json["c\($0)"]?.stringValue ?? "none" }
            }
            #expect(read == rows, "seed \(seed)")
        }
    }
}
