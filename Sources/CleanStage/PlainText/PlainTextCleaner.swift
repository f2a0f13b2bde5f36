import StageKit

/// Finds the article in plain text or Markdown: paragraphs, their roles, and what the text says about itself.
enum PlainTextCleaner {
    /// The parts in reading order.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - metadata: what is known; a headline, byline or date found in the text is added where it is not.
    /// - Complexity: O(n).
    static func parts(_ bytes: [UInt8], isMarkdown: Bool, metadata: inout Metadata) -> [ArticleExtractor.Part] {
        let paragraphs: [TextParagraph]
        if isMarkdown {
            let body = FrontMatter.read(bytes, into: &metadata)
            paragraphs = MarkdownParagraphs.read(Array(body))
        } else {
            paragraphs = LineParagraphs.read(mayHoldReferences(bytes) ? HTMLEntities.decode(bytes) : bytes)
        }
        return PlainTextRoles.assign(paragraphs, &metadata)
    }

    /// Whether text that should be plain is a piece of HTML: its own tags part it.
    static func isHTML(_ bytes: [UInt8]) -> Bool {
        guard bytes.contains(UInt8(ascii: "<")) else { return false }
        var paragraphs = 0
        for tag in ["</p>", "<p>", "<br", "</div>", "</li>", "<P>", "</P>", "<BR"] {
            if ByteSearch.contains(bytes, Array(tag.utf8)) { paragraphs += 1 }
        }
        return paragraphs >= 1 && bytes.contains(UInt8(ascii: ">"))
    }

    private static let references = PhraseSet(["&amp;", "&#", "&quot;", "&nbsp;", "&rsquo;", "&ldquo;", "&lt;", "&mdash;"])

    /// `&amp;` and `&#8217;` in plain text are left-overs of a page; "AT&T; and" is not.
    private static func mayHoldReferences(_ bytes: [UInt8]) -> Bool {
        bytes.contains(UInt8(ascii: "&")) && references.occurs(in: bytes)
    }
}
