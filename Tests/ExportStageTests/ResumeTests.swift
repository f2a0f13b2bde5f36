import StageKit
import Testing
import TestSupport

@testable import ExportStage

/// An interrupted run that goes on writes what an uninterrupted one does, byte for byte.
@Suite struct ResumeTests {
    static let names = ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.csv", "out.tsv.gz", "out.sqlite", "out.md", "out.md.zst"]

    static func stage(_ name: String) -> ExportStage {
        if name.contains(".jsonl") { return ExportStage(JSONLinesSink(to: name)) }
        if name.contains(".sqlite") { return ExportStage(SQLiteSink(to: name)) }
        if name.contains(".md") { return ExportStage(DigestSink(to: name)) }
        return ExportStage(CSVSink(to: name))
    }

    /// Cuts articles into batches of any size, empty ones too.
    private func batches(_ articles: [Article], _ random: inout SplitMix64) -> [ArraySlice<Article>] {
        var batches: [ArraySlice<Article>] = []
        var rest = articles[...]
        while !rest.isEmpty {
            batches.append(rest.prefix(random.below(4)))
            rest = rest.dropFirst(batches[batches.count - 1].count)
        }
        return batches
    }

    @Test(arguments: names) func goesOnAtEveryBatch(name: String) throws {
        let stage = ResumeTests.stage(name)
        for seed in UInt64(1)...(name.hasSuffix("sqlite") ? 2 : 5) {
            var random = SplitMix64(seed: seed)
            let articles = TestArticles.hostile(10, seed: seed)
            let whole = OutputFolder()
            try whole.export(articles, stage)
            let expected = whole.bytes(name)
            #expect(!expected.isEmpty)
            let batches = batches(articles, &random)
            for position in 0...batches.count {
                let trail: Testing.Comment = "seed \(seed), position \(position)"
                let folder = OutputFolder()
                // The run that is interrupted: a checkpoint now and then, the last that the journal took, and more after it.
                var writer = try folder.writer(stage)
                for batch in batches[..<position] {
                    try writer.write(stage.batch(batch))
                    if random.below(3) == 0 { _ = try writer.checkpoint() }
                }
                let written = batches[..<position].joined().count
                let checkpoint = SinkCheckpoint(articles: written, state: try writer.checkpoint())
                for batch in batches[position...].prefix(random.below(4)) { try writer.write(stage.batch(batch)) }
                if random.below(2) == 0 { _ = try writer.checkpoint() }
                if position == batches.count, random.below(2) == 0 { _ = try writer.finish() }
                writer = ExportWriter(outputs: [])
                // The one that goes on, in batches of another size.
                var next = try folder.writer(stage, resuming: checkpoint)
                let isFinished = folder.files.contains(name)
                if !isFinished {
                    #expect(folder.files.allSatisfy { $0.hasPrefix(".") }, trail)
                    for batch in self.batches(Array(articles[written...]), &random) { try next.write(stage.batch(batch)) }
                }
                let last = SinkCheckpoint(articles: articles.count, state: try next.checkpoint())
                #expect(try next.finish().map(\.articles) == [articles.count], trail)
                #expect(folder.files == [name], trail)
                #expect(folder.bytes(name) == expected, trail)
                // Killed behind finish(): it is called again.
                var again = try folder.writer(stage, resuming: last)
                #expect(try again.finish().map(\.bytes) == [expected.count], trail)
                #expect(folder.files == [name], trail)
                #expect(folder.bytes(name) == expected, trail)
            }
        }
    }

    /// Texts that need several frames, with the interruption in the middle of one.
    @Test(arguments: ["out.jsonl.gz", "out.jsonl.zst"]) func framesEndAtTheSamePlaces(name: String) throws {
        let stage = ResumeTests.stage(name)
        let articles = (0..<6).map { number in
            TestArticles.article(number, text: String(repeating: "Words \(number) of a long article, ", count: 10_000))
        }
        let whole = OutputFolder()
        try whole.export(articles, stage)
        for position in 0...articles.count {
            let folder = OutputFolder()
            var writer = try folder.writer(stage)
            try writer.write(stage.batch(articles[..<position]))
            let checkpoint = SinkCheckpoint(articles: position, state: try writer.checkpoint())
            try writer.write(stage.batch(articles[position...]))
            writer = ExportWriter(outputs: [])
            var next = try folder.writer(stage, resuming: checkpoint)
            for article in articles[position...] { try next.write(stage.batch([article])) }
            _ = try next.finish()
            #expect(folder.bytes(name) == whole.bytes(name), "position \(position)")
        }
        let unpacked = name.hasSuffix("gz") ? Unpacking.gzip(whole.bytes(name)) : Unpacking.zstandard(whole.bytes(name))
        #expect(unpacked.count { $0 == 0x0A } == articles.count)
    }

