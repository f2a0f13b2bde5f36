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

    /// Opens the outputs. Nothing may be visible under their final names before ``SinkWriter/finish()``; where the
    /// context's ``StageContext/outputMode`` is `extend`, what is there is kept and joined.
    ///
    /// - Parameter checkpoint: where an interrupted run is to go on: the outputs are cut back to it. Nil for a new run,
    ///   which forgets what an interrupted one left.
    /// - Throws: ``StageFailure`` when an output cannot be made, or cannot be resumed.
    func makeWriter(_ context: StageContext, resuming checkpoint: SinkCheckpoint?) throws -> Writer
}

/// A point that all outputs can come back to.
public struct SinkCheckpoint: Sendable, Hashable {
    /// How many articles had been written. A sink that was made durable by itself beyond this point (a database whose
    /// transaction was committed just before the crash) skips as many of those it gets first.
    public var articles: Int
    /// What ``SinkWriter/checkpoint()`` returned.
    public var state: JSONValue

    public init(articles: Int, state: JSONValue) {
        self.articles = articles
        self.state = state
    }
}

/// Writes batches in order; used by one thread at a time.
public protocol SinkWriter {
    associatedtype Batch

    /// - Throws: any error stops the run; nothing of it becomes visible.
    mutating func write(_ batch: Batch) throws

    /// Makes what was written so far survive a crash, without making it visible.
    ///
    /// - Returns: what ``SinkStage/makeWriter(_:resuming:)`` needs to come back to this point, small and readable.
    mutating func checkpoint() throws -> JSONValue

    /// Makes everything visible under its final name, each output whole. Called after a checkpoint of the same contents;
    /// after a crash in the middle it is called again on a writer that resumed there, and must then end the same way.
    mutating func finish() throws -> [FinishedOutput]

    /// Removes what was written so far; for a run that is given up.
    mutating func abandon()
}

/// An output that is there now.
public struct FinishedOutput: Sendable, Hashable {
    /// Absolute path.
    public var path: String
    /// How many articles the run wrote to it.
    public var articles: Int
    /// Its size in bytes.
    public var bytes: Int
    /// Whether the articles joined what was there (``OutputMode/extend``).
    public var isExtended: Bool

    public init(path: String, articles: Int, bytes: Int, isExtended: Bool = false) {
        self.path = path
        self.articles = articles
        self.bytes = bytes
        self.isExtended = isExtended
    }
}
