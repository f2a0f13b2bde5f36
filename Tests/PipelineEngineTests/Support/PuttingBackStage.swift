import StageKit

/// Raises a stop at an article, and puts back that one alone, as a stage does that waits for something while the run ends.
struct PuttingBackStage: TransformStage, ArticleWorker {
    static let name = "waiting"
    static let abstract = "Puts articles back for tests."
    var reads: Set<ArticlePart> { [.text] }
    var writes: Set<ArticlePart> { [] }

    var from = Int.max
    var raise: @Sendable () -> Void = {}
    private var isStopping: @Sendable () -> Bool = { false }

    init() {}

    init(from: Int, raise: @escaping @Sendable () -> Void) {
        self.from = from
        self.raise = raise
    }

    func makeWorker(_ context: StageContext) -> PuttingBackStage {
        var worker = self
        worker.isStopping = context.isStopping
        return worker
    }

    func process(_ article: inout Article) throws -> Verdict {
        guard article.source.record == from else { return .keep }
        raise()
        if isStopping() { throw RunFailure("the run is ending") }
        return .keep
    }
}
