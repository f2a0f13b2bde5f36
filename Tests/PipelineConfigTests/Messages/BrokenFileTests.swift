import StageKit
import Testing

@testable import PipelineConfig

/// `Broken/NAME.yaml` gets the messages in `Broken/NAME.txt`, to the letter.
///
/// A new case is a new `.yaml`; `RECORD_SNAPSHOTS=1 swift test --filter PipelineConfigTests` writes the messages, to be
/// read before they are committed.
@Suite struct BrokenFileTests {
    static let names: [String] = (try? TestFiles.names(in: "Broken", ending: ".yaml")) ?? []

    @Test(arguments: names) func messagesAreAsPinned(name: String) throws {
        let text = try TestFiles.bytes("Broken/\(name).yaml")
        let error = try #require(throws: ConfigurationError.self) { try Pipelines.load(text, path: "\(name).yaml") }
        let messages = error.rendered(colour: false)
        if TestFiles.isRecording {
            try TestFiles.record(messages, at: "Broken/\(name).txt")
            Issue.record("recorded; read Broken/\(name).txt")
            return
        }
        #expect(messages == TestFiles.snapshot("Broken/\(name).txt"), "RECORD_SNAPSHOTS=1 records")
        #expect(error.diagnostics.allSatisfy { $0.location != nil })
    }

    @Test func everySnapshotHasItsFile() throws {
        #expect(BrokenFileTests.names.count >= 45)
        #expect(try TestFiles.names(in: "Broken", ending: ".txt") == BrokenFileTests.names)
    }
}
