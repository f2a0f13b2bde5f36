import StageKit

/// An article's parts by name, to tell what a stage touched.
enum ArticleParts {
    /// Every part that is there, or could be: the well-known ones and the layers of these articles.
    static func names(_ articles: Article...) -> [ArticlePart] {
        ArticlePart.wellKnown + Set(articles.flatMap(\.extensions.keys)).sorted().map { .layer($0) }
    }

    static func value(_ part: ArticlePart, of article: Article) -> AnyHashable {
        switch part {
        case .raw: article.raw
        case .metadata: article.metadata
        case .text: article.text
        case .blocks: article.blocks
        case .sentences: article.sentences
        case .tokens: article.tokens
        case .entities: article.entities
        case .summary: article.summary
        case .extensions: article.extensions
        default: layerName(part).flatMap { article.extensions[$0] }
        }
    }

    /// The article without the part.
    static func without(_ part: ArticlePart, _ article: Article) -> Article {
        var article = article
        switch part {
        case .raw: article.raw = nil
        case .metadata: article.metadata = Metadata()
        case .text: article.text = nil
        case .blocks: article.blocks = []
        case .sentences: article.sentences = []
        case .tokens: article.tokens = []
        case .entities: article.entities = []
        case .summary: article.summary = nil
        case .extensions: article.extensions = [:]
        default: if let name = layerName(part) { article.extensions[name] = nil }
        }
        return article
    }

    /// Whether a stage that writes `parts` may touch this one.
    static func covers(_ parts: Set<ArticlePart>, _ part: ArticlePart) -> Bool {
        parts.contains(part) || (layerName(part) != nil && parts.contains(.extensions))
    }

    private static func layerName(_ part: ArticlePart) -> String? {
        let start = ArticlePart.layer("").description
        return part.description.hasPrefix(start) ? String(part.description.dropFirst(start.count)) : nil
    }
}
