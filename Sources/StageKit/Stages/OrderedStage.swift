/// A transform that compares an article with those before it, in the order of the input. A pipeline can have one.
///
/// The work is cut in two. The expensive part, ``OrderedWorker/digest(of:)``, runs on every thread and sees one article.
/// The cheap part, ``ArticleMemory/judge(_:)``, is asked for one article after the other in the order of the input,
/// whatever the number of threads; when it is, every article before has come to its end. Only those that went all the way
/// to the outputs are remembered: an article that a later stage drops, or that goes to quarantine, is as if it had never been.
///
/// What is remembered outlives the run, as far as ``memoryScope`` says. The engine keeps it durable, takes it back to the
/// last commit after a crash, and reads it at the next start; the stage says what the bytes mean.
public protocol OrderedStage: TransformStage where Worker: OrderedWorker {
    associatedtype Memory: ArticleMemory

    /// How long articles are remembered.
    var memoryScope: MemoryScope { get }

    /// What the remembered bytes depend on, readable: "shingle: 5 words". Where it changes, they can no longer be compared,
    /// and the engine says so.
    var memoryFormat: String { get }

    /// A memory that holds nothing.
    func makeMemory() -> Memory
}

/// How long an ``OrderedStage`` remembers articles.
public enum MemoryScope: String, SettingChoice {
    /// For one run. A replay belongs to the run before it.
    case run
    /// As long as they are in the outputs: a run that replaces them begins anew, one that extends them (`only: new`, a
    /// replay) goes on.
    case outputs
    /// Over all runs, also where each replaces the outputs of the one before, or writes others. `--full` begins anew.
    case runs
}

/// The part of an ``OrderedStage`` that runs on every thread.
public protocol OrderedWorker: ArticleWorker {
    /// All that ``ArticleMemory/judge(_:)`` has to know of an article.
    ///
    /// It must depend on the article and the settings alone.
    /// - Throws: ``StageFailure`` or any other error: the article goes to quarantine.
    mutating func digest(of article: Article) throws -> [UInt8]
}

extension OrderedWorker {
    /// An article on its own, with none before it, goes on as it is. A run asks for the digest instead.
    public mutating func process(_ article: inout Article) throws -> Verdict {
        _ = try digest(of: article)
        return .keep
    }
}

/// What an ``OrderedStage`` knows of the articles before. Used by one thread at a time.
///
/// Everything that ``judge(_:)`` answers must follow from the entries that ``forEachEntry(_:)`` would tell: after a crash, and at
/// the next run, the memory is made of those again.
public protocol ArticleMemory: Sendable {
    /// What becomes of an article, after those that are remembered. Changes nothing.
    ///
    /// - Throws: ``StageFailure``: the article goes to quarantine.
    func judge(_ newcomer: Newcomer) throws -> Judgement

    /// Remembers an article that went all the way, as its judgement's ``Judgement/entry`` says.
    ///
    /// - Returns: the bytes to keep of it, for ``restore(_:ofEarlierRun:)``.
    mutating func remember(_ entry: [UInt8]) -> [UInt8]

    /// Remembers what was kept of an article; called in the order in which the entries were made, before anything is judged.
    ///
    /// - Parameter ofEarlierRun: whether a run before this one remembered it.
    /// - Throws: ``StageFailure`` where the bytes are no entry: the run does not start.
    mutating func restore(_ entry: ArraySlice<UInt8>, ofEarlierRun: Bool) throws

    /// How many articles are remembered.
    var count: Int { get }

    /// What is kept of each article that still counts, the oldest first. A memory made of these answers as this one does.
    func forEachEntry(_ body: ([UInt8]) throws -> Void) rethrows
}

/// An article on its way through an ``OrderedStage``.
public struct Newcomer: Sendable, Hashable {
    public var id: ArticleID
    /// The same for two versions of one article, as `only: new` tells them: the file, where it holds one article, else the
    /// address that the article was loaded with, else the content.
    public var key: ContentHash
    /// What ``OrderedWorker/digest(of:)`` made of it.
    public var digest: [UInt8]

    public init(id: ArticleID, key: ContentHash, digest: [UInt8]) {
        self.id = id
        self.key = key
        self.digest = digest
    }
}

/// What becomes of an article in an ``OrderedStage``.
public struct Judgement: Sendable, Hashable {
    /// A reason for dropping is counted in the report, and so must be one of few.
    public var verdict: Verdict
    /// Its layer, by the stage's name; nil for none. Of an article that is dropped, what the list of dropped articles says.
    public var layer: JSONValue?
    /// What to remember of it once it has gone all the way; nil for nothing.
    public var entry: [UInt8]?

    public init(_ verdict: Verdict, layer: JSONValue? = nil, entry: [UInt8]? = nil) {
        self.verdict = verdict
        self.layer = layer
        self.entry = entry
    }
}
