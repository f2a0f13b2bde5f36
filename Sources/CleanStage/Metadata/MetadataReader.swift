import StageKit

/// Gathers what a page says about its article, each value from the most trusted place that has it.
struct MetadataReader {
    let tree: PageTree
    let meta: MetaTags
    let data: LinkedData

    private static let publishedNames = [
        "article:published_time", "og:article:published_time", "datepublished", "itemprop:datepublished", "itemprop:datePublished", "og:published_time", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "date", "pubdate", "publishdate", "publish-date", "publish_date", "article.published", "cxenseparse:recs:publishtime",
        "last-modified", "citation_publication_date", "article_date_original", "og:pubdate", "created", "timestamp", "rnews:datepublished",
    ]
    private static let modifiedNames = ["article:modified_time", "og:updated_time", "itemprop:datemodified", "dcterms.modified", "last-modified", "lastmod", "revised"]
    private static let authorNames = [
        "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "itemprop:author", "citation_author", "twitter:data1-author", "cxenseparse:author", "article:author_name",
    ]

    /// Fills what `metadata` does not have yet.
    func fill(_ metadata: inout Metadata, page: PageBlocks) {
        set(\.site, "site", &metadata, [(meta["og:site_name"], "og:site_name"), (data.site, "json-ld"), (meta["application-name"], "application-name")])
        if metadata.title == nil, let found = TitleFinder(tree: tree, meta: meta, data: data, site: metadata.site).find() {
            metadata.title = found.title
            metadata.origins["title"] = found.origin
            // A `<title>` that no block of the page repeats is the site's own.
            if found.origin == "title", !page.blocks.contains(where: { says($0, page, found.title) }), let headline = VisibleHeadline.find(in: page) {
                metadata.title = headline
                metadata.origins["title"] = "text"
            }
        }
        set(\.url, "url", &metadata, [(meta.canonical.flatMap(absolute), "canonical"), (meta["og:url"].flatMap(absolute), "og:url"), (data.url.flatMap(absolute), "json-ld")])
        set(\.description, "description", &metadata, [
            (meta["og:description"], "og:description"), (meta["description"], "description"), (data.description, "json-ld"), (meta["twitter:description"], "twitter:description"),
        ])
        set(\.language, "language", &metadata, [
            (meta.language.flatMap(language), "html"), (data.language.flatMap(language), "json-ld"), (meta["og:locale"].flatMap(language), "og:locale"),
            (meta["content-language"].flatMap(language), "content-language"),
        ])
        set(\.image, "image", &metadata, [(meta["og:image"] ?? meta["og:image:url"], "og:image"), (data.image, "json-ld"), (meta["twitter:image"], "twitter:image")])
        set(\.section, "section", &metadata, [(meta["article:section"], "article:section"), (data.section, "json-ld")])
        if metadata.tags.isEmpty { fillTags(&metadata) }
        let visible = VisibleMetadata(tree, page)
        if metadata.byline.isEmpty { fillByline(&metadata, visible) }
        if metadata.published == nil { fillPublished(&metadata, visible) }
        set(\.modified, "modified", &metadata, [(data.modified.flatMap(DateReader.iso), "json-ld")]
            + MetadataReader.modifiedNames.map { (meta[$0].flatMap(DateReader.iso), $0) })
    }

    /// Whether a block is a title, or holds it.
    private func says(_ block: PageBlock, _ page: PageBlocks, _ title: String) -> Bool {
        guard block.words <= 60 else { return false }
        return Fingerprint(page.text(block)).contains(Fingerprint(title))
    }

    private func set(_ path: WritableKeyPath<Metadata, String?>, _ name: String, _ metadata: inout Metadata, _ candidates: [(String?, String)]) {
        guard metadata[keyPath: path] == nil else { return }
        for (value, origin) in candidates {
            guard let value, !value.isEmpty else { continue }
            metadata[keyPath: path] = value
            metadata.origins[name] = origin
            return
        }
    }

    /// Only addresses that stand for themselves; a relative one means nothing outside its page.
    private func absolute(_ address: String) -> String? {
        address.hasPrefix("http://") || address.hasPrefix("https://") ? address : nil
    }

    /// `en_US` → `en-US`; anything that is no language tag is left out.
    private func language(_ text: String) -> String? {
        let parts = text.split { $0 == "-" || $0 == "_" || $0 == "," || $0 == " " }
        guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
        guard parts.count > 1, parts[1].utf8.count == 2, parts[1].utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return first.lowercased() }
        return "\(first.lowercased())-\(parts[1].uppercased())"
    }

    private func fillTags(_ metadata: inout Metadata) {
        let candidates: [([String], String)] = [
            (meta.values["article:tag"] ?? [], "article:tag"), (data.tags, "json-ld"), (meta.values["keywords"] ?? meta.values["news_keywords"] ?? [], "keywords"),
        ]
        for (values, origin) in candidates {
            var seen: Set<String> = []
            let tags = values.flatMap { $0.split(separator: ",") }.map { TextNormalizer.line(String($0)) }.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
            guard !tags.isEmpty else { continue }
            metadata.tags = Array(tags.prefix(30))
            metadata.origins["tags"] = origin
            return
        }
    }

    private func fillByline(_ metadata: inout Metadata, _ visible: VisibleMetadata) {
        var candidates: [([String], String)] = [(data.authors, "json-ld")]
        for name in MetadataReader.authorNames { candidates.append((meta.values[name] ?? [], name)) }
        for text in visible.authors { candidates.append(([text], "text")) }
        let site = Fingerprint(metadata.site ?? "")
        // The site itself as its own author says nothing; it is taken only when no person is named.
        var fallback: ([String], String)?
        for (texts, origin) in candidates where !texts.isEmpty {
            let names = Byline.names(in: texts, eachIsOne: origin == "json-ld")
            let persons = names.filter { Fingerprint($0).bytes != site.bytes }
            guard persons.isEmpty else {
                fallback = (persons, origin)
                break
            }
            if fallback == nil, !names.isEmpty { fallback = (names, origin) }
        }
        guard let (names, origin) = fallback else { return }
        metadata.byline = names
        metadata.origins["byline"] = origin
    }

    private func fillPublished(_ metadata: inout Metadata, _ visible: VisibleMetadata) {
        var candidates: [(String?, String)] = [(data.published, "json-ld")]
        candidates += MetadataReader.publishedNames.filter { $0 != "last-modified" }.map { (meta[$0], $0) }
        candidates.append((visible.time, "time"))
        candidates.append((urlDate(metadata.url), "url"))
        candidates.append((visible.date, "text"))
        candidates.append((data.modified, "json-ld, modified"))
        candidates += MetadataReader.modifiedNames.map { (meta[$0], $0) }
        for (value, origin) in candidates {
            guard let value, let date = DateReader.iso(value) else { continue }
            metadata.published = date
            metadata.origins["published"] = origin
            return
        }
    }

    /// `…/2020/01/05/…` or `…/2020-01-05-…`.
    private func urlDate(_ url: String?) -> String? {
        guard let url else { return nil }
        let parts = url.split { "/-_.".contains($0) }
        for index in parts.indices where parts[index].utf8.count == 4 && index + 2 < parts.endIndex {
            guard let year = Int(parts[index]), let month = Int(parts[index + 1]), parts[index + 1].utf8.count == 2, let day = Int(parts[index + 2]),
                parts[index + 2].utf8.count == 2
            else { continue }
            if let date = DateReader.compose(year, month, day) { return date }
        }
        return nil
    }
}
