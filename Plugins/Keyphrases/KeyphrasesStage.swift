public import StageKit

/// Finds the phrases that say what an article is about, with where they stand.
///
/// Ranked by the statistics of the one article, after YAKE (Campos and others, 2020: casing, position, frequency, company,
/// spread), so that it needs no model and works in any language that has a list of stop words.
public struct KeyphrasesStage: TransformStage {
    public static let name = "keyphrases"
    public static let abstract = "Finds the phrases that say what the article is about, best first."
    public let reads: Set<ArticlePart> = [.text, .metadata, .blocks, .sentences, .tokens]
    public let writes: Set<ArticlePart> = [.layer(KeyphrasesStage.name)]

    @Setting("How many phrases at most.", in: 1...100) public var most = 10
    @Setting("How many words a phrase has at most; names may have up to six.", in: 1...4) public var words = 3

    public init() {}

    public func makeWorker(_ context: StageContext) -> KeyphrasesWorker {
        KeyphrasesWorker(most: most, words: words)
    }
}

/// Finds the keyphrases of articles, one after the other. Keeps nothing from one article to the next but memory.
public struct KeyphrasesWorker: ArticleWorker {
    private let most: Int
    private var finder: PhraseFinder

    init(most: Int, words: Int) {
        self.most = most
        finder = PhraseFinder(mostWords: words)
    }

    /// Adds the layer; none where there is no phrase to tell.
    ///
    /// - Complexity: O(bytes + tokens), and O(phrases × log phrases) to rank them.
    public mutating func process(_ article: inout Article) -> Verdict {
        guard let text = article.text else { return .keep }
        let found = text.utf8.withUnsafeBufferPointer { finder.find(article, $0, most: most) }
        let phrases = found.map { phrase in
            JSONValue.span(phrase.range, ["count": .integer(phrase.count), "score": .number((phrase.score * 1000).rounded() / 1000)])
        }
        article.setSpanLayer(KeyphrasesStage.name, phrases.isEmpty ? nil : .array(phrases))
        return .keep
    }
}
