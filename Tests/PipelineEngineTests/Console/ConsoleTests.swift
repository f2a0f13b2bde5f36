@testable import PipelineEngine
import StageKit
import Testing

@Suite struct ConsoleTests {
    @Test func nothingThatAMessageSaysSteersTheTerminal() {
        let captured = CapturedConsole()
        captured.console.error("cannot read \u{1B}[2Jevil\nname\u{9B}m")
        #expect(captured.errors == "copydesk: error: cannot read \u{241B}[2Jevil\u{240A}name\u{FFFD}m\n")
    }

    @Test func quietKeepsNotesBackButNoProblem() {
        let captured = CapturedConsole()
        let console = captured.console(format: .text, isQuiet: true)
        console.note("by the way")
        console.tell(Diagnostic(.warning, "mind this", advice: "do that"))
        #expect(captured.errors == "copydesk: warning: mind this; do that\n")
    }

    @Test func jsonEventsAreOneLineEach() throws {
        let captured = CapturedConsole()
        captured.console(format: .json).error("two\nlines")
        let lines = captured.errors.split(separator: "\n")
        #expect(lines.count == 1)
        let event = try JSONParser.parse(Array(lines[0].utf8))
        #expect(event["event"] == "error")
        #expect(event["message"] == "two\nlines")
    }

    @Test func aMessageTakesThePlaceOfTheProgressLine() {
        let captured = CapturedConsole()
        let console = captured.console(format: .text, isTerminal: true)
        console.showProgress("half")
        console.note("hello")
        console.showProgress("")
        #expect(captured.errors == "\r\u{1B}[Khalf\r\u{1B}[Kcopydesk: note: hello\n")
    }

    @Test func theProgressLineTellsRateShareAndTimeLeft() {
        var snapshot = ProgressBoard.Snapshot()
        snapshot.counts = ArticleCounts(written: 590, dropped: 8, failed: 2)
        snapshot.inputPosition = 250
        snapshot.tallies = [100, 600, 300].map { (share: UInt64) in
            var tally = StageTally()
            tally.nanoseconds = share
            return tally
        }
        let line = ProgressTicker.line(snapshot, seconds: 3, inputBytes: 1000, stages: ["load", "clean", "export"])
        #expect(line == "600 articles, 200/s, 2 in quarantine, 25 % done, 9.0 s left; clean 60 %, export 30 %, load 10 %")
    }

    @Test func theSummaryIsATable() {
        let test = TestRun()
        test.transforms = [PickyStage(dropEvery: 50)]
        #expect(test.run(workers: 1) == .done)
        let lines = test.console.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0].split(separator: " ") == ["stage", "in", "out", "dropped", "failed", "time", "p50", "p95", "p99"])
        #expect(lines[1].split(separator: " ").prefix(5) == ["numbers", "100", "100", "0", "0"])
        #expect(lines[2].split(separator: " ").prefix(5) == ["picky", "100", "99", "1", "0"])
        #expect(lines[3].split(separator: " ").prefix(5) == ["memory", "99", "99", "0", "0"])
        #expect(lines[4] == "picky dropped 1 article: not wanted")
        #expect(lines[6] == "/memory  99 articles, 0 B")
        #expect(lines[7].hasPrefix("100 articles in 0."))
    }
}
