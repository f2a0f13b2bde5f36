internal import Glibc
@testable import PipelineEngine
import StageKit
import Testing

@Suite struct PipelineRunTests {
    @Test(arguments: [(1, 1), (2, 7), (7, 500), (3, 1)])
    func theOutputIsInInputOrderWhateverTheWorkersAndBatches(workers: Int, batch: Int) {
        let test = TestRun()
        test.source.count = 200
        test.transforms = [PickyStage(dropEvery: 5, pause: { usleep(UInt32($0 % 7) * 100) })]
        #expect(test.run(workers: workers, batch: batch) == .done)
        #expect(test.sink.store.visible == test.texts { $0 == 0 || $0 % 5 != 0 })
    }

    @Test func failedArticlesGoToQuarantineWholeAndTheRunGoesOn() throws {
        let test = TestRun()
        test.source.brokenEvery = 40
        test.transforms = [PickyStage(failEvery: 30)]
        #expect(test.run() == .doneWithQuarantine)
        #expect(test.sink.store.visible == test.texts { $0 == 0 || ($0 % 40 != 0 && $0 % 30 != 0) })
        let quarantined = try test.quarantined
        #expect(quarantined.map { $0["source"]?["record"]?.integerValue } == [30, 40, 60, 80, 90])
        #expect(
            quarantined.first?.objectValue?.filter { $0.key != "run" } == [
                "stage": "picky", "reason": "number 30 is refused", "advice": "take another", "settings": "0",
                "source": ["uri": "numbers", "record": 30], "record": ["format": "text", "text": "Article number 30."],
            ])
        #expect(quarantined[1]["stage"] == "numbers")
    }

    @Test func aSplitThatCannotBeOpenedIsQuarantinedByName() throws {
        let test = TestRun()
        test.source.unreadableSplits = [1]
        #expect(test.run() == .doneWithQuarantine)
        #expect(test.sink.store.visible == test.texts { !(30..<60).contains($0) })
        #expect(try test.quarantined.map { $0["reason"] } == ["the split cannot be opened"])
    }

    @Test func moreErrorsThanAllowedStopTheRunAndNothingIsVisible() throws {
        let test = TestRun()
        test.errors.most = Percentage(fraction: 0.05)
        test.transforms = [PickyStage(failEvery: 10)]
        #expect(test.run() == .tooManyErrors)
        #expect(test.sink.store.visible == nil)
        #expect(test.sink.store.isAbandoned)
        // 2 of 21 is the first share above 5 % once 20 articles were seen, in the order of the input.
        #expect(try test.report["message"] == "stopped: 2 of 21 articles failed, more than errors.most (5%) allows; see the quarantine for the reasons")
        #expect(try test.quarantined.count == 2)
    }

    @Test func fewArticlesNeverExceedTheLimit() {
        let test = TestRun()
        test.errors.most = Percentage(fraction: 0.05)
        test.source.count = 19
        test.transforms = [PickyStage(failEvery: 2)]
        #expect(test.run() == .doneWithQuarantine)
    }

    @Test func noInputIsAnErrorOnlyWhereItIsRequired() {
        let test = TestRun()
        test.source.count = 0
        #expect(test.run() == .done)
        #expect(test.sink.store.visible == [])
        test.source.isRequired = true
        #expect(test.run() == .noInput)
    }

    @Test func anOutputThatCannotBeWrittenFailsTheRun() throws {
        let test = TestRun()
        test.sink.fullAfter = 50
        #expect(test.run() == .failed)
        #expect(test.sink.store.visible == nil)
        #expect(try test.report["message"] == "the disk is full; once that is mended, the next run goes on from the last commit")
    }

    @Test func aSecondRunLeavesAtOnce() throws {
        let test = TestRun()
        try test.state.create()
        let lock = try RunLock.take(test.state.lockFile)
        #expect(test.run() == .locked)
        #expect(test.sink.store.visible == nil && !test.sink.store.isAbandoned)
        _ = lock
    }

    @Test func aLockOfADeadRunHoldsNobodyBack() throws {
        let test = TestRun()
        try test.state.create()
        try FileSystem.replace(test.state.lockFile, with: Array("process 1 since long ago".utf8))
        #expect(test.run() == .done)
    }

    @Test func aSignalEndsARunWhoseInputHangs() {
        let test = TestRun()
        test.source.beforeReading = { [stop = test.stop] number in
            guard number == 50 else { return }
            stop.raise(.signal(2))
            sleep(3)
        }
        let started = Clock.monotonic
        #expect(test.run() == .signal(2))
        #expect(Clock.monotonic - started < 2_500_000_000)
    }
}
