import Dispatch
import Foundation
import StageKit
@testable import SummarizeStage
import Synchronization
import Testing
import TestSupport

/// Stored answers, limits on requests, servers that are gone, runs that end.
@Suite struct PatienceTests {
    @Test func theSameQuestionIsAskedOnce() throws {
        let server = try LoopbackServer(LoopbackServer.saying(RemoteTrial.good))
        let trial = try RemoteTrial(server.endpoint)
        let first = try trial.summarized()
        let second = try trial.summarized()
        #expect(first.summary == second.summary && first.origin == second.origin)
        #expect(server.requests.count == 1)
        #expect(trial.counts["cached_answers"] == 1 && trial.counts["prompt_tokens"] == 100)
        trial.set { $0.model = "other" }
        _ = try trial.summarized()
        _ = try trial.summarized("Another text stands here. It has two sentences.")
        #expect(server.requests.count == 3)
        trial.set { $0.cache = false }
        _ = try trial.summarized()
        #expect(server.requests.count == 4)
    }

    @Test func failuresAreNotStored() throws {
        let server = try LoopbackServer { $0.number == 0 ? .answer(400, "") : .answer(200, LoopbackServer.completion(RemoteTrial.good)) }
        let trial = try RemoteTrial(server.endpoint)
        #expect(try trial.summarized().origin?["source"] == "extractive")
        #expect(try trial.summarized().origin?["source"] == "http")
    }

    @Test func oldAndSurplusAnswersGo() throws {
        let path = "\(NSTemporaryDirectory())copydesk-answers-\(UUID().uuidString).db"
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let day = 86_400
        func open(_ today: Int, most: Int = 10) throws -> AnswerCache { try AnswerCache(path, age: Double(5 * day), most: most, now: today * day) }
        func hash(_ number: UInt8) -> ContentHash { ContentHash([number]) }
        for number in UInt8(0)..<8 {
            try open(100 + Int(number)).store(ChatAnswer(content: "\(number)", isCutOff: false, promptTokens: 1, completionTokens: 2), for: hash(number))
        }
        #expect(try open(107).answer(to: hash(1)) == nil)
        // Asked for, it is as good as new.
        #expect(try open(107).answer(to: hash(2))?.content == "2")
        #expect(try open(111).answer(to: hash(2)) != nil)
        #expect(try open(111).answer(to: hash(4)) == nil)
        let few = try open(111, most: 2)
        #expect(try few.answer(to: hash(7)) != nil && few.answer(to: hash(2)) != nil && few.answer(to: hash(6)) == nil)
    }

