/// One news article on its way through a pipeline: an identity, metadata, one immutable text, and standoff
/// annotations that point into the text by UTF-8 byte range.
///
/// `load` makes an article with ``raw`` content (HTML) or with its ``text``; `clean` sets or refines the text; no later
/// stage changes it. Every further stage adds one layer of annotations and leaves the others alone.
///
/// A value type without shared mutable state: safe to hand from thread to thread.
public struct Article: Sendable {
    /// Derived from the content as it was loaded; the same on every machine.
    public var id: ArticleID
    /// The id of the article's earlier version, where a run that takes only what is new found that it has changed.
    public var replaces: ArticleID?
    /// Where the article was read.
    public var source: ArticleSource
    public var metadata: Metadata
    /// What `load` read, while `clean` has not yet turned it into ``text``; nil when there is nothing left to clean.
    public var raw: RawContent?
    /// The running text; nil until a stage sets it.
    public var text: ArticleText?
    /// The text's parts and the parts beside it, in reading order.
    public var blocks: [Block]
    /// In text order, not overlapping.
    public var sentences: [Sentence]
    /// In text order, not overlapping.
    public var tokens: [Token]
    /// In text order, not overlapping.
    public var entities: [Entity]
    public var summary: Summary?
    /// Open layers for plug-ins, by name ("quotes", "topics").
    public var extensions: [String: JSONValue]
    /// The layers of ``extensions`` that point into the text: see ``setSpanLayer(_:_:)``.
    public internal(set) var spanLayers: Set<String>

    public init(id: ArticleID, source: ArticleSource, metadata: Metadata = Metadata(), raw: RawContent? = nil, text: ArticleText? = nil) {
        self.id = id
        self.source = source
        self.metadata = metadata
        self.raw = raw
        self.text = text
        blocks = []
        sentences = []
        tokens = []
        entities = []
        summary = nil
        extensions = [:]
        spanLayers = []
    }
}
