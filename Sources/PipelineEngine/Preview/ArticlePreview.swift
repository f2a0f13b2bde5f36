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
        let context = context(plan, notebook)
        var plan = plan
        plan.source.readOnly([path])
        try plan.prepareStages(context)
        return try articles(from: plan.source, plan, context, notebook, most: most)
    }

    /// What the stages between the first and the last make of articles that are already loaded.
    ///
    /// - Throws: ``StageFailure`` when a stage cannot be prepared.
    public static func articles(_ articles: [Article], in plan: PipelinePlan) throws -> [ArticlePreview] {
        let notebook = Notebook()
        let context = context(plan, notebook)
        var plan = plan
        try plan.prepareStages(context)
        let steps = try steps(of: plan, context)
        return articles.map { article in
            var preview = ArticlePreview(source: article.source, steps: [])
            // Examples know nothing of each other.
            steps.memory?.forget()
            preview.take(.article(article), through: steps, notebook)
            return preview
        }
    }

    private static func context(_ plan: PipelinePlan, _ notebook: Notebook) -> StageContext {
        StageContext(
            pipeline: plan.name, inputDirectory: plan.directory, outputDirectory: plan.directory, run: "preview",
            note: { notebook.add($0) })
    }

    /// A pipeline's transforms; one that compares articles among them as `memory`.
    private struct Steps {
        var named: [(name: String, step: any TransformStep)] = []
        var memory: PreviewMemory?
    }

    private static func steps(of plan: PipelinePlan, _ context: StageContext) throws -> Steps {
        var steps = Steps()
        for transform in plan.transforms {
            if let stage = transform as? any OrderedStage {
                let memory = PreviewMemory(stage, try stage.makeOrderedStep(context))
                steps.memory = memory
                steps.named.append((type(of: stage).name, memory))
            } else {
                steps.named.append((type(of: transform).name, try transform.makeStep(context)))
            }
        }
        return steps
    }

    private static func articles<Source: SourceStage>(
        from source: Source, _ plan: PipelinePlan, _ context: StageContext, _ notebook: Notebook, most: Int
    ) throws -> [ArticlePreview] {
        let input = try attributed(to: Source.name) { try source.plan(context) }
        var reader = BatchReader(source: source, plan: input, batchSize: most, context: context)
        guard let batch = reader.next(unless: StopFlag()) else {
            throw StageFailure("\(Source.name): there is nothing to read in \(input.pattern)")
        }
        let steps = try steps(of: plan, context)
        return batch.records.map { record in
            var preview = ArticlePreview(source: record.source, steps: [])
            let loaded = preview.add(Source.name, notebook) {
                if let failure = record.failure { throw failure }
                return .article(try source.decode(record))
            }
            preview.take(loaded, through: steps, notebook)
            return preview
        }
    }

    /// Until a stage drops it or fails.
    private mutating func take(_ loaded: Result, through steps: Steps, _ notebook: Notebook) {
        var result = loaded
        for (name, step) in steps.named {
            guard case .article(var article) = result else { break }
            result = add(name, notebook) {
                switch try step.process(&article) {
                case .keep: .article(article)
                case .drop(let reason): .dropped(reason: reason)
                }
            }
        }
        if case .article = result { steps.memory?.articleWentAllTheWay() }
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
