import EntitiesStage
import QuotesStage
import SegmentStage
import StageKit
import SummarizeStage

/// The stages that read a cleaned article: sentences, entities, quotations, summary.
struct ReadingChain {
    private let segment: SegmentStage.Worker
    private let entities: EntitiesStage.Worker
    private let quotes: QuotesStage.Worker
    private let summarize: SummarizeStage.Worker

    init() throws {
        segment = try ReadingChain.worker(of: SegmentStage())
        entities = try ReadingChain.worker(of: EntitiesStage())
        quotes = try ReadingChain.worker(of: QuotesStage())
        summarize = try ReadingChain.worker(of: SummarizeStage())
    }

    private static func worker<Stage: TransformStage>(of stage: Stage) throws -> Stage.Worker {
        var stage = stage
        try stage.prepare(CleaningTools.context)
        return try stage.makeWorker(CleaningTools.context)
    }

    func read(_ article: Article) throws -> Article {
        var article = article
        var (segment, entities, quotes, summarize) = (segment, entities, quotes, summarize)
        do {
            _ = try segment.process(&article)
            _ = try entities.process(&article)
            _ = quotes.process(&article)
            _ = try summarize.process(&article)
        } catch is StageFailure {}
        return article
    }
}
