@testable import PipelineEngine
import StageKit
import Testing

@Suite struct QuarantineTests {
    @Test func anArticleThatPassesLaterLeavesTheQuarantine() throws {
        let test = TestRun()
        test.transforms = [PickyStage(failEvery: 30)]
        #expect(test.run() == .doneWithQuarantine)
        test.transforms = [PickyStage(failEvery: 60)]
        #expect(test.run() == .doneWithQuarantine)
        #expect(try test.quarantined.map { $0["source"]?["record"] } == [60])
        test.transforms = []
        #expect(test.run() == .done)
        #expect(try test.quarantined.isEmpty)
    }

    @Test func whatARunDidNotSeeStays() throws {
        let test = TestRun()
        test.transforms = [PickyStage(failEvery: 30)]
        #expect(test.run() == .doneWithQuarantine)
        test.source.count = 40
        test.transforms = []
        #expect(test.run() == .done)
        #expect(try test.quarantined.map { $0["source"]?["record"] } == [60, 90])
    }

    @Test func aRunThatFailsTakesNothingOut() throws {
        let test = TestRun()
        test.transforms = [PickyStage(failEvery: 30)]
        #expect(test.run() == .doneWithQuarantine)
        test.transforms = []
        test.sink.fullAfter = 95
        #expect(test.run() == .failed)
        #expect(try test.quarantined.count == 3)
    }

    @Test func bytesThatAreNoTextAreKept() throws {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x00, 0x41]
        let record = QuarantinedRecord(
            record: SourceRecord(source: ArticleSource(uri: "a", line: 3), bytes: bytes, format: "jsonl"), stage: "load",
            reason: "not UTF-8", settings: "0", run: "r")
        let line = try JSONParser.parse(record.line)
        #expect(Base64.decode(line["record"]?["base64"]?.stringValue ?? "") == bytes)
        #expect(line["source"] == ["uri": "a", "record": 0, "line": 3])
    }
}
