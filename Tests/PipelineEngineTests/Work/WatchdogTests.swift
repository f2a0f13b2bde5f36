internal import Glibc
@testable import PipelineEngine
import StageKit
import Testing

@Suite struct WatchdogTests {
    @Test func aWorkerThatIsLongInAnArticleIsToldOfOnce() {
        let test = TestRun()
        test.limits.seconds = 1
        test.source.count = 10
        let console = test.console
        // It goes on when the watchdog has spoken, and three looks later, so that a second word would be heard.
        test.transforms = [PickyStage(pause: { number in
            guard number == 5 else { return }
            for _ in 0..<600 where !console.errors.contains("has been in") { usleep(50_000) }
            usleep(400_000)
        })]
        #expect(test.run(workers: 1) == .done)
        let told = console.errors.split(separator: "\n").filter { $0.contains("has been in") }
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("copydesk: warning: worker 0 has been in 'picky' with numbers for ") == true, "\(told)")
        #expect(told.first?.contains("isolation: process") == true)
    }

    @Test func aMarkTellsArticleStageAndTime() {
        let mark = WorkMark()
        #expect(mark.place == nil)
        let before = Clock.monotonic
        mark.begin(article: 70_000)
        mark.enter(stage: 3, ofArticle: 70_000)
        #expect(mark.place?.article == 70_000 && mark.place?.stage == 3)
        #expect((mark.place?.began ?? 0) >= before)
        mark.clear()
        #expect(mark.place == nil)
        #expect(!mark.hasMemoryRunOut)
    }
}
