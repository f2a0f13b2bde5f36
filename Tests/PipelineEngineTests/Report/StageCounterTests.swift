import Foundation
@testable import PipelineEngine
import StageKit
import Testing

/// What stages count beside articles reaches the report, once for each article, whatever happens to the run.
@Suite struct StageCounterTests {
    private func counts(_ test: TestRun) throws -> JSONValue? {
        try test.report["stages"]?.arrayValue?[1]["counts"]
    }

    @Test(arguments: [1, 4]) func theReportHasTheSums(workers: Int) throws {
        let test = TestRun()
        test.transforms = [CountingStage(failEvery: 10)]
        test.options.metricsFile = "\(test.state.path)/metrics.prom"
        #expect(test.run(workers: workers) == .doneWithQuarantine)
        #expect(try counts(test) == ["asked_articles": 100, "cost": 3.0])
        #expect(test.console.output.contains("counting: 100 asked articles, 3.0 cost\n"))
        let metrics = try String(contentsOfFile: "\(test.state.path)/metrics.prom", encoding: .utf8)
        #expect(metrics.contains("copydesk_last_run_stage_count{pipeline=\"test\",stage=\"counting\",counter=\"asked_articles\"} 100\n"))
        #expect(metrics.contains("stage=\"counting\",counter=\"cost\"} 3.0\n"))
        let status = try PipelineStatus(of: test.plan, stateDirectory: test.state.path, environment: [:])
        #expect(status.text.contains("  counting: 100 asked articles, 3.0 cost\n"))
    }

    @Test func aStageThatCountsNothingHasNone() throws {
        let test = TestRun()
        test.transforms = [PickyStage()]
        #expect(test.run() == .done)
        #expect(try counts(test) == nil)
        #expect(test.console.output.contains("counting") == false)
    }

    @Test(arguments: [1, 50, 99]) func anInterruptionCountsNothingTwice(number: Int) throws {
        let test = TestRun()
        test.transforms = [CountingStage()]
        test.source.beforeReading = { [stop = test.stop] in if $0 == number { stop.raise(.signal(15)) } }
        #expect(test.run() == .signal(15))
        test.source.beforeReading = { _ in }
        test.stop = StopFlag()
        #expect(test.run() == .done)
        #expect(try counts(test) == ["asked_articles": 100, "cost": 3.0])
    }

    @Test func aWorkerProcessSendsItsCounts() throws {
        let passage = Passage(outcome: .dropped(reason: "x"), nanoseconds: [1, 2], counts: [1: ["asked_articles": 4]])
        var json = JSONWriter()
        WorkerAnswer.write(passage, stages: ["load", "counting"], to: &json)
        #expect(String(decoding: json.bytes, as: UTF8.self).hasSuffix("\"counts\":[{},{\"asked_articles\":4}]}\n"))
        guard case .passage(let read) = try WorkerAnswer(line: json.bytes.dropLast(), stages: 2) else {
            Issue.record("no passage")
            return
        }
        #expect(read.counts == [1: ["asked_articles": 4]])
    }

    @Test(arguments: ["[{}]", "[1,{}]"]) func countsThatMakeNoSenseAreAnError(counts: String) {
        #expect(throws: StageFailure.self) {
            try WorkerAnswer(line: Array(#"{"dropped":{"reason":"x"},"nanoseconds":[1,2],"counts":\#(counts)}"#.utf8), stages: 2)
        }
    }
}
