import StageKit

/// Which members of a record hold which fields of an article.
struct FieldMap: Sendable {
    /// The fields of an article that a record may hold.
    enum Field: String, CaseIterable, Sendable {
        case text, html, url, title, byline, published, modified, site, section, tags, description, language, image

        /// Names under which feeds, archives and corpora commonly have it, the likeliest first.
        var commonNames: [String] {
            switch self {
            case .text: ["text", "body", "content", "article_text", "maintext", "plain_text"]
            case .html: ["html", "raw_html", "body_html", "content_html"]
            case .url: ["url", "link", "canonical_url", "source_url"]
            case .title: ["title", "headline"]
            case .byline: ["byline", "author", "authors", "creator"]
            case .published: ["published", "date", "published_at", "date_published", "publish_date", "pub_date", "pubDate", "datePublished", "publication_date"]
            case .modified: ["modified", "updated", "updated_at", "date_modified", "dateModified"]
            case .site: ["site", "publisher", "publication", "site_name", "source_name"]
            case .section: ["section", "category"]
            case .tags: ["tags", "keywords"]
            case .description: ["description", "excerpt", "abstract"]
            case .language: ["language", "lang"]
            case .image: ["image", "image_url", "top_image"]
            }
        }
    }

    /// Member names by field, in the order in which they are tried.
    private let names: [Field: [String]]

    /// - Parameter overrides: article field to member name, as the pipeline says; such a field has no other name.
    init(overrides: [String: String]) {
        var names: [Field: [String]] = [:]
        for field in Field.allCases { names[field] = overrides[field.rawValue].map { [$0] } ?? field.commonNames }
        self.names = names
    }

    /// The member that holds `field`, and its name; nil where none does. A null, or an empty text, is as good as none.
    func member(_ field: Field, in record: [String: JSONValue]) -> (name: String, value: JSONValue)? {
        for name in names[field] ?? [] {
            if let value = record[name], value != .null, value != "" { return (name, value) }
        }
        return nil
    }
}
