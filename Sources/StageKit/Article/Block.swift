/// What part a block plays in an article.
public enum BlockRole: String, Sendable, Hashable, CaseIterable {
    case headline, standfirst, caption, heading, paragraph, quotation, list, byline, promotion
}

/// One part of an article: a stretch of the running text, or a text that stands beside it.
public struct Block: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        /// A UTF-8 byte range of the article's text.
        case inText(Range<Int>)
        /// The block's own text: it is no part of the running text (a headline, caption, byline, promotion).
        case aside(String)
    }

    public var role: BlockRole
    public var content: Content

    public init(role: BlockRole, range: Range<Int>) {
        self.role = role
        content = .inText(range)
    }

    public init(role: BlockRole, aside text: String) {
        self.role = role
        content = .aside(text)
    }

    /// The byte range in the running text; nil for a block beside it.
    public var range: Range<Int>? {
        if case .inText(let range) = content { range } else { nil }
    }

    /// The own text of a block beside the running text; nil for a block in it.
    public var asideText: String? {
        if case .aside(let text) = content { text } else { nil }
    }
}
