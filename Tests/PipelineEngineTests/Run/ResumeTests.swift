@testable import PipelineEngine
import StageKit
import Testing

@Suite struct ResumeTests {
    /// A run that a signal stops while it reads record `number`.
    private func interruptedRun(at number: Int, _ test: TestRun) -> ExitCode {
        test.source.beforeReading = { [stop = test.stop] in if $0 == number { stop.raise(.signal(15)) } }
        defer {
            test.source.beforeReading = { _ in }
            test.stop = StopFlag()
        }
        return test.run()
    }

    @Test(arguments: [0, 1, 29, 30, 31, 77, 99]) func aStoppedRunGoesOnWhereItWas(number: Int) throws {
        let test = TestRun()
        test.transforms = [PickyStage(dropEvery: 5, failEvery: 7)]
        #expect(interruptedRun(at: number, test) == .signal(15))
        #expect(test.sink.store.visible == nil && !test.sink.store.isAbandoned)
        #expect(try test.report["interrupted"] == true)
        #expect(test.run() == .doneWithQuarantine)
        #expect(test.sink.store.visible == test.texts { $0 == 0 || ($0 % 5 != 0 && $0 % 7 != 0) })
        #expect(try test.quarantined.map { $0["source"]?["record"]?.integerValue } == (1..<100).filter { $0 % 7 == 0 })
        #expect(try test.report["articles"]?["read"] == 100)
        #expect(try test.report["stages"]?.arrayValue?[1]["in"] == 100)
        #expect(FileSystem.size(test.state.journalFile) == nil)
    }

    @Test func aRunWhoseDiskWasFullGoesOn() throws {
        let test = TestRun()
        test.sink.fullAfter = 50
        #expect(test.run() == .failed)
        test.sink.fullAfter = .max
        test.stop = StopFlag()
        #expect(test.run() == .done)
        #expect(test.sink.store.visible == test.texts())
        #expect(test.console.errors.contains("copydesk: note: going on with the run of "))
    }

    @Test func whatPassedBeforeTheInterruptionLeavesTheQuarantine() throws {
        let test = TestRun()
        test.transforms = [PickyStage(failEvery: 10)]
        #expect(test.run() == .doneWithQuarantine)
        test.transforms = [PickyStage(failEvery: 20)]
        #expect(interruptedRun(at: 50, test) == .signal(15))
        #expect(test.run() == .doneWithQuarantine)
        #expect(try test.quarantined.map { $0["source"]?["record"] } == [20, 40, 60, 80])
    }

    @Test(arguments: ["pipeline", "input"]) func aChangeInBetweenIsNoticed(what: String) throws {
        let test = TestRun()
        #expect(interruptedRun(at: 50, test) == .signal(15))
        if what == "input" { test.source.count = 90 } else { test.fingerprint = "changed" }
        #expect(test.run() == .failed)
        let change = what == "input" ? "its input has changed since" : "the pipeline's stages or settings have changed since"
        #expect(test.console.errors.contains("and \(change); undo that to finish it, or give --restart to begin anew\n"))
        #expect(test.run(restarts: true) == .done)
        #expect(test.sink.store.visible == test.texts())
    }

    @Test func inputThatCannotBeReadTwiceIsGivenUp() throws {
        let test = TestRun()
        test.source.isRepeatable = false
        #expect(interruptedRun(at: 50, test) == .signal(15))
        #expect(test.sink.store.isAbandoned)
        #expect(FileSystem.size(test.state.journalFile) == nil)
        #expect(test.run() == .done)
        #expect(test.sink.store.visible == test.texts())
    }
}
