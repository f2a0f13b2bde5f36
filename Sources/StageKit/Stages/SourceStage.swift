/// The first stage of a pipeline: it finds the input, cuts it into splits and reads their records.
///
/// Reading is done in order by one thread and should do little but find where records end; the work of making an
/// article from a record is ``decode(_:)``, which runs on all workers.
public protocol SourceStage: Stage {
    associatedtype Reader: RecordReader

    /// Takes the place of the input that the pipeline file names: these paths, absolute, and nothing else. For
    /// `copydesk preview FILE` and `run --from`.
    mutating func readOnly(_ paths: [String])

    /// Finds the input and cuts it into splits, in an order that is the same on every machine.
    ///
    /// - Throws: ``StageFailure`` when the input cannot be looked at.
    func plan(_ context: StageContext) throws -> SplitPlan

    /// Opens a split for reading.
    ///
    /// - Throws: ``StageFailure`` when it cannot be read: the split goes to quarantine, and the run goes on.
    func open(_ split: Split, _ context: StageContext) throws -> Reader

    /// Makes an article of a record. Called from several threads.
    ///
    /// - Throws: ``StageFailure``: the record goes to quarantine, whole.
    func decode(_ record: SourceRecord) throws -> Article
}

/// A piece of input: a file, or a byte range of one at record borders. The unit of reading, of checkpoints and of
/// distribution.
public struct Split: Sendable, Hashable, Codable {
    /// What to open, in the words of the source stage (for `load`: a path as the pipeline names it).
    public var uri: String
    /// Byte offset of the first record.
    public var offset: Int
    /// Length in bytes; nil: to the end.
    public var length: Int?
    /// Changes when what it holds does (for a file: size and time of change); nil where that cannot be told.
    public var version: String?

    public init(uri: String, offset: Int = 0, length: Int? = nil, version: String? = nil) {
        self.uri = uri
        self.offset = offset
        self.length = length
        self.version = version
    }
}

/// The splits of a run, in order.
public struct SplitPlan: Sendable {
    public var splits: [Split]
    /// Total size of the input in bytes as stored, for the progress report; nil where it cannot be known (a pipe).
    public var bytes: Int?
    /// Whether finding nothing is an error (exit code 5).
    public var isRequired: Bool
    /// What was looked for, for the message when nothing was found: "inbox/*.html".
    public var pattern: String
    /// Changes when the input does: a hash of names, sizes and times of change. An interrupted run goes on only where it
    /// is the same. Nil for input that cannot be read twice (a pipe).
    public var fingerprint: ContentHash?

    public init(splits: [Split], bytes: Int?, isRequired: Bool, pattern: String, fingerprint: ContentHash?) {
        self.splits = splits
        self.bytes = bytes
        self.isRequired = isRequired
        self.pattern = pattern
        self.fingerprint = fingerprint
    }
}

/// A record as it was read, not yet an article.
public struct SourceRecord: Sendable {
    public var source: ArticleSource
    /// The record's bytes, whole, in their own encoding (a line of JSON, a page).
    public var bytes: [UInt8]
    /// How to read the bytes, in the words of the source stage ("jsonl", "html").
    public var format: String
    /// Why the record cannot become an article, where the reader already knows (a truncated archive, a line over the
    /// limit); the engine puts it into quarantine then.
    public var failure: StageFailure?
    /// How many bytes of the stored input had been read after this record, counted from the split's start, for progress.
    public var position: Int

    public init(source: ArticleSource, bytes: [UInt8], format: String, failure: StageFailure? = nil, position: Int = 0) {
        self.source = source
        self.bytes = bytes
        self.format = format
        self.failure = failure
        self.position = position
    }
}

/// Reads the records of one split in order; used by one thread at a time.
public protocol RecordReader {
    /// The next record; nil at the end.
    ///
    /// Damage that still lets the reader go on comes as a record with a ``SourceRecord/failure``.
    /// - Throws: ``StageFailure`` when nothing more can be read of this split.
    mutating func next() throws -> SourceRecord?
}
