import StageKit

/// Takes an example's articles through a stage: the last is the one that the example is about, and only a stage that compares
/// articles has others before it.
enum OrderedTrial {
    /// - Returns: the last article after the stage, and whether it goes on.
    static func pass(_ articles: [Article], through transform: some TransformStage, _ context: StageContext) throws -> (article: Article, verdict: Verdict) {
        guard let last = articles.last else { throw StageFailure("the example has no article") }
        if let ordered = transform as? any OrderedStage { return try pass(articles.dropLast(), last, through: ordered, context) }
        var worker = try transform.makeWorker(context)
        var article = last
        let verdict = try worker.process(&article)
        return (article, verdict)
    }

    private static func pass(
        _ before: ArraySlice<Article>, _ article: Article, through stage: some OrderedStage, _ context: StageContext
    ) throws -> (article: Article, verdict: Verdict) {
        var worker = try stage.makeWorker(context)
        var memory = stage.makeMemory()
        func judgement(_ article: Article, _ number: Int) throws -> Judgement {
            try memory.judge(Newcomer(id: article.id, key: ContentHash(Array("\(number)".utf8)), digest: try worker.digest(of: article)))
        }
        for (number, article) in before.enumerated() {
            let judgement = try judgement(article, number)
            if judgement.verdict == .keep, let entry = judgement.entry { _ = memory.remember(entry) }
        }
        let judgement = try judgement(article, before.count)
        var article = article
        if let layer = judgement.layer, judgement.verdict == .keep { article.extensions[type(of: stage).name] = layer }
        return (article, judgement.verdict)
    }
}
