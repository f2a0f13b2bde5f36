import StageKit

/// Makes articles of records that are JSON objects.
struct MemberDecoder {
    let fields: FieldMap

    /// - Throws: ``StageFailure`` when the record is no object, has neither text nor page, or a member has the wrong type.
    func article(_ record: SourceRecord) throws -> Article {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONParser.parse(record.bytes)
        } catch {
            throw StageFailure("the record is no JSON: \(error)")
        }
        guard case .object(let members) = json else { throw StageFailure("the record is \(json.kind), not a JSON object") }

        var used: Set<String> = []
        var article = Article(id: ArticleID(content: record.bytes), source: record.source)
        func text(_ field: FieldMap.Field) throws -> String? {
            guard let (name, value) = fields.member(field, in: members) else { return nil }
            used.insert(name)
            guard let text = value.stringValue else { throw StageFailure("'\(name.printable)' is no text") }
            return text
        }
        func texts(_ field: FieldMap.Field) throws -> [String] {
            guard let (name, value) = fields.member(field, in: members) else { return [] }
            used.insert(name)
            if let text = value.stringValue { return [text] }
            let list = value.arrayValue?.compactMap(\.stringValue) ?? []
            guard let count = value.arrayValue?.count, count == list.count else {
                throw StageFailure("'\(name.printable)' is neither a text nor a list of texts")
            }
            return list
        }

        article.metadata.url = try text(.url)
        article.metadata.title = try text(.title)
        article.metadata.byline = try texts(.byline)
        article.metadata.published = try text(.published)
        article.metadata.modified = try text(.modified)
        article.metadata.site = try text(.site)
        article.metadata.section = try text(.section)
        article.metadata.tags = try texts(.tags)
        article.metadata.description = try text(.description)
        article.metadata.language = try text(.language)
        article.metadata.image = try text(.image)
        if let html = try text(.html) {
            article.raw = RawContent(mediaType: .html, bytes: Array(html.utf8), charset: "utf-8")
        }
        // With a page at hand, the page is the better source; its text is kept beside it below.
        if article.raw == nil, let text = try text(.text) { article.text = ArticleText(text) }
        guard article.raw != nil || article.text != nil else {
            throw StageFailure("the record has neither a text nor a page",
                advice: "its members are \(members.keys.sorted().prefix(20).joined(separator: ", ").printable); name the right one with 'fields'")
        }
        // What nobody asked for stays with the article, for filters and plug-ins.
        let isOurs = members["id"]?.stringValue != nil && members["source"]?["uri"]?.stringValue != nil
        let rest = members.filter { !used.contains($0.key) && !(isOurs && MemberDecoder.ownLayers.contains($0.key)) }
        if !rest.isEmpty { article.extensions["fields"] = .object(rest) }
        return article
    }

    /// What copydesk's own records hold beside fields: made anew by the stages. In records of others, an `id` or a `summary`
    /// is theirs, and is kept.
    private static let ownLayers: Set<String> = ["id", "source", "blocks", "sentences", "entities", "summary", "extensions"]
}
