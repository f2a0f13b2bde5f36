import StageKit

/// What a table's column holds of an article.
enum ArticleColumn: String, SettingChoice {
    case id
    case sourceURI = "source_uri"
    case sourceRecord = "source_record"
    case sourceLine = "source_line"
    case url, title, byline, published, modified, site, section, tags, description, language, image, text, summary
    case persons, organizations, locations

    /// The value as text; several values are joined by "; ".
    func value(of article: Article) -> String {
        switch self {
        case .id: article.id.description
        case .sourceURI: article.source.uri
        case .sourceRecord: "\(article.source.record)"
        case .sourceLine: article.source.line.map { "\($0)" } ?? ""
        case .url: article.metadata.url ?? ""
        case .title: article.metadata.title ?? ""
        case .byline: article.metadata.byline.joined(separator: "; ")
        case .published: article.metadata.published ?? ""
        case .modified: article.metadata.modified ?? ""
        case .site: article.metadata.site ?? ""
        case .section: article.metadata.section ?? ""
        case .tags: article.metadata.tags.joined(separator: "; ")
        case .description: article.metadata.description ?? ""
        case .language: article.metadata.language ?? ""
        case .image: article.metadata.image ?? ""
        case .text: article.text?.string ?? ""
        case .summary: article.summary?.text ?? ""
        case .persons: ArticleColumn.names(.person, article)
        case .organizations: ArticleColumn.names(.organization, article)
        case .locations: ArticleColumn.names(.location, article)
        }
    }

    /// The distinct names of a type, in the order in which they first appear.
    private static func names(_ type: EntityType, _ article: Article) -> String {
        var seen: Set<String> = []
        return article.entities.filter { $0.type == type }
            .compactMap { entity in entity.name ?? article.text.map { $0[entity.range] } }
            .filter { seen.insert($0).inserted }.joined(separator: "; ")
    }
}
