import StageKit
import Testing
import TestSupport

@testable import LoadStage

/// A large file read in pieces gives what it gives in one.
@Suite struct SplitTests {
    /// Lines of all kinds: good, bad, blank, long, with any line end.
    private func lines(_ random: inout SplitMix64) -> [UInt8] {
        var bytes: [UInt8] = random.below(3) == 0 ? [0xEF, 0xBB, 0xBF] : []
        for number in 0..<random.below(60) {
            switch random.below(8) {
            case 0: bytes += Array(random.pick(["", " ", "\t\r", "\r"]).utf8)
            case 1: bytes += Array("{\"text\": broken".utf8)
            case 2: bytes += Array("{\"text\":\"\(String(repeating: "x", count: random.below(600)))\"}".utf8)
            case 3: bytes += Array(String(repeating: " ", count: random.below(600)).utf8)
            default: bytes += Array("{\"text\":\"Line \(number) été\"}".utf8)
            }
            bytes += Array(random.pick(["\n", "\n", "\r\n"]).utf8)
        }
        if random.below(2) == 0, !bytes.isEmpty { bytes.removeLast() }
        return bytes
    }

    private struct Seen: Equatable {
        var source: ArticleSource
        var bytes: [UInt8]
        var failure: StageFailure?
        init(_ record: SourceRecord) { (source, bytes, failure) = (record.source, record.bytes, record.failure) }
    }

    @Test func jsonLinesInPiecesOfAnySize() throws {
        for seed in UInt64(1)...60 {
            var random = SplitMix64(seed: seed)
            let folder = Folder()
            let bytes = lines(&random)
            folder.write("a.jsonl", bytes)
            let configure = { (stage: inout LoadStage) in stage.mostRecord = ByteSize(bytes: 400) }
            let whole = try folder.read("a.jsonl", configure: configure).records.map(Seen.init)
            for pieces in [1, 2, 1 + random.below(50), 1 + random.below(1000), max(1, bytes.count - 1), bytes.count + 1] {
                let finder = InputFinder(directory: folder.path, format: nil, require: nil)
                let splits = try finder.find(["a.jsonl"], pieces: pieces) { _ in }.splits
                #expect(splits.map { $0.length ?? bytes.count }.reduce(0, +) == bytes.count, "seed \(seed), pieces of \(pieces)")
                // In order; and each alone, as a run that goes on in the middle reads it.
                let inOrder = try Reading(folder.stage(configure: configure), splits, folder.context())
                #expect(inOrder.records.map(Seen.init) == whole, "seed \(seed), pieces of \(pieces)")
                let alone = try splits.reversed().map { try Reading(folder.stage(configure: configure), [$0], folder.context()).records.map(Seen.init) }
                #expect(alone.reversed().flatMap(\.self) == whole, "seed \(seed), pieces of \(pieces), each alone")
            }
        }
    }

    /// Where a line of a table ends, a cell may go on: only reading it from the start tells.
    @Test func tablesAreNotCut() throws {
        let folder = Folder()
        folder.write("a.csv", "title,text\n" + (0..<500).map { "\($0),\"two\nlines \($0)\"\n" }.joined())
        let splits = try InputFinder(directory: folder.path, format: nil, require: nil).find(["a.csv"], pieces: 10) { _ in }.splits
        #expect(splits == [Split(uri: "a.csv", version: splits.first?.version)])
        let reading = try folder.read("a.csv")
        #expect(reading.texts == (0..<500).map { "two\nlines \($0)" })
        #expect(reading.records.map(\.source.line) == (0..<500).map { 2 + 2 * $0 })
    }

    @Test func piecesBeginAtLines() throws {
        let folder = Folder()
        folder.write("a.jsonl", "aaaa\nbb\ncccccc\nd")
        func borders(_ pieces: Int) throws -> [Int] {
            LineBorders.splits(of: "\(folder.path)/a.jsonl", uri: "a.jsonl", size: 16, pieces: pieces).map(\.offset)
        }
        #expect(try borders(1) == [0, 5, 8, 15])
        #expect(try borders(5) == [0, 8, 15])
        #expect(try borders(16) == [0])
    }
}
