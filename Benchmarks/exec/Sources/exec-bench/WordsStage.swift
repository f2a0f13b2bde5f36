import StageKit

/// Counts words: words.py, inside the program.
struct WordsStage: TransformStage, ArticleWorker {
    static let name = "words"
    static let abstract = "Counts words."
    let reads: Set<ArticlePart> = [.text]
    let writes: Set<ArticlePart> = [.layer("words")]
    init() {}

    func process(_ article: inout Article) -> Verdict {
        var words = 0
        var isInWord = false
        for byte in article.text?.utf8 ?? [] {
            let isSpace = byte == 0x20 || byte &- 9 < 5
            if !isSpace, !isInWord { words += 1 }
            isInWord = !isSpace
        }
        article.extensions["words"] = .integer(words)
        return .keep
    }
}
