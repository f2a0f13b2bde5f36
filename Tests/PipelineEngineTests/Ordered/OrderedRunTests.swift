internal import Glibc
@testable import PipelineEngine
import StageKit
import Testing

/// A stage that compares articles gives the same answers however they are grouped and wherever a run stops.
@Suite struct OrderedRunTests {
    private func run(_ test: TestRun, workers: Int, batch: Int) -> ExitCode { test.run(workers: workers, batch: batch) }

    @Test(arguments: [(1, 1), (1, 7), (2, 1), (2, 7), (4, 3), (8, 1), (3, 1000)]) func theFirstOfAKindIsKept(workers: Int, batch: Int) throws {
        let test = TestRun()
        // Later articles come sooner, so that batches wait for their turn.
        test.transforms = [EchoStage(pause: { usleep(UInt32(100 - $0) * 20) }), MarkStage(pause: { usleep(UInt32($0 % 7) * 100) })]
        #expect(test.run(workers: workers, batch: batch) == .done)
        #expect(test.sink.store.visible == test.texts { $0 < 10 })
        #expect(try test.report["stages"]?.arrayValue?[1]["dropped"] == ["an echo": 90])
        let repeats = try FileSystem.read(test.state.repeatsFile)?.split(separator: 0x0A).map { try JSONParser.parse(Array($0)) }
        #expect(repeats?.map { $0["source"]?["record"] } == (10..<100).map { .integer($0) })
        #expect(repeats?.first?["of"]?.stringValue == ArticleID(content: Array("Article number 0.".utf8)).description)
    }

    /// Who fails or is dropped behind the stage is in no output, and so its twin is no repeat.
    @Test(arguments: [(1, 1), (2, 7), (4, 3), (3, 1000)]) func whatDoesNotReachTheOutputsIsNotRepeated(workers: Int, batch: Int) throws {
        let test = TestRun()
        test.transforms = [EchoStage(), MarkStage(failing: [0, 10, 3], dropping: [20, 4, 14])]
        #expect(test.run(workers: workers, batch: batch) == .doneWithQuarantine)
        #expect(test.sink.store.visible == test.texts { [1, 2, 5, 6, 7, 8, 9, 13, 24, 30].contains($0) })
        #expect(try test.quarantined.map { $0["source"]?["record"]?.integerValue } == [0, 3, 10])
    }

    /// Stages behind it see the mark, also where it was not foreseen.
    @Test(arguments: [(1, 1), (2, 7), (4, 3), (3, 1000)]) func stagesBehindSeeTheMark(workers: Int, batch: Int) throws {
        let test = TestRun()
        test.transforms = [EchoStage(drops: false, pause: { usleep(UInt32($0 % 5) * 100) }), MarkStage(keepsMarked: false, failing: [0])]
        #expect(test.run(workers: workers, batch: batch) == .doneWithQuarantine)
        #expect(test.sink.store.visible == test.texts { ($0 > 0 && $0 < 10) || $0 == 10 })
        #expect(try test.report["stages"]?.arrayValue?[2]["dropped"] == ["marked": 89])
    }

    @Test(arguments: [0, 1, 29, 31, 77]) func aStoppedRunGoesOnAsIfItHadNot(number: Int) throws {
        let test = TestRun()
        test.transforms = [EchoStage(kinds: 40), MarkStage(failing: [5, 45])]
        test.source.beforeReading = { [stop = test.stop] in if $0 == number { stop.raise(.signal(15)) } }
        #expect(test.run() == .signal(15))
        test.source.beforeReading = { _ in }
        test.stop = StopFlag()
        #expect(test.run() == .doneWithQuarantine)
        #expect(test.sink.store.visible == test.texts { ($0 < 40 && $0 != 5) || $0 == 85 })
        let repeats = try FileSystem.read(test.state.repeatsFile)?.split(separator: 0x0A).count
        #expect(repeats == 58)
        #expect(try MemoryHead(FileSystem.read(test.state.memoryFile) ?? [])?.articles == 40)
        #expect(FileSystem.size(test.state.repeatsPartFile) == nil)
    }

