/// What the wording of a chosen part can say against its place in the running text.
///
/// The model sees structure; at its edges and between its paragraphs an article has company that only its words give
/// away. Each rule can be left out (`copydesk-train predict-clean --without RULE`), and docs/clean.md says what each brings.
package enum WordingRule: String, CaseIterable, Sendable {
    /// Figures above the story: prices, scores.
    case ticker
    /// A line above the story that names its author or date.
    case byline
    /// A line above the story that opens like a caption or credits a picture.
    case caption
    /// Below the story: what asks the reader for something, says how to reach the desk, or reserves rights.
    case appeal
    /// A pointer to another piece or an advertisement, anywhere.
    case pointer
    /// A short appeal between paragraphs.
    case appealInBody
    /// A short line right above an appeal or pointer.
    case headOfAppeal
}

extension WordingRule {
    func holds(for paragraph: TextParagraph) -> Bool {
        switch self {
        case .ticker: Self.isTicker(paragraph)
        case .byline: paragraph.words <= Self.longestByline && PlainByline(paragraph) != nil
        case .caption: paragraph.words <= Self.longestCaption && (TextPhrases.opensCaption(paragraph) || TextPhrases.creditsPicture(paragraph))
        case .appeal: TextPhrases.isAppeal(paragraph) || TextPhrases.givesContact(paragraph)
        case .pointer: TextPhrases.isPointer(paragraph)
        case .appealInBody: TextPhrases.isAppealInBody(paragraph)
        case .headOfAppeal: paragraph.words <= Self.longestHead && !paragraph.endsSentence
        }
    }

    /// Words of the longest part that a rule takes for what it looks for.
    private static let longestByline = 14
    private static let longestCaption = 70
    private static let longestHead = 6

    private static func isTicker(_ paragraph: TextParagraph) -> Bool {
        let words = paragraph.text.split(separator: 0x20)
        let numbers = words.count { $0.contains { $0 &- 0x30 < 10 } }
        return words.count >= 4 && numbers * 5 >= words.count * 2 && !paragraph.endsSentence
    }
}
