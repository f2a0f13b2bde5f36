import StageKit
import Testing

@testable import LoadStage

@Suite struct ValueReaderTests {
    private func read(_ json: String, most: Int = 10_000) throws -> Reading {
        try Folder().read("a.json", Array(json.utf8)) { $0.mostRecord = ByteSize(bytes: most) }
    }

    @Test func aListThatIsSpreadOverLines() throws {
        let reading = try read("[\n  {\n    \"title\": \"A\",\n    \"text\": \"One ] } \\\" {.\"\n  },\n  {\"title\": \"B\", \"text\": \"Two.\", \"tags\": [\"x\"]}\n]\n")
        #expect(reading.texts == ["One ] } \" {.", "Two."])
        #expect(reading.records.map(\.source.line) == [2, 6])
        #expect(reading.reasons + reading.stops == [])
    }

    @Test(arguments: ["{\n \"text\": \"One.\"\n}", "[{\"text\": \"One.\"}]", "\u{FEFF}[{\"text\":\"One.\"}]\n", " \n{\"text\":\"One.\"}", "{\"text\":\"One.\"}\n"])
    func oneArticle(json: String) throws {
        #expect(try read(json).texts == ["One."])
    }

    @Test func linesAreReadAsLines() throws {
        let reading = try read("{\"text\": \"One.\"}\n{\"text\": \"cut off\n{\"text\": \"Three.\"}\n")
        #expect(reading.texts == ["One.", "Three."])
        #expect(reading.records.map(\.source.line) == [1, 2, 3])
        #expect(try read("{\"text\": \"cut off\n{\"text\": \"Two.\"}\n").texts == ["Two."])
    }

    @Test func objectsBehindOneAnother() throws {
        #expect(try read("{\"text\": \"One.\"} {\"text\": \"Two.\"}\n{\n\"text\": \"Three.\"}").texts == ["One.", "Two.", "Three."])
    }

    @Test func whatIsNoObject() throws {
        let reading = try read("[1, \"a\", null, [2], {\"text\": \"One.\"}]")
        #expect(reading.texts == ["One."])
        #expect(reading.reasons.count == 4)
        #expect(try read("[]").records.isEmpty)
    }

    @Test func aDocumentThatEndsEarly() throws {
        let reading = try read("[{\"text\": \"One.\"},\n{\"text\": \"Tw")
        #expect(reading.texts == ["One."])
        #expect(reading.stops == ["the JSON value that begins on line 2 does not end"])
    }

    @Test func aRecordOverTheLimit() throws {
        let reading = try read("[{\"text\": \"\(String(repeating: "a", count: 300))\"}, {\"text\": \"One.\"}]", most: 100)
        #expect(reading.reasons == ["the record is longer than 100B"])
        #expect(reading.texts == ["One."])
    }
}
