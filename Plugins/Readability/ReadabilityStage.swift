public import StageKit

/// Counts an article's sentences, words and long words, and makes of them LIX, an index of how hard a text is to read:
/// words per sentence plus the percentage of long words (C.-H. Björnsson, Läsbarhet, 1968).
public struct ReadabilityStage: TransformStage, ArticleWorker {
    public static let name = "readability"
    public static let abstract = "Counts sentences, words and long words, and tells how hard the text is to read."
    public let reads: Set<ArticlePart> = [.text, .sentences, .tokens]
    public let writes: Set<ArticlePart> = [.layer(ReadabilityStage.name)]

    @Setting("A word of this many letters or more is long.", in: 2...50) public var longWord = 7

    public init() {}

    /// Adds the layer; none where there is no word to count.
    ///
    /// - Complexity: O(length of the text).
    public func process(_ article: inout Article) -> Verdict {
        guard let text = article.text, !article.sentences.isEmpty else { return .keep }
        var words = 0
        var long = 0
        for token in article.tokens {
            let letters = letters(in: text, token.range)
            if letters > 0 { words += 1 }
            if letters >= longWord { long += 1 }
        }
        guard words > 0 else { return .keep }
        let lix = Double(words) / Double(article.sentences.count) + 100 * Double(long) / Double(words)
        article.extensions[ReadabilityStage.name] = [
            "sentences": .integer(article.sentences.count), "words": .integer(words), "long_words": .integer(long),
            "lix": .integer(Int(lix.rounded())),
        ]
        return .keep
    }

    /// How many letters a stretch has. Most are plain ASCII, told by their bytes; only for others is a string made.
    private func letters(in text: ArticleText, _ range: Range<Int>) -> Int {
        let bytes = text.utf8[range]
        guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes.count { ($0 | 0x20) &- 0x61 < 26 } }
        return text[range].unicodeScalars.count { $0.properties.isAlphabetic }
    }
}
