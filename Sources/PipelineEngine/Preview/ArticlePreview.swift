import PipelineConfig
import StageKit
import Synchronization

/// Takes the articles of one file through a pipeline, stage by stage, keeping what each stage made of them. Nothing is
/// exported, locked or remembered.
public struct ArticlePreview: Sendable {
    /// One stage's work on the article.
    public struct Step: Sendable {
        public var stage: String
        public var milliseconds: Double
        /// How the stage came to its result, in its own words.
        public var notes: [String]
        public var result: Result
    }

    public enum Result: Sendable {
        /// The article after the stage.
        case article(Article)
        case dropped(reason: String)
        case failed(StageFailure)
    }

    public var source: ArticleSource
    public var steps: [Step]

    /// The articles of the file at `path`, at most `most` of them.
    ///
    /// - Throws: ``StageFailure`` when the file cannot be read or a stage cannot be prepared.
    public static func articles(of path: String, in plan: PipelinePlan, most: Int) throws -> [ArticlePreview] {
        let notebook = Notebook()
        var context = StageContext(pipeline: plan.name, inputDirectory: plan.directory, outputDirectory: plan.directory, run: "preview")
        context.note = { notebook.add($0) }
        var plan = plan
        plan.source.readOnly([path])
        try plan.prepareStages(context)
        return try articles(from: plan.source, plan, context, notebook, most: most)
    }

    private static func articles<Source: SourceStage>(
        from source: Source, _ plan: PipelinePlan, _ context: StageContext, _ notebook: Notebook, most: Int
    ) throws -> [ArticlePreview] {
        let input = try attributed(to: Source.name) { try source.plan(context) }
        var reader = BatchReader(source: source, plan: input, batchSize: most, context: context)
        guard let batch = reader.next(unless: StopFlag()) else {
            throw StageFailure("\(Source.name): there is nothing to read in \(input.pattern)")
        }
        let steps = try plan.transforms.map { (name: type(of: $0).name, step: try $0.makeStep(context)) }
        return batch.records.map { record in
            var preview = ArticlePreview(source: record.source, steps: [])
            var result = preview.add(Source.name, notebook) {
                if let failure = record.failure { throw failure }
                return .article(try source.decode(record))
            }
            for (name, step) in steps {
                guard case .article(var article) = result else { break }
                result = preview.add(name, notebook) {
                    switch try step.process(&article) {
                    case .keep: .article(article)
                    case .drop(let reason): .dropped(reason: reason)
                    }
                }
            }
            return preview
        }
    }

    private mutating func add(_ stage: String, _ notebook: Notebook, _ work: () throws -> Result) -> Result {
        let start = Clock.monotonic
        let result: Result
        do {
            result = try work()
        } catch {
            result = .failed(StageFailure(describing: error))
        }
        let milliseconds = Double(Clock.monotonic - start) / 1e6
        steps.append(Step(stage: stage, milliseconds: milliseconds, notes: notebook.take(), result: result))
        return result
    }
}

/// Where stages leave their notes. Safe to use from any thread.
private final class Notebook: Sendable {
    private let notes = Mutex<[String]>([])

    func add(_ note: String) {
        notes.withLock { $0.append(note) }
    }

    func take() -> [String] {
        notes.withLock { notes in
            defer { notes = [] }
            return notes
        }
    }
}