    @Test func aBrokenStoreEndsTheRunAndSaysWhatToDo() throws {
        let trial = try RemoteTrial("http://127.0.0.1:9/v1")
        try FileManager.default.createDirectory(atPath: "\(trial.folder)/stages/summarize", withIntermediateDirectories: true)
        try Data(String(repeating: "no database ", count: 100).utf8).write(to: URL(fileURLWithPath: "\(trial.folder)/stages/summarize/answers.db"))
        #expect {
            try trial.worker()
        } throws: { error in
            (error as? StageFailure)?.reason.contains("answers.db cannot be opened") == true && (error as? StageFailure)?.advice?.contains("remove the file") == true
        }
    }

    @Test(arguments: [1, 3]) func noMoreRequestsThanAllowedAreUnderWay(most: Int) throws {
        let server = try LoopbackServer { _ in .later(0.05, .answer(200, LoopbackServer.completion(RemoteTrial.good))) }
        let trial = try RemoteTrial(server.endpoint)
        trial.set { $0.concurrency = most }
        // Each is of a stage of its own, as in another process.
        let workers = try (0..<8).map { _ in WorkerBox(try trial.worker()) }
        let articles = try (0..<16).map { try trial.article("Text \($0) is about the harbour. It has two sentences.") }
        // A queue each: concurrentPerform has no more threads than there are cores.
        let group = DispatchGroup()
        for (index, box) in workers.enumerated() {
            DispatchQueue(label: "test.\(index)").async(group: group) {
                for number in [index, index + 8] {
                    var article = articles[number]
                    _ = try? box.worker.process(&article)
                }
            }
        }
        group.wait()
        #expect(server.requests.count == 16)
        #expect(server.mostActive <= most)
        #expect(most == 1 || server.mostActive > 1, "\(server.mostActive)")
    }

    /// Touched by one thread at a time.
    private final class WorkerBox: @unchecked Sendable {
        var worker: SummarizeWorker

        init(_ worker: SummarizeWorker) {
            self.worker = worker
        }
    }

    private func process(_ worker: inout SummarizeWorker, _ trial: RemoteTrial, _ number: Int) throws -> Article {
        var article = try trial.article("Text \(number) is about the harbour of Larvik. It has two sentences.")
        _ = try worker.process(&article)
        return article
    }

    /// Nothing listens: one article, with its repetitions, is enough to know.
    @Test func aServerThatWasNeverThereIsGivenUpAtOnce() throws {
        let trial = try RemoteTrial("http://127.0.0.1:1/v1")
        var worker = try trial.worker()
        let reasons = try (0..<20).map { try process(&worker, trial, $0).reason }
        #expect(Set(reasons) == ["the server cannot be connected to, asked 4 times"])
        #expect(trial.counts["requests"] == 4 && trial.counts["fallbacks"] == 20)
        let told = trial.run.told.withLock { $0 }
        #expect(told.map(\.message) == ["summarize: http://127.0.0.1:1 cannot be connected to, asked 4 times; articles get extractive summaries until it answers"])
        #expect(told.first?.advice == "is it running?")
    }

    @Test func aServerThatFailsInARowIsLeftAloneUntilOneTrySucceeds() throws {
        let isUp = Mutex(true)
        let server = try LoopbackServer { _ in isUp.withLock { $0 } ? .answer(200, LoopbackServer.completion("The harbour of Larvik.")) : .answer(500, "") }
        let trial = try RemoteTrial(server.endpoint)
        trial.set {
            $0.retries = 0
            $0.outageAfter = 3
            $0.outagePause = TimeSpan(seconds: 0.3)
        }
        var worker = try trial.worker()
        #expect(try process(&worker, trial, 0).origin?["source"] == "http")
        isUp.withLock { $0 = false }
        for number in 1..<20 { #expect(try process(&worker, trial, number).reason == "the server answers with status 500") }
        #expect(server.requests.count == 4)
        isUp.withLock { $0 = true }
        usleep(400_000)
        for number in 20..<25 { #expect(try process(&worker, trial, number).origin?["source"] == "http") }
        #expect(trial.run.told.withLock { $0.map(\.severity) } == [.warning, .note])
    }

    @Test func anOutageCanEndTheRun() throws {
        let server = try LoopbackServer { _ in .answer(503, "") }
        let trial = try RemoteTrial(server.endpoint)
        trial.set {
            $0.retries = 0
            $0.outage = .stop
            $0.outageAfter = 2
        }
        var worker = try trial.worker()
        #expect(try process(&worker, trial, 0).reason == "the server answers with status 503")
        #expect(throws: RunFailure.self) { try process(&worker, trial, 1) }
        #expect(throws: RunFailure.self) { try process(&worker, trial, 2) }
        #expect(server.requests.count == 2)
    }

    @Test func aWrongKeyIsKnownAfterOneArticle() throws {
        let server = try LoopbackServer { _ in .answer(401, "") }
        let trial = try RemoteTrial(server.endpoint)
        var worker = try trial.worker()
        for number in 0..<5 { #expect(try process(&worker, trial, number).reason == "the server answers with status 401") }
        #expect(server.requests.count == 1)
    }

    /// Whatever the stage waits for, it puts its article back within seconds.
    @Test(arguments: ["an answer", "a repetition", "a slot", "its turn"]) func aRunThatEndsIsNotKeptWaiting(what: String) throws {
        let server = try LoopbackServer { _ in what == "an answer" ? .silence : .answer(429, headers: what == "its turn" ? ["Retry-After: 100"] : [], "") }
        let trial = try RemoteTrial(server.endpoint)
        trial.set {
            $0.timeout = TimeSpan(seconds: 100)
            $0.retryPause = TimeSpan(seconds: 100)
            $0.concurrency = 1
        }
        let holder = what == "a slot" ? try RequestSlots("\(trial.folder)/stages/summarize/requests", count: 1).lease() : nil
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { [run = trial.run] in run.isStopping.withLock { $0 = true } }
        let began = MonotonicTime.seconds
        #expect(throws: RunFailure.self) { try trial.summarized() }
        #expect(MonotonicTime.seconds - began < 5)
        withExtendedLifetime(holder) {}
        #expect(trial.run.told.withLock { $0.isEmpty })
    }

    /// What is under way when a run ends may come in, and is paid for once.
    @Test func anAnswerThatComesInTimeIsTaken() throws {
        let server = try LoopbackServer { _ in .later(1, .answer(200, LoopbackServer.completion(RemoteTrial.good))) }
        let trial = try RemoteTrial(server.endpoint)
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { [run = trial.run] in run.isStopping.withLock { $0 = true } }
        #expect(try trial.summarized().origin?["source"] == "http")
    }

    @Test func pausesGrowAndStayWithinBounds() {
        var random = SplitMix64(seed: 1)
        let pause = RetryPause(first: 1)
        for number in 0..<12 {
            let seconds = pause.seconds(beforeRepetition: number, wanted: 0, using: &random)
            let whole = min(Double(1 << number), RetryPause.longest)
            #expect(seconds >= whole / 2 && seconds <= whole)
        }
        #expect(pause.seconds(beforeRepetition: 0, wanted: 30, using: &random) == 30)
    }
}
