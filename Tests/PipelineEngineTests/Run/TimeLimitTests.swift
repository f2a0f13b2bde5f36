internal import Glibc
@testable import PipelineConfig
@testable import PipelineEngine
import StageKit
import Testing

@Suite struct TimeLimitTests {
    @Test func aDeadlineStopsTheRunSafely() throws {
        let test = TestRun()
        test.options.deadline = 0.2
        // Far longer than the deadline, however busy the machine is.
        test.source.beforeReading = { _ in usleep(200_000) }
        #expect(test.run() == .deadlineReached)
        #expect(test.sink.store.visible == nil)
        test.stop = StopFlag()
        test.options.deadline = nil
        test.source.beforeReading = { _ in }
        #expect(test.run() == .done)
        #expect(test.sink.store.visible == test.texts())
    }

    @Test func waitingTakesTheLockOnceItIsFree() throws {
        let test = TestRun()
        try test.state.create()
        var lock: RunLock? = try RunLock.take(test.state.lockFile)
        test.options.wait = 0.3
        #expect(test.run() == .locked)
        #expect(lock != nil)
        lock = nil
        #expect(test.run() == .done)
    }

    @Test func waitingLongerThanTheClockCountsDoesNotOverflow() throws {
        let test = TestRun()
        test.options.wait = try #require(TimeSpan("999999999999d")).seconds
        #expect(test.run() == .done)
    }

    @Test func statusTellsTheLastRunAndTheQuarantine() throws {
        let test = TestRun()
        test.transforms = [PickyStage(failEvery: 30)]
        let before = try PipelineStatus(of: test.plan, stateDirectory: test.state.path, environment: [:])
        #expect(before.lastRun == nil && before.quarantine.isEmpty)
        #expect(test.run() == .doneWithQuarantine)
        let status = try PipelineStatus(of: test.plan, stateDirectory: test.state.path, environment: [:])
        #expect(status.quarantine.map(\.count) == [1, 1, 1])
        #expect(status.runningProcess == nil && status.unfinished == nil)
        #expect(status.text.contains("  100 articles: 97 written, 0 dropped, 3 failed\nquarantine: 3 articles\n  1 × picky: number 30 is refused (e.g. numbers)\n"))
    }

    @Test func metricsAreWrittenForPrometheus() throws {
        let test = TestRun()
        test.options.metricsFile = "\(test.state.path)/copydesk.prom"
        try test.state.create()
        #expect(test.run() == .done)
        let text = String(decoding: try FileSystem.read("\(test.state.path)/copydesk.prom") ?? [], as: UTF8.self)
        #expect(text.contains("# TYPE copydesk_last_run_articles gauge\ncopydesk_last_run_articles{pipeline=\"test\",result=\"written\"} 100\n"))
        #expect(text.contains("copydesk_last_run_exit_code{pipeline=\"test\"} 0\n"))
    }
}
