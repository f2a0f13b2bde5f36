import StageKit
import Testing

@testable import LoadStage

@Suite struct LineReaderTests {
    private func read(_ text: String, most: Int = 1_000_000) throws -> Reading {
        try read(Array(text.utf8), most: most)
    }

    private func read(_ bytes: [UInt8], most: Int = 1_000_000) throws -> Reading {
        try Folder().read("a.jsonl", bytes) { $0.mostRecord = ByteSize(bytes: most) }
    }

    @Test func aBadLineIsOneBadRecord() throws {
        let reading = try read("{\"text\":\"A\"}\n{\"text\": \"cut\n\n{\"text\":\"B\"}\n")
        #expect(reading.texts == ["A", "B"])
        #expect(reading.reasons == ["the record is no JSON: a string is not closed at byte 9"])
        #expect(reading.records.map(\.source.line) == [1, 2, 4])
        #expect(reading.records.map(\.source.record) == [0, 1, 2])
        #expect(reading.records[1].bytes == Array("{\"text\": \"cut".utf8))
    }

    @Test func lineEndsBlankLinesAndMarks() throws {
        for text in [
            "{\"text\":\"A\"}\n{\"text\":\"B\"}", "{\"text\":\"A\"}\r\n{\"text\":\"B\"}\r\n", "\u{FEFF}{\"text\":\"A\"}\n\n \t\r\n\r\r\n{\"text\":\"B\"}\n\n",
            "\u{FEFF}\r\n{\"text\":\"A\"}\n{\"text\":\"B\"}\r",
        ] {
            let reading = try read(text)
            #expect(reading.texts == ["A", "B"], "\(text.debugDescription)")
            #expect(reading.records.map(\.source.record) == [0, 1], "\(text.debugDescription)")
            #expect(reading.failures.isEmpty && reading.reasons.isEmpty, "\(text.debugDescription)")
        }
        #expect(try read("").records.isEmpty)
        #expect(try read("\u{FEFF}").records.isEmpty)
        #expect(try read("\n \n").records.isEmpty)
    }

    @Test func aLineOverTheLimitIsNotHeld() throws {
        let long = "{\"text\":\"\(String(repeating: "x", count: 500_000))\"}"
        for text in ["{\"text\":\"A\"}\n\(long)\n{\"text\":\"B\"}\n", "{\"text\":\"A\"}\n{\"text\":\"B\"}\n\(long)"] {
            let reading = try read(text, most: 1000)
            #expect(reading.texts == ["A", "B"])
            #expect(reading.reasons == ["the line is longer than 1kB"])
            #expect(reading.records.allSatisfy { $0.bytes.count <= 1000 })
        }
        let exact = "{\"text\":\"A\"}"
        #expect(try read("\(exact)\n\(exact)", most: exact.utf8.count).texts == ["A", "A"])
        #expect(try read("\(exact)\n\(exact)", most: exact.utf8.count - 1).reasons.count == 2)
    }

    @Test func bytesThatAreNoText() throws {
        let good = Array("{\"text\":\"Good\"}\n".utf8)
        let reading = try read(Array("{\"text\":\"".utf8) + [0xFF, 0x22, 0x7D, 0x0A] + good + [0, 0, 0x0A] + Array("{\"text\":\"a\u{0}b\"}\n".utf8) + good)
        #expect(reading.texts == ["Good", "Good"])
        #expect(reading.reasons == [
            "the record is no JSON: the bytes are not UTF-8 at byte 9", "the record is no JSON: a value should be here at byte 0",
            "the record is no JSON: a control character stands in a string at byte 10",
        ])
        #expect(reading.records.map(\.source.line) == [1, 2, 3, 4, 5])
    }

    @Test func utf16IsToldOnce() throws {
        let utf16: [UInt8] = [0xFF, 0xFE] + "{\"text\":\"A\"}\n{\"text\":\"B\"}\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let reading = try read(utf16)
        #expect(reading.records.isEmpty)
        #expect(reading.failures == [StageFailure("the file is UTF-16", advice: "records are read as UTF-8; convert the file")])
    }

    @Test(arguments: [
        ("[1, 2]", "the record is a list, not a JSON object"), ("\"text\"", "the record is a text, not a JSON object"),
        ("7", "the record is a number, not a JSON object"), ("null", "the record is null, not a JSON object"),
        ("{\"text\": 7}", "'text' is no text"), ("{\"title\": \"T\"}", "the record has neither a text nor a page"),
        ("{\"text\": \"\"}", "the record has neither a text nor a page"), ("{\"text\": \"a\"} {", "the record is no JSON: something follows the value at byte 14"),
        ("{\"text\": \"a\", \"tags\": [1]}", "'tags' is neither a text nor a list of texts"),
    ])
    func recordsThatAreNoArticles(line: String, reason: String) throws {
        #expect(try read("{\"text\":\"A\"}\n\(line)\n{\"text\":\"B\"}\n").texts == ["A", "B"])
        #expect(try read(line).reasons == [reason])
    }
}
