import StageKit

/// Counts an article and some cents for each, also for those that fail.
struct CountingStage: TransformStage, ArticleWorker {
    static let name = "counting"
    static let abstract = "Counts for tests."
    static let asked = StageCounter("asked_articles", "Articles that were asked about.")
    static let cost = StageCounter("cost", "What they cost.", decimals: 2)
    static let never = StageCounter("never", "Nothing.")
    static let counters = [asked, cost, never]
    var reads: Set<ArticlePart> { [.text] }
    var writes: Set<ArticlePart> { [] }

    var failEvery = Int.max
    private var context: StageContext?

    init(failEvery: Int = .max) {
        self.failEvery = failEvery
    }

    init() {}

    func makeWorker(_ context: StageContext) -> CountingStage {
        var worker = self
        worker.context = context
        return worker
    }

    func process(_ article: inout Article) throws -> Verdict {
        context?.count(Self.asked, 1)
        context?.count(Self.cost, 3)
        let number = article.source.record
        if number > 0, number % failEvery == 0 { throw StageFailure("number \(number) is refused") }
        return .keep
    }
}
