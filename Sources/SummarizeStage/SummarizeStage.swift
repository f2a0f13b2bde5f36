public import StageKit

/// Sums an article up in sentences of its own.
///
/// A learned ranker values every sentence (``Ranker``); a search over sets chooses those that together say most, repeat
/// least and can be read without what was left out (``Selector``). Every sentence of the summary is named by its
/// index, in the article's order. Safe to use from several threads, each with its own worker.
public struct SummarizeStage: TransformStage {
    public static let name = "summarize"
    public static let abstract = "Sums each article up in sentences of its own."
    public static let primarySetting: String? = "sentences"

    @Setting("How many sentences the summary has; 3 unless words or characters are given.", in: 1...50)
    public var sentences: Int? = nil
    @Setting("The most words it may have, never exceeded.", in: 5...5000)
    public var words: Int? = nil
    @Setting("The most characters it may have, never exceeded.", in: 30...50000)
    public var characters: Int? = nil
    @Setting("Its form: sentences in a row, a bullet a sentence, or one sentence cut to a headline.")
    public var style: SummaryStyle = .paragraph
    @Setting("What becomes of a standfirst: use its sentences like others, ignore them, or prefer them.")
    public var standfirst: StandfirstUse = .use
    @Setting("Words that say what the reader is after; sentences about them weigh more.")
    public var about: [String] = []
    @Setting("Whether to cut attributions, brackets and adverbial openers out of the chosen sentences.")
    public var trim = false
    @Setting("Who writes it: extractive takes sentences of the article (the default), http asks a language model that a server runs.")
    public var backend: SummaryBackend?
    @Setting("With 'backend: http': the server to ask, and how.") public var http: HTTPSettings?
    @Setting("How many keyphrases to note in the layer 'keyphrases'.", in: 0...50)
    public var keyphrases = 0

    /// Sentences of a summary when nothing is said.
    static let usualSentences = 3

    public static let counters = StageCounter.ofSummaries

    /// The server of a prepared stage with `backend: http`.
    private var server: ChatServer?

    public init() {}

    public var reads: Set<ArticlePart> { [.text, .sentences] }

    public var writes: Set<ArticlePart> {
        var parts: Set<ArticlePart> = [.summary]
        if keyphrases > 0 { parts.insert(.layer(Keyphrases.layer)) }
        if backend == .http { parts.insert(.layer(RemoteSummarizer.layer)) }
        return parts
    }

    public func contradictions() -> [String] {
        let lengths = [("sentences", sentences), ("words", words), ("characters", characters)].filter { $0.1 != nil }.map(\.0)
        var problems: [String] = []
        if lengths.count > 1 { problems.append("'\(lengths[0])' and '\(lengths[1])' both set the length; give one of them") }
        if style == .headline, let sentences, sentences > 1 {
            problems.append("a headline is one sentence; leave 'sentences' out or choose another style")
        }
        if backend == .http, http == nil { problems.append("'backend: http' needs 'http' with at least 'endpoint' and 'model'") }
        if backend == nil, http != nil { problems.append("'http' has no effect without 'backend: http'") }
        return problems
    }

    public mutating func prepare(_ context: StageContext) throws {
        if backend == .http, let http { server = try ChatServer(http, context) }
    }

    public func makeWorker(_ context: StageContext) -> SummarizeWorker {
        SummarizeWorker(self, note: context.note, remote: server.map { server in Result { try RemoteSummarizer(self, server, context) } })
    }

    /// The length asked for.
    var budget: Budget {
        if style == .headline { return Budget(sentences: 1, words: words, characters: characters) }
        guard words == nil, characters == nil else {
            return Budget(sentences: 50, words: words, characters: characters)
        }
        return Budget(sentences: sentences ?? SummarizeStage.usualSentences)
    }
}
