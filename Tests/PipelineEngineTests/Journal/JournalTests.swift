@testable import PipelineEngine
import StageKit
import Testing
import TestSupport

@Suite struct JournalTests {
    private let identity = RunIdentity(run: "r", started: "s", pipeline: "p", input: "i", output: "o")

    private func point(_ written: Int) -> CommitPoint {
        CommitPoint(
            counts: ArticleCounts(written: written, dropped: 1, failed: 2), position: InputPosition(split: 3, record: 4, bytes: 5),
            sink: ["length": 6], quarantineLength: 7, passed: [ArticleSource(uri: "u", record: written, line: 9)],
            tallies: [StageTally(entered: 10, kept: 8, failed: 1, dropped: ["short": 1], nanoseconds: 99)], isFinal: written > 2)
    }

    private var bytes: [UInt8] {
        Journal.line(identity.json) + (1...3).flatMap { Journal.line(point($0).json) }
    }

    @Test func readsWhatWasWritten() throws {
        let reader = try #require(JournalReader(bytes))
        #expect(reader.identity == identity)
        #expect(reader.last?.json == point(3).json)
        #expect(reader.passed.map(\.record) == [1, 2, 3])
        #expect(reader.length == bytes.count)
        #expect(reader.articles == 6)
    }

    @Test func aTornTailIsAsIfItHadNeverBegun() throws {
        let lines = Journal.line(identity.json).count
        let commits = (1...3).map { Journal.line(point($0).json).count }
        for length in 0..<bytes.count {
            let reader = JournalReader(Array(bytes.prefix(length)))
            guard length >= lines else {
                #expect(reader == nil)
                continue
            }
            let whole = commits.indices.last { length >= lines + commits[...$0].reduce(0, +) }
            #expect(reader?.last?.counts.written == whole.map { $0 + 1 }, "cut at \(length)")
        }
    }

    @Test func aFlippedBitEndsTheJournalThere() throws {
        var random = SplitMix64(seed: 1)
        for round in 0..<2000 {
            var damaged = bytes
            let at = Int.random(in: 0..<damaged.count, using: &random)
            damaged[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            guard let reader = JournalReader(damaged) else { continue }
            #expect(reader.length <= at, "round \(round), byte \(at)")
        }
    }

    @Test func randomBytesAreNoJournal() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<2000 {
            let noise = (0..<Int.random(in: 0..<200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(JournalReader(noise) == nil)
        }
    }
}
