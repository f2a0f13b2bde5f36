import StageKit
import Testing

@testable import PipelineConfig

@Suite struct ConfigurationErrorTests {
    private func problem(_ message: String, _ line: Int, _ column: Int) -> Diagnostic {
        Diagnostic(.error, message, at: StageKit.SourceLocation(file: "f", line: line, column: column))
    }

    @Test func problemsComeInTheFilesOrderEachOnce() {
        let error = ConfigurationError([problem("c", 10, 1), problem("b", 2, 9), problem("a", 2, 9), problem("b", 2, 9), problem("d", 2, 1)])
        #expect(error.diagnostics.map(\.message) == ["d", "b", "a", "c"])
    }

    @Test func coloursChangeNoText() throws {
        let text = Array(Pipelines.around("  - claen: {keep: x}").utf8)
        let error = try #require(throws: ConfigurationError.self) { try Pipelines.load(text) }
        let coloured = error.rendered(colour: true)
        #expect(coloured.contains("\u{1B}[31;1merror:\u{1B}[0m"))
        #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == error.rendered(colour: false))
    }

    @Test func nothingOfTheFileReachesTheTerminalAsAControl() throws {
        for name in BrokenFileTests.names {
            let error = try #require(throws: ConfigurationError.self) {
                try Pipelines.load(TestFiles.bytes("Broken/\(name).yaml"), path: "\u{1B}[2J\(name)\u{202E}")
            }
            let controls = error.rendered(colour: false).unicodeScalars.filter {
                $0 != "\n" && ($0.properties.generalCategory == .control || (0x202A...0x202E).contains($0.value))
            }
            #expect(controls.isEmpty, "\(name)")
        }
    }
}
