import StageKit

/// Keeps every promise.
struct GoodStage: ExemplifiedStage, TransformStage, ArticleWorker {
    static let name = "good"
    static let abstract = "Counts a sign."
    static let examples = [StageExample("counts", given: .text("Stop! Now!"), expect: ["extensions": ["shouts": 2]])]
    let reads: Set<ArticlePart> = [.text]
    let writes: Set<ArticlePart> = [.layer("shouts")]
    @Setting("The sign.") var sign = "!"

    func process(_ article: inout Article) -> Verdict {
        article.extensions["shouts"] = .integer(article.text.map { text in text.string.count { String($0) == sign } } ?? 0)
        return .keep
    }
}

/// A stage whose one example expects nothing.
protocol CarelessStage: ExemplifiedStage, TransformStage, ArticleWorker {
    static var given: String { get }
}

extension CarelessStage {
    static var abstract: String { "Breaks a promise." }
    static var given: String { "Stop!" }
    static var examples: [StageExample] { [StageExample("works", given: .segmented(given), expect: [:])] }
    var reads: Set<ArticlePart> { [] }
    var writes: Set<ArticlePart> { [] }
}

struct TextChangingStage: CarelessStage {
    static let name = "text_changing"
    func process(_ article: inout Article) -> Verdict {
        article.text = ArticleText("Other text.")
        return .keep
    }
}

struct UndeclaredStage: CarelessStage {
    static let name = "undeclared"
    func process(_ article: inout Article) -> Verdict {
        article.summary = Summary(text: "Stop!", sentences: [0])
        return .keep
    }
}

struct BoastingStage: CarelessStage {
    static let name = "boasting"
    let reads: Set<ArticlePart> = [.sentences]
    let writes: Set<ArticlePart> = [.entities]
    func process(_ article: inout Article) -> Verdict { .keep }
}

struct SplittingStage: CarelessStage {
    static let name = "splitting"
    static let given = "abcé"
    let writes: Set<ArticlePart> = [.sentences]
    func process(_ article: inout Article) -> Verdict {
        article.sentences = [Sentence(range: 0..<4)]
        return .keep
    }
}

struct RememberingStage: TransformStage, ExemplifiedStage {
    static let name = "remembering"
    static let abstract = "Counts articles."
    static let examples = [
        StageExample("counts one", given: .text("One."), expect: [:]), StageExample("counts another", given: .text("Two."), expect: [:]),
    ]
    let reads: Set<ArticlePart> = []
    let writes: Set<ArticlePart> = [.layer("count")]

    struct Worker: ArticleWorker {
        var count = 0
        mutating func process(_ article: inout Article) -> Verdict {
            count += 1
            article.extensions["count"] = .integer(count)
            return .keep
        }
    }

    func makeWorker(_ context: StageContext) -> Worker { Worker() }
}

struct SilentStage: TransformStage, ArticleWorker {
    static let name = "silent"
    static let abstract = "Does nothing."
    let reads: Set<ArticlePart> = []
    let writes: Set<ArticlePart> = []
    func process(_ article: inout Article) -> Verdict { .keep }
}

struct OverstretchedStage: CarelessStage {
    static let name = "overstretched"
    @Setting("The most.", in: 1...5) var most = 7
    func process(_ article: inout Article) -> Verdict { .keep }
}