    @Test func aStageThatCannotGoOnEndsTheRunForAllWhoWait() throws {
        let test = TestRun()
        test.transforms = [EchoStage(kinds: 100), FailingServiceStage(goneFrom: 40)]
        #expect(test.run(workers: 4, batch: 3) == .failed)
        #expect(test.console.errors.contains("service: the service is gone"))
        test.transforms = [EchoStage(kinds: 100), FailingServiceStage()]
        test.stop = StopFlag()
        #expect(test.run(workers: 4, batch: 3) == .done)
        #expect(test.sink.store.visible == test.texts())
    }

    @Test func aRunThatIsGivenUpIsNotRemembered() throws {
        let test = TestRun()
        test.errors.most = Percentage(fraction: 0.05)
        test.errors.leastArticles = 20
        test.transforms = [EchoStage(kinds: 100, memoryScope: .runs), MarkStage(failing: Set(50..<100))]
        #expect(test.run() == .tooManyErrors)
        #expect(FileSystem.size(test.state.memoryFile) == nil && FileSystem.size(test.state.repeatsPartFile) == nil)
        test.stop = StopFlag()
        test.transforms = [EchoStage(kinds: 100, memoryScope: .runs), MarkStage()]
        #expect(test.run() == .done)
        #expect(test.sink.store.visible == test.texts())
    }

    // MARK: - Across runs

    @Test(arguments: [(MemoryScope.run, RunMode.all, 10), (.outputs, .all, 10), (.runs, .all, 0), (.runs, .full, 10)])
    func aRunRemembersAsFarAsItsScopeSays(scope: MemoryScope, mode: RunMode, kept: Int) throws {
        let test = TestRun()
        test.transforms = [EchoStage(memoryScope: scope)]
        #expect(test.run() == .done)
        test.options.mode = mode
        #expect(test.run() == .done)
        #expect(test.sink.store.visible == test.texts { $0 < kept })
        #expect(try MemoryHead(FileSystem.read(test.state.memoryFile) ?? [])?.articles == 10)
        #expect(FileSystem.names(in: test.state.path).filter { MemoryHead.generation(of: $0) != nil }.count == 1)
    }

    @Test func aMemoryOfOtherSettingsIsRefused() throws {
        let test = TestRun()
        test.transforms = [EchoStage(memoryScope: .runs)]
        #expect(test.run() == .done)
        test.transforms = [EchoStage(memoryScope: .runs, memoryFormat: "fancy")]
        #expect(test.run() == .failed)
        #expect(test.console.errors.contains("echo remembers 10 articles by other settings (plain) than it has now (fancy); set them back, or give --full"))
        test.options.mode = .full
        #expect(test.run() == .done)
    }

    @Test(arguments: ["entries", "head", "gone", "short"]) func aDamagedMemoryIsSaidAndNotUsed(what: String) throws {
        let test = TestRun()
        test.transforms = [EchoStage(memoryScope: .runs)]
        #expect(test.run() == .done)
        let log = "\(test.state.path)/memory-1.log"
        var bytes = try #require(try FileSystem.read(log))
        switch what {
        case "entries":
            bytes[bytes.count / 2] ^= 4
            try FileSystem.replace(log, with: bytes)
        case "head": try FileSystem.replace(test.state.memoryFile, with: Array("{".utf8))
        case "gone": try FileSystem.remove(log)
        default: try FileSystem.replace(log, with: Array(bytes.dropLast()))
        }
        #expect(test.run() == .failed)
        #expect(test.console.errors.contains("memory"), "\(test.console.errors)")
        if what != "gone", what != "short" { #expect(test.console.errors.contains("is damaged"), "\(test.console.errors)") }
        #expect(test.console.errors.contains("give --full to read all articles again, or remove"), "\(test.console.errors)")
        test.options.mode = .full
        #expect(test.run() == .done)
        #expect(test.sink.store.visible == test.texts { $0 < 10 })
    }
}
