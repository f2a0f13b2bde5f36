import StageKit

/// Depends on something that is gone from an article on.
struct FailingServiceStage: TransformStage, ArticleWorker {
    static let name = "service"
    static let abstract = "Ends the run for tests."
    var reads: Set<ArticlePart> { [.text] }
    var writes: Set<ArticlePart> { [] }

    var goneFrom = Int.max

    func process(_ article: inout Article) throws -> Verdict {
        if article.source.record >= goneFrom { throw RunFailure("the service is gone", advice: "start it") }
        return .keep
    }
}
