import CleanStage
import EntitiesStage
import ExportStage
import LoadStage
import SegmentStage
import StageKit
import SummarizeStage

/// The chain, cut between its stages: what each of them gets when the samples go through.
struct Line {
    let load: LoadStage
    let transforms: [any TransformStage]
    let export: ExportStage
    let context: StageContext
    let records: [SourceRecord]
    /// The articles that come into each transform, and those that come out of the last.
    let articles: [[Article]]

    init() throws {
        // …/Benchmarks/micro/Benchmarks/Stages/Line.swift
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        let pipelines = parts.dropLast(5).joined(separator: "/") + "/Pipelines"
        context = StageContext(pipeline: "micro", inputDirectory: pipelines, outputDirectory: pipelines, run: "micro")
        load = try Line.made(LoadStage.self, ["from": "samples/*"], context)
        transforms = [
            try Line.made(CleanStage.self, [:], context), try Line.made(SegmentStage.self, [:], context),
            try Line.made(EntitiesStage.self, [:], context), try Line.made(SummarizeStage.self, [:], context),
        ]
        export = try Line.made(ExportStage.self, ["to": [["jsonl": "unused.jsonl"]]], context)
        records = try Line.read(load, context)
        var articles = [try records.map(load.decode)]
        for transform in transforms { articles.append(try Line.pass(articles[articles.count - 1], through: transform, context)) }
        self.articles = articles
    }

    /// A stage with settings, as a pipeline file would have them.
    private static func made<S: Stage>(_ type: S.Type, _ settings: JSONValue, _ context: StageContext) throws -> S {
        let place = SourceLocation(file: "settings", line: 1, column: 1)
        var problems: [Diagnostic] = []
        var stage = type.configured(by: ConfigNode(settings, at: place), at: place, title: "stage '\(type.name)'", problems: &problems)
        if let problem = problems.first { throw StageFailure(problem.message) }
        try stage.prepare(context)
        return stage
    }

    private static func read(_ load: LoadStage, _ context: StageContext) throws -> [SourceRecord] {
        var records: [SourceRecord] = []
        for split in try load.plan(context).splits {
            var reader = try load.open(split, context)
            while let record = try reader.next() { records.append(record) }
        }
        return records
    }

    private static func pass(_ articles: [Article], through stage: some TransformStage, _ context: StageContext) throws -> [Article] {
        var worker = try stage.makeWorker(context)
        return try articles.map { article in
            var article = article
            _ = try worker.process(&article)
            return article
        }
    }
}
