import StageKit

/// Finds the article in plain text or Markdown.
enum PlainTextCleaner {
    static func parts(_ bytes: [UInt8], isMarkdown: Bool, metadata: inout Metadata) -> [ArticleExtractor.Part] {
        []
    }
}
