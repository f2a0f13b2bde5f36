import CleanStage
import StageKit

/// Cleaning one article outside a pipeline.
enum CleaningTools {
    static let context = StageContext(pipeline: "fuzz", inputDirectory: "/", outputDirectory: "/", run: "fuzz")

    static func worker() throws -> CleanWorker {
        var stage = CleanStage()
        try stage.prepare(context)
        return try stage.makeWorker(context)
    }

    /// The cleaned article; nil where there was nothing to clean.
    static func clean(_ raw: RawContent, with worker: CleanWorker) throws -> Article? {
        var article = Article(id: ArticleID(content: raw.bytes), source: ArticleSource(uri: "fuzz"))
        article.raw = raw
        return try clean(article, with: worker)
    }

    static func clean(_ article: Article, with worker: CleanWorker) throws -> Article? {
        var article = article
        var worker = worker
        do {
            _ = try worker.process(&article)
        } catch is StageFailure {
            return nil
        }
        return article
    }
}
