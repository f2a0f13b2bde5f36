public import StageKit

/// Finds who said what: direct quotations, reported speech, and reports with some words in quotation marks, each with its
/// speaker, where the text names one, and the verb that says so.
///
/// By rules over the tokens of `segment` and the names of `entities`; README.md tells what they take and how well they do.
public struct QuotesStage: TransformStage {
    public static let name = "quotes"
    public static let abstract = "Finds who said what: direct, indirect and mixed quotations, with speaker and verb."
    public let reads: Set<ArticlePart> = [.text, .blocks, .sentences, .tokens, .entities]
    public let writes: Set<ArticlePart> = [.layer(QuotesStage.name)]

    @Setting("Kinds to keep; all when empty.") public var kinds: [QuoteKind] = []

    public init() {}

    public func makeWorker(_ context: StageContext) -> QuotesWorker {
        QuotesWorker(kinds: Set(kinds.isEmpty ? QuoteKind.allCases : kinds))
    }
}

/// Finds the quotations of articles, one after the other. Keeps nothing from one article to the next but memory.
public struct QuotesWorker: ArticleWorker {
    private let kinds: Set<QuoteKind>
    private var finder = QuoteFinder()

    init(kinds: Set<QuoteKind>) {
        self.kinds = kinds
    }

    /// Adds the layer; none where nobody says anything.
    ///
    /// - Complexity: O(bytes + tokens + entities).
    public mutating func process(_ article: inout Article) -> Verdict {
        guard let text = article.text else { return .keep }
        let quotes = text.utf8.withUnsafeBufferPointer { finder.find(article, $0) }.filter { kinds.contains($0.kind) }
        article.setSpanLayer(QuotesStage.name, quotes.isEmpty ? nil : .array(quotes.map(\.value)))
        return .keep
    }
}
