/// A stage between the first and the last: it adds to one article at a time.
///
/// The stage itself is an immutable value that all threads share. What changes while it works (scratch buffers) lives
/// in a ``Worker``, of which every thread has its own. A stage that needs none conforms to ``ArticleWorker`` itself:
///
/// ```swift
/// public struct ShoutStage: TransformStage, ArticleWorker {
///     public static let name = "shout"
///     public static let abstract = "Counts exclamation marks."
///     public let reads: Set<ArticlePart> = [.text]
///     public let writes: Set<ArticlePart> = [.layer("shouts")]
///     public init() {}
///
///     public func process(_ article: inout Article) -> Verdict {
///         article.extensions["shouts"] = .integer(article.text?.utf8.count { $0 == 33 } ?? 0)
///         return .keep
///     }
/// }
/// ```
public protocol TransformStage: Stage {
    associatedtype Worker: ArticleWorker

    /// Whether what was read must not be kept beside what comes out, as where it redacts: what fails in such a pipeline waits
    /// in quarantine by the name of its input, and not as a copy of it.
    var hidesInput: Bool { get }

    /// Makes what one thread needs. Called after ``Stage/prepare(_:)``.
    func makeWorker(_ context: StageContext) throws -> Worker
}

extension TransformStage {
    public var hidesInput: Bool { false }
}

extension TransformStage where Self: ArticleWorker, Worker == Self {
    public func makeWorker(_ context: StageContext) -> Self { self }
}

/// Works on articles, one after the other, on one thread.
public protocol ArticleWorker {
    /// Adds what the stage writes to `article`.
    ///
    /// The result must depend on the article and the settings alone, never on articles before it, time or thread.
    /// - Returns: whether the article goes on.
    /// - Throws: ``StageFailure`` or any other error: the article, as it came in, goes to quarantine.
    mutating func process(_ article: inout Article) throws -> Verdict
}

/// Whether an article goes on.
public enum Verdict: Sendable, Hashable {
    case keep
    /// It leaves the pipeline, as the settings ask. The reason is counted in the report, so it must be one of few
    /// ("not an article"), not the article's own.
    case drop(reason: String)
}
