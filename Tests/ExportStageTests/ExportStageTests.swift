import Glibc
import StageKit
import Testing

@testable import ExportStage

/// What holds for every output.
@Suite struct ExportStageTests {
    private func all(_ folder: String = "") -> ExportStage {
        ExportStage(
            JSONLinesSink(to: "\(folder)a.jsonl"), JSONLinesSink(to: "\(folder)b.jsonl.gz"), JSONLinesSink(to: "\(folder)c.jsonl.zst"),
            CSVSink(to: "\(folder)d.csv"), SQLiteSink(to: "\(folder)e.sqlite"), DigestSink(to: "\(folder)f.md"))
    }

    private let visible = ["a.jsonl", "b.jsonl.gz", "c.jsonl.zst", "d.csv", "e.sqlite", "f.md"]

    @Test func outputsAppearOnlyWhenFinished() throws {
        let folder = OutputFolder()
        let stage = all()
        var writer = try folder.writer(stage)
        #expect(folder.files.allSatisfy { $0.hasPrefix(".") })
        for number in 0..<5 {
            try writer.write(stage.batch([TestArticles.article(number)]))
            _ = try writer.checkpoint()
            #expect(folder.files.allSatisfy { $0.hasPrefix(".") })
        }
        let finished = try writer.finish()
        #expect(folder.files == visible)
        #expect(finished.map(\.path) == visible.map { "\(folder.path)/\($0)" })
        #expect(finished.map(\.bytes) == visible.map { folder.bytes($0).count })
        #expect(finished.allSatisfy { $0.articles == 5 && $0.bytes > 0 })
    }

    @Test func anAbandonedRunLeavesNothing() throws {
        for checkpoints in 0...7 {
            let folder = OutputFolder()
            let stage = all()
            var writer = try folder.writer(stage)
            for number in 0..<checkpoints {
                try writer.write(stage.batch([TestArticles.article(number)]))
                _ = try writer.checkpoint()
            }
            try writer.write(stage.batch([TestArticles.article(99)]))
            writer.abandon()
            #expect(folder.files == [], "\(checkpoints) checkpoints")
        }
    }

    @Test func anAbandonedRunLeavesTheEarlierOutputs() throws {
        let folder = OutputFolder()
        try folder.export([TestArticles.article(1)], all())
        let before = visible.map(folder.bytes)
        let stage = all()
        var writer = try folder.writer(stage)
        try writer.write(stage.batch([TestArticles.article(2)]))
        _ = try writer.checkpoint()
        #expect(visible.map(folder.bytes) == before)
        writer.abandon()
        #expect(folder.files == visible)
        #expect(visible.map(folder.bytes) == before)
        try folder.export([TestArticles.article(2)], all())
        #expect(folder.files == visible)
        #expect(zip(visible.map(folder.bytes), before).allSatisfy { $0 != $1 })
    }

    /// The pieces of a frame that an interrupted run had kept stayed for ever.
    @Test func aNewRunForgetsWhatAnInterruptedOneLeft() throws {
        let folder = OutputFolder()
        let stage = all()
        var writer = try folder.writer(stage)
        for number in 0..<9 {
            try writer.write(stage.batch([TestArticles.article(number)]))
            _ = try writer.checkpoint()
        }
        writer = ExportWriter(outputs: [])
        #expect(folder.files.count > visible.count)
        try folder.export([TestArticles.article(0)], all())
        #expect(folder.files == visible)
        let other = OutputFolder()
        try other.export([TestArticles.article(0)], all())
        #expect(visible.map(folder.bytes) == visible.map(other.bytes))
    }

    /// What is written does not depend on how articles are grouped.
    @Test func batchesOfAnySize() throws {
        let articles = TestArticles.hostile(30, seed: 11)
        let one = OutputFolder()
        try one.export(articles, all())
        for size in [1, 7, 29] {
            let folder = OutputFolder()
            let stage = all()
            var writer = try folder.writer(stage)
            for start in stride(from: 0, to: articles.count, by: size) { try writer.write(stage.batch(articles[start..<min(start + size, articles.count)])) }
            _ = try writer.checkpoint()
            _ = try writer.finish()
            #expect(visible.map(folder.bytes) == visible.map(one.bytes), "batches of \(size)")
        }
    }

    @Test func missingFoldersAreMade() throws {
        let folder = OutputFolder()
        try folder.export([TestArticles.article(1)], all("deep/er/"))
        #expect(folder.files == visible.map { "deep/er/\($0)" })
    }

    @Test(arguments: ["a.jsonl", "a.csv", "a.sqlite", "a.md.gz"]) func placesThatCannotBeWritten(name: String) throws {
        let folder = OutputFolder()
        try folder.write("file", [1])
        #expect(throws: StageFailure("the output \(folder.path)/file/\(name) cannot be made: a part of the path is a file, not a folder")) {
            try folder.writer(ResumeTests.stage("file/\(name)"))
        }
        try FileSystem.makeFolders("\(folder.path)/in-place")
        let stage = name.hasSuffix("sqlite") ? ExportStage(SQLiteSink(to: "in-place")) : ExportStage(JSONLinesSink(to: "in-place"))
        #expect(throws: StageFailure("the output \(folder.path)/in-place is a folder")) { try folder.writer(stage) }
        #expect(folder.files == ["file"])
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"), arguments: ["a.jsonl", "a.sqlite"])
    func withoutPermission(name: String) throws {
        let folder = OutputFolder()
        try FileSystem.makeFolders("\(folder.path)/in-place", mode: 0o500)
        let failure = #expect(throws: StageFailure.self) { try folder.writer(ResumeTests.stage("in-place/\(name)")) }
        #expect(failure?.reason.contains("cannot be") == true)
    }

    /// "./a" and "a" were taken for two outputs, and wrote into one file.
    @Test(arguments: ["out/a.jsonl", "./out/a.jsonl", "out//a.jsonl", "out/./a.jsonl"]) func twoOutputsInOnePlace(path: String) {
        #expect(ExportStage(JSONLinesSink(to: "out/a.jsonl"), CSVSink(to: path)).contradictions() == ["two outputs go to '\(path)'"])
        #expect(ExportStage(JSONLinesSink(to: "out/a.jsonl"), CSVSink(to: "out/b.csv")).contradictions().isEmpty)
        #expect(ExportStage().contradictions() == ["there is no output"])
    }
}