    @Test(arguments: names) func whatTheJournalNamesIsGone(name: String) throws {
        let stage = ResumeTests.stage(name)
        let folder = OutputFolder()
        var writer = try folder.writer(stage)
        try writer.write(stage.batch((0..<5).map { TestArticles.article($0) }))
        let checkpoint = SinkCheckpoint(articles: 5, state: try writer.checkpoint())
        writer.abandon()
        func failure() -> StageFailure? {
            do {
                _ = try folder.writer(stage, resuming: checkpoint)
                return nil
            } catch {
                return error as? StageFailure
            }
        }
        let gone = StageFailure("\(folder.path)/.\(name).part is gone, which the interrupted run needs", advice: "give --restart")
        #expect(failure() == gone)
        // The output of an earlier run is not this one's, and was taken for it.
        try OutputFolder.copy(of: [TestArticles.article(9)], stage, to: folder)
        let isUnsure = name.hasSuffix("gz") || name.hasSuffix("zst")  // what a frame adds cannot be told from its length
        if !isUnsure { #expect(failure() == gone) }
    }

    @Test(arguments: names) func whatTheJournalNamesIsShorter(name: String) throws {
        let stage = ResumeTests.stage(name)
        let folder = OutputFolder()
        var writer = try folder.writer(stage)
        // Enough for a whole frame, so that there is something to be shorter than.
        let articles = (0..<3).map { TestArticles.article($0, text: String(repeating: "Some words \($0), ", count: 40_000)) }
        try writer.write(stage.batch(articles))
        let checkpoint = SinkCheckpoint(articles: 3, state: try writer.checkpoint())
        writer = ExportWriter(outputs: [])
        let part = ".\(name).part"
        let bytes = folder.bytes(part)
        for length in Set([0, 1, bytes.count / 2, max(0, bytes.count - 1)]).sorted() where length < (checkpoint.state.arrayValue?.first?["length"]?.integerValue ?? .max) {
            try folder.write(part, Array(bytes.prefix(length)))
            let failure = #expect(throws: StageFailure.self) { try folder.writer(stage, resuming: checkpoint) }
            #expect(failure?.advice == "give --restart", "\(length) bytes: \(failure?.reason ?? "")")
            #expect(failure?.reason.contains(folder.path) == true)
        }
    }

    @Test func otherOutputsThanTheInterruptedRuns() throws {
        let folder = OutputFolder()
        let stage = ExportStage(JSONLinesSink(to: "a.jsonl"), JSONLinesSink(to: "b.jsonl"))
        var writer = try folder.writer(stage)
        let checkpoint = SinkCheckpoint(articles: 0, state: try writer.checkpoint())
        #expect(throws: StageFailure("the interrupted run had other outputs", advice: "give --restart")) {
            try folder.writer(ExportStage(JSONLinesSink(to: "a.jsonl")), resuming: checkpoint)
        }
        let lost = #expect(throws: StageFailure.self) { try folder.writer(stage, resuming: SinkCheckpoint(articles: 0, state: .null)) }
        #expect(lost?.reason == "the journal does not say how long \(folder.path)/.a.jsonl.part was")
        // Killed between the first output's move and the second's.
        try writer.write(stage.batch([TestArticles.article(0)]))
        let last = SinkCheckpoint(articles: 1, state: try writer.checkpoint())
        _ = try writer.outputs[0].finish()
        var next = try folder.writer(stage, resuming: last)
        #expect(try next.finish().map(\.articles) == [1, 1])
        #expect(folder.files == ["a.jsonl", "b.jsonl"])
        #expect(folder.bytes("a.jsonl") == folder.bytes("b.jsonl"))
    }
}

extension OutputFolder {
    /// Writes an output elsewhere and puts it into place.
    static func copy(of articles: [Article], _ stage: ExportStage, to folder: OutputFolder) throws {
        let other = OutputFolder()
        try other.export(articles, stage)
        for name in other.files { try folder.write(name, other.bytes(name)) }
    }
}
