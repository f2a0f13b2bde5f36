/// The last stage of a pipeline: it writes articles out.
///
/// Encoding is done on all workers; writing by one thread, in the order of the input. What is written must not depend
/// on how articles are grouped into batches.
public protocol SinkStage: Stage {
    /// What encoding makes of some articles and writing takes (bytes of some lines, rows).
    associatedtype Batch: Sendable
    associatedtype Writer: SinkWriter where Writer.Batch == Batch

    func makeBatch() -> Batch

    /// Adds an article to a batch. Called from several threads, each with its own batch.
    ///
    /// - Throws: ``StageFailure``, with `batch` as it was: the article goes to quarantine.
    func encode(_ article: Article, into batch: inout Batch) throws

    /// Opens the outputs. Nothing may be visible under their final names before ``SinkWriter/finish()``.
    ///
    /// - Throws: ``StageFailure`` when an output cannot be made.
    func makeWriter(_ context: StageContext) throws -> Writer
}

/// Writes batches in order; used by one thread at a time.
public protocol SinkWriter {
    associatedtype Batch

    /// - Throws: any error stops the run; nothing of it becomes visible.
    mutating func write(_ batch: Batch) throws

    /// Makes everything durable and visible under its final name, each output whole.
    mutating func finish() throws -> [FinishedOutput]

    /// Removes what was written so far; for a run that failed.
    mutating func abandon()
}

/// An output that is there now.
public struct FinishedOutput: Sendable, Hashable {
    /// Absolute path.
    public var path: String
    /// How many articles it holds.
    public var articles: Int
    /// Its size in bytes.
    public var bytes: Int

    public init(path: String, articles: Int, bytes: Int) {
        self.path = path
        self.articles = articles
        self.bytes = bytes
    }
}
