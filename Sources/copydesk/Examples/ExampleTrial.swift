import PipelineConfig
import PipelineEngine
import StageKit
import StageTestKit

/// What a pipeline made of each of its examples.
struct ExampleTrial {
    /// One example's outcome.
    struct Outcome {
        var example: PipelineExample
        /// The record that came out, with the text of what points into it; or `dropped` or `failed` with the reason.
        var found: JSONValue
        var differences: [RecordDifference]

        var passes: Bool { example.expected != nil && differences.isEmpty }

        /// What `--record` writes: of a record the members that the example names, or those that a reader looks at first.
        var recordable: JSONValue {
            guard found["dropped"] == nil, found["failed"] == nil else { return found }
            let isLost = example.expected?.jsonValue["dropped"] != nil || example.expected?.jsonValue["failed"] != nil
            guard example.expected == nil || isLost else { return found }
            return .object(found.objectValue?.filter { ["title", "byline", "published", "summary"].contains($0.key) } ?? [:])
        }
    }

    let outcomes: [Outcome]
}

extension ExampleTrial {
    /// Takes every example's article through the pipeline's stages but the last. Nothing is written.
    ///
    /// - Throws: ``ConfigurationError`` for articles that are none; ``StageFailure`` when a stage cannot be prepared.
    init(_ examples: PipelineExamples, _ plan: PipelinePlan) throws {
        var problems: [Diagnostic] = []
        var previews: [ArticlePreview?] = examples.examples.map { _ in nil }
        var records: [(index: Int, article: Article)] = []
        for (index, example) in examples.examples.enumerated() {
            do {
                switch example.given {
                case .record(let record): records.append((index, try ExampleArticle.article(record)))
                case .file(let path, let record): previews[index] = try ExampleTrial.preview(path, record, plan)
                }
            } catch let failure as StageFailure {
                problems.append(Diagnostic(.error, failure.reason, at: example.givenLocation, advice: failure.advice))
            }
        }
        guard problems.isEmpty else { throw examples.error(problems) }
        for ((index, _), preview) in zip(records, try ArticlePreview.articles(records.map(\.article), in: plan)) { previews[index] = preview }
        outcomes = zip(examples.examples, zip(previews, examples.examples.indices)).map { example, run in
            let found = run.0.map { ExampleTrial.record(of: $0, orElse: records.first { $0.index == run.1 }?.article) } ?? .null
            let expected = example.expected?.jsonValue ?? [:]
            var differences = RecordDifference.all(expected: expected, found: found)
            // That an article is lost is all there is to tell of it, and is told even where no member is expected.
            for name in ["dropped", "failed"] where found[name] != nil && expected[name] == nil {
                differences = [RecordDifference(path: [.member(name)], expected: nil, found: found[name])]
            }
            return Outcome(example: example, found: found, differences: differences)
        }
    }

    private static func preview(_ path: String, _ record: Int, _ plan: PipelinePlan) throws -> ArticlePreview {
        let previews = try ArticlePreview.articles(of: path, in: plan, most: record + 1)
        guard record < previews.count else {
            throw StageFailure("the file has no record \(record)", advice: "it has \(previews.count), counted from 0")
        }
        return previews[record]
    }

    private static func record(of preview: ArticlePreview, orElse article: Article?) -> JSONValue {
        guard let last = preview.steps.last else { return article.map { ExampleRecord.record(of: $0) } ?? .null }
        switch last.result {
        case .article(let article): return ExampleRecord.record(of: article)
        case .dropped(let reason): return ["dropped": .string(reason)]
        case .failed(let failure): return ["failed": .string("\(last.stage): \(failure.reason)")]
        }
    }
}
