public import StageKit

/// Tells the language that a text is written in, and keeps or drops articles by it.
public struct LanguageStage: TransformStage, ArticleWorker {
    public static let name = "language"
    public static let abstract = "Tells the language of the text, and keeps or drops articles by it."
    public let reads: Set<ArticlePart> = [.text, .metadata]
    public let writes: Set<ArticlePart> = [.metadata, .layer(LanguageStage.name)]

    @Setting("Keep only articles in these languages; all when empty.") public var keep: [LanguageCode] = []
    @Setting("Drop articles in these languages.") public var drop: [LanguageCode] = []
    @Setting("Put the language that was found in place of the one the page names.") public var replace = false
    @Setting("How much of the text must be in a language, 0 to 1, for it to be the text's.", in: 0...1) public var least = 0.7
    @Setting("Texts with fewer letters are of unknown language.", in: 0...10_000) public var leastLetters = 40
    @Setting("What becomes of articles of unknown language, where 'keep' or 'drop' ask for it.") public var unknown = Unknown.keep

    public enum Unknown: String, SettingChoice {
        case keep, drop
    }

    public init() {}

    public func contradictions() -> [String] {
        keep.filter { kept in drop.contains { $0.includes(kept.description) } }.map { "'drop' takes away '\($0.description)', which 'keep' names" }
    }

    /// Adds the layer, and the language where none is known.
    ///
    /// - Complexity: O(length of the text).
    public func process(_ article: inout Article) -> Verdict {
        guard let text = article.text, LanguageStage.letters(text.utf8) >= max(leastLetters, 1) else { return verdict(on: article.metadata.language) }
        let result = LanguageDetector.detect(text.utf8)
        let confidence = result.isReliable ? result.guesses.first?.share ?? 0 : 0
        var layer: [String: JSONValue] = ["confidence": .number(confidence)]
        let others = result.guesses.dropFirst().map { ($0.code, JSONValue.number($0.share)) }
        var found: String?
        if let first = result.guesses.first, confidence > 0, confidence >= least {
            found = first.code
            layer["code"] = .string(first.code)
            if !others.isEmpty { layer["others"] = .object(Dictionary(others) { first, _ in first }) }
            if article.metadata.language == nil || replace {
                article.metadata.language = first.code
                article.metadata.origins["language"] = LanguageStage.name
            }
        }
        article.extensions[LanguageStage.name] = .object(layer)
        // What the text itself says counts more than what its page claims.
        return verdict(on: found ?? article.metadata.language)
    }

    private func verdict(on language: String?) -> Verdict {
        guard !keep.isEmpty || !drop.isEmpty else { return .keep }
        guard let language else { return unknown == .keep ? .keep : .drop(reason: "language unknown") }
        if drop.contains(where: { $0.includes(language) }) { return .drop(reason: "language dropped") }
        if !keep.isEmpty, !keep.contains(where: { $0.includes(language) }) { return .drop(reason: "other language") }
        return .keep
    }

    /// ASCII letters and whatever begins beyond ASCII; enough to tell a text from a table of numbers.
    private static func letters(_ text: [UInt8]) -> Int {
        text.count { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0xC0 }
    }
}
