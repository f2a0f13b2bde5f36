import StageKit

/// Gathers what a page says about its article, each value from the most trusted place that has it.
struct MetadataReader {
    let tree: PageTree
    let meta: MetaTags
    let data: LinkedData

    /// Fills what `metadata` does not have yet.
    func fill(_ metadata: inout Metadata, page: PageBlocks) {
        set(\.site, "site", &metadata, [(meta["og:site_name"], "og:site_name"), (data.site, "json-ld"), (meta.applicationName, "application-name")])
        let site = SiteNames(known: metadata.site, meta: meta, data: data, addresses: [metadata.url, meta.canonical, meta["og:url"], data.url].compactMap { $0 })
        if metadata.title == nil, let found = TitleFinder(tree: tree, meta: meta, data: data, site: site).find() {
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
        set(\.section, "section", &metadata, [(meta["article:section"], "article:section"), (data.section, "json-ld")]
            + ["parsely-section", "itemprop:articlesection", "sailthru.section"].map { (meta[$0], $0) })
        if metadata.tags.isEmpty { fillTags(&metadata) }
        let region = HeadRegion(tree, page, title: metadata.title)
        if metadata.byline.isEmpty { fillByline(&metadata, page, region, site) }
        if metadata.published == nil {
            let monthFirst = putsMonthFirst(metadata)
            let finder = DateFinder(meta: meta, data: data, times: TimeElements.find(tree, page, region), visible: VisibleDates(page, region, monthFirst: monthFirst), url: metadata.url, monthFirst: monthFirst,
                readsInCentralEurope: readsInCentralEurope(metadata))
            if let (date, origin) = finder.find() {
                metadata.published = date
                metadata.origins["published"] = origin
            }
        }
        set(\.modified, "modified", &metadata, [(data.modified.flatMap(DateReader.iso), "json-ld")]
            + DateFinder.modifiedNames.map { (meta[$0].flatMap(DateReader.iso), $0) })
    }

    private func fillByline(_ metadata: inout Metadata, _ page: PageBlocks, _ region: HeadRegion, _ site: SiteNames) {
        let finder = AuthorFinder(meta: meta, data: data, site: site)
        let elements = AuthorElements.find(tree, page, region, site, onlyNear: finder.declaresPerson)
        let found = finder.find(elements: elements, lines: BylineLines.find(page, region, site), dated: BylineLines.dated(page, region, site))
        let signature = found?.isSure ?? false ? [] : Signature.names(page, site, allowsBare: found == nil)
        if !signature.isEmpty {
            metadata.byline = signature
            metadata.origins["byline"] = "text"
        } else if found?.isNewsroom ?? true, let source = Signature.source(page) {
            metadata.byline = [source]
            metadata.origins["byline"] = "text"
        } else if let found {
            metadata.byline = found.names
            metadata.origins["byline"] = found.origin
        } else if let name = PostAuthorComment.name(in: tree, site) {
            metadata.byline = [name]
            metadata.origins["byline"] = "comment of the author"
        }
    }

    /// Whether the page is one of the United States, as far as its language and address tell: English without another country.
    private func putsMonthFirst(_ metadata: Metadata) -> Bool {
        let language = meta["og:locale"].flatMap(language) ?? metadata.language ?? ""
        guard language == "en" || language == "en-US" else { return false }
        let host = (metadata.url ?? "").split(separator: "/").dropFirst().first ?? ""
        return ![".uk", ".au", ".nz", ".ie", ".in", ".za", ".eu"].contains { host.hasSuffix($0) }
    }

    private func readsInCentralEurope(_ metadata: Metadata) -> Bool {
        let language = metadata.language ?? meta["og:locale"].flatMap(language) ?? ""
        return ["de", "it", "pl", "cs", "sk", "nl", "da", "sv", "nb", "no", "hu", "sl", "hr"].contains(language.prefix { $0 != "-" })
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
            (meta.values["article:tag"] ?? [], "article:tag"), (data.tags, "json-ld"),
        ] + ["parsely-tags", "sailthru.tags", "news_keywords", "keywords"].map { (meta.values[$0] ?? [], $0) }
        for (values, origin) in candidates {
            var seen: Set<String> = []
            let tags = values.flatMap { $0.split(separator: ",") }.map { TextNormalizer.line(String($0)) }.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
            guard !tags.isEmpty else { continue }
            metadata.tags = Array(tags.prefix(30))
            metadata.origins["tags"] = origin
            return
        }
    }
}
