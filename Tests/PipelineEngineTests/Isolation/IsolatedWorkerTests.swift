@testable import PipelineEngine
import StageKit
import Testing

/// The run's side, with worker processes that are lines of shell and misbehave in every way.
@Suite struct IsolatedWorkerTests {
    /// Marks the first article, in the first stage, as `WorkMark` does: little-endian, article 1 in the second byte.
    private static let marksFirst = "printf '\\000\\001\\000\\000\\000\\000\\000\\000' >&3"

    private func reasons(_ batch: FinishedBatch<[String]>?) -> [String] { batch?.failures.map(\.reason) ?? ["not done"] }

    @Test func answersAreBookedInOrderAndMessagesTold() throws {
        let fake = FakeWorker("""
            read hello; echo '{"message":{"severity":"note","message":"while starting"}}'; echo "$ready"
            echo '{"message":{"severity":"warning","message":"take care"}}'
            read a; echo '{"article":{"id":"1","source":{"uri":"in","record":0},"text":"One."},"nanoseconds":[5]}'
            read a; echo '{"dropped":{"stage":"numbers","reason":"not wanted"},"nanoseconds":[6]}'
            read a; echo '{"failed":{"stage":"numbers","reason":"cannot","advice":"mend it"},"nanoseconds":[7]}'
            read a; echo '{"error":"the line was garbled"}'
            read end
            """)
        let batch = try #require(try fake.process(4))
        #expect(batch.encoded.flatMap { $0 } == ["One."])
        #expect(batch.failures.map(\.reason) == ["cannot", "the line was garbled"])
        #expect(batch.failures[0].advice == "mend it")
        #expect(String(decoding: batch.failures[0].record.bytes, as: UTF8.self) == "Text 2.")
        #expect(batch.tallies[0].dropped == ["not wanted": 1])
        #expect(batch.tallies[0].nanoseconds == 18)
        #expect((batch.tallies[0].entered, batch.tallies[0].kept, batch.tallies[0].failed) == (4, 1, 2))
        #expect(fake.console.errors == "copydesk: warning: take care\n")
        #expect(fake.stop.reason == nil)
    }

    @Test func aWorkerThatDiesInAnArticleCostsThatOneAndIsReplaced() throws {
        let batch = try FakeWorker("read hello; echo \"$ready\"; read a; \(Self.marksFirst); kill -ABRT $$").process(3)
        #expect(reasons(batch) == Array(repeating: "the worker process crashed (SIGABRT)", count: 3))
        #expect(batch?.tallies[0].failed == 3)
        #expect(batch?.failures.map(\.record.source.record) == [0, 1, 2])
    }

    @Test func aWorkerThatEndsInAnArticleSaysItsExitCode() throws {
        let batch = try FakeWorker("read hello; echo \"$ready\"; read a; \(Self.marksFirst); exit 9").process(1)
        #expect(reasons(batch) == ["the worker process ended with exit code 9"])
    }

    @Test func aWorkerThatHangsIsEnded() throws {
        let batch = try FakeWorker("read hello; echo \"$ready\"; read a; \(Self.marksFirst); exec sleep 1000").process(2, seconds: 1)
        #expect(reasons(batch) == Array(repeating: "it took longer than limits.seconds (1) allows", count: 2))
    }

    @Test(arguments: ["nonsense", "{}", "[]", #"{"article":{"id":"1"},"nanoseconds":[]}"#, #"{"article":{},"nanoseconds":[1]}"#, #"{"dropped":{"reason":"x"},"nanoseconds":[1,2,3]}"#])
    func anAnswerThatMakesNoSenseCostsTheArticle(answer: String) throws {
        let batch = try FakeWorker("read hello; echo \"$ready\"; read a; echo '\(answer)'; exec sleep 1000").process(2)
        #expect(reasons(batch).count == 2)
        #expect(reasons(batch).allSatisfy { $0.hasPrefix("the worker process answered what makes no sense: ") })
    }

    /// The article is not to blame: nothing of it goes to quarantine, and the rest of the batch is not asked about.
    @Test func aStageThatCannotGoOnEndsTheBatch() throws {
        let fake = FakeWorker("read hello; echo \"$ready\"; read a; echo '{\"stopped\":{\"stage\":\"numbers\",\"reason\":\"the service is gone\"},\"nanoseconds\":[1]}'; exec sleep 1000")
        let batch = try #require(try fake.process(3))
        #expect(batch.runFailure == RunFailure("numbers: the service is gone"))
        #expect(batch.failures.isEmpty && batch.outcomes.isEmpty)
    }

    @Test func whatAStageCountsIsBooked() throws {
        let fake = FakeWorker("read hello; echo \"$ready\"; while read a; do echo '{\"dropped\":{\"reason\":\"x\"},\"nanoseconds\":[1],\"counts\":[{\"asked\":2}]}'; done")
        #expect(try fake.process(3)?.tallies[0].counts == ["asked": 6])
    }

    /// Dying between two articles is nobody's fault: the next process goes on.
    @Test func aWorkerThatDiesBetweenArticlesCostsNone() throws {
        let batch = try FakeWorker("read hello; echo \"$ready\"; read a; echo '{\"dropped\":{\"reason\":\"x\"},\"nanoseconds\":[1]}'; exit 0").process(8)
        #expect(batch?.failures.isEmpty == true)
        #expect(batch?.tallies[0].dropped == ["x": 8])
    }

    @Test(arguments: ["exit 7", "read hello; exit 7", "read hello; echo \"$ready\"; exit 7"])
    func workersThatDieAtStartFailTheRun(script: String) throws {
        let fake = FakeWorker(script)
        #expect(try fake.process(3) == nil)
        #expect(fake.stop.reason == .failure("worker processes end before they finish one article, 5 times in a row; the last: the worker process ended with exit code 7"))
    }

    @Test(arguments: [
        (#"{"error":"the file has changed","advice":"start again"}"#, "the file has changed; start again"),
        (#"{"protocol":"copydesk-worker","version":2}"#, "the other side speaks another version of the protocol than 1; use the same copydesk on both sides"),
        (#"{"protocol":"copydesk-worker","version":1,"pipeline":"q","stages":["numbers"]}"#, "it has another pipeline than the run"),
        (#"{"protocol":"copydesk-worker","version":1,"pipeline":"p","stages":[]}"#, "it has another pipeline than the run"),
        ("hello", "a line is not JSON: a value should be here at byte 0"),
    ])
    func aBadHandshakeFailsTheRun(answer: String, reason: String) throws {
        let fake = FakeWorker("read hello; echo '\(answer)'; exec sleep 1000")
        #expect(try fake.process(3) == nil)
        #expect(fake.stop.reason == .failure("a worker process refuses: \(reason)"))
    }
}
