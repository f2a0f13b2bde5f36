internal import Glibc
import StageKit

/// Drops and fails articles by their number, and takes a different time for each, so that batches finish out of order.
struct PickyStage: TransformStage, ArticleWorker {
    static let name = "picky"
    static let abstract = "Drops and fails for tests."
    var reads: Set<ArticlePart> { [.text] }
    var writes: Set<ArticlePart> { [.layer("picky")] }

    var dropEvery = Int.max
    var failEvery = Int.max
    var pause: @Sendable (Int) -> Void = { _ in }

    func process(_ article: inout Article) throws -> Verdict {
        let number = article.source.record
        pause(number)
        if number > 0, number % failEvery == 0 { throw StageFailure("number \(number) is refused", advice: "take another") }
        if number > 0, number % dropEvery == 0 { return .drop(reason: "not wanted") }
        article.extensions["picky"] = .integer(number)
        return .keep
    }
}
