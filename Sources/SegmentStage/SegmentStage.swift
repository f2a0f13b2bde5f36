public import StageKit

/// Cuts an article's text into sentences and tokens, block by block.
///
/// Blocks that are there stay as they are; a text without blocks gets a paragraph for every stretch between blank lines.
/// The rules are in docs/segment.md.
public struct SegmentStage: TransformStage {
    public static let name = "segment"
    public static let abstract = "Cuts the text into blocks, sentences and tokens."
    public let reads: Set<ArticlePart> = [.text]
    public let writes: Set<ArticlePart> = [.blocks, .sentences, .tokens]

    public init() {}

    public func makeWorker(_ context: StageContext) -> SegmentWorker {
        SegmentWorker()
    }
}

/// Segments articles on one thread.
public struct SegmentWorker: ArticleWorker {
    private var segmenter = Segmenter()

    public init() {}

    /// Replaces the article's sentences and tokens, and its blocks where none lies in the text.
    ///
    /// - Throws: ``StageFailure`` when there is no text, or a block lies outside it or before the block that precedes it.
    /// - Complexity: O(n).
    public mutating func process(_ article: inout Article) throws -> Verdict {
        guard let text = article.text else {
            throw StageFailure("the article has no text", advice: "add clean before segment")
        }
        if !article.blocks.contains(where: { $0.range != nil }) {
            article.blocks += Paragraphs.ranges(in: text.utf8).map { Block(role: .paragraph, range: $0) }
        }
        var sentences: [Sentence] = []
        var tokens: [Token] = []
        // English news has a sentence in some 120 bytes and a token in some 5.
        sentences.reserveCapacity(text.count / 80 + article.blocks.count)
        tokens.reserveCapacity(text.count / 5 + 8)
        var end = 0
        for (index, block) in article.blocks.enumerated() {
            guard let range = block.range else { continue }
            guard range.lowerBound >= end, range.upperBound <= text.count else {
                throw StageFailure("block \(index) lies outside the text or overlaps the one before it", advice: "check the stage that made the blocks")
            }
            guard text.isScalarBoundary(range.lowerBound), text.isScalarBoundary(range.upperBound) else {
                throw StageFailure("block \(index) begins or ends inside a character", advice: "check the stage that made the blocks")
            }
            end = range.upperBound
            segmenter.segment(text.utf8, range: range, block: index, sentences: &sentences, tokens: &tokens)
        }
        article.sentences = sentences
        article.tokens = tokens
        return .keep
    }
}
