import StageKit

/// What a page's head says: `<meta>`, `<title>`, `<link rel=canonical>`, the language.
struct MetaTags {
    /// Contents by lower-case name or property; the first of each counts, save authors and tags.
    private(set) var values: [String: [String]] = [:]
    private(set) var title: String?
    private(set) var canonical: String?
    private(set) var language: String?
    /// Addresses on the page's own site: feeds, short links, neighbours.
    private(set) var ownAddresses: [String] = []

    /// What `<link rel>` calls pages of the same site.
    private static let ownRelations: Set<String> = ["canonical", "alternate", "shortlink", "edituri", "pingback", "next", "prev", "home", "index", "start", "wlwmanifest"]
    private static let mostAddresses = 8

    /// Attributes with a value's names, and what tells those of microdata apart.
    private static let nameAttributes: [(PageTree.AttributeName, String)] = [(.property, ""), (.name, ""), (.itemprop, "itemprop:")]
    /// The most values kept of one name.
    private static let mostValues = 50

    init(_ tree: PageTree) {
        for node in 0..<tree.count {
            switch tree.tag[node] {
            case .meta:
                guard let content = tree.string(.content, of: node) else { continue }
                let line = TextNormalizer.line(HTMLEntities.decode(content))
                guard !line.isEmpty else { continue }
                for (attribute, prefix) in MetaTags.nameAttributes {
                    // `property` and `itemprop` hold lists of names (RDFa 1.1; HTML living standard, 5.2.3).
                    for name in tree.value(attribute, of: node)?.split(whereSeparator: { $0 <= 0x20 }) ?? [] {
                        let key = prefix + String(decoding: LatinCase.lower(name), as: UTF8.self)
                        if values[key, default: []].count < MetaTags.mostValues { values[key, default: []].append(line) }
                    }
                }
            case .title where title == nil:
                let text = tree.text(of: node)
                if !text.isEmpty { title = text }
            case .link:
                // Most links are style sheets and icons.
                guard let relation = tree.string(.rel, of: node)?.lowercased(), MetaTags.ownRelations.contains(relation), let address = tree.string(.href, of: node).map(TextNormalizer.line)
                else { continue }
                if canonical == nil, relation == "canonical" { canonical = address }
                if ownAddresses.count < MetaTags.mostAddresses { ownAddresses.append(address) }
            case .html:
                language = tree.string(.lang, of: node) ?? tree.string(.xmlLang, of: node)
            default: break
            }
        }
        readParselyPage()
    }

    /// Parse.ly's older tag holds all in one, as JSON.
    private mutating func readParselyPage() {
        guard let page = self["parsely-page"], let json = try? JSONParser.parse(Array(page.utf8)) else { return }
        for (member, name) in [("author", "parsely-author"), ("pub_date", "parsely-pub-date"), ("section", "parsely-section")] where values[name] == nil {
            if let text = json[member]?.stringValue, !text.isEmpty { values[name] = [text] }
        }
    }

    subscript(_ name: String) -> String? { values[name]?.first }

    /// Some pages give the headline for the application's name; those have none.
    var applicationName: String? { self["application-name"].flatMap { isTitle($0) ? nil : $0 } }

    func isTitle(_ text: String) -> Bool { text == title || text == self["og:title"] }

    /// Names whose letters hold one of `parts` and none of `others`, in alphabetical order.
    func names(_ parts: [String], not others: [String]) -> [String] {
        values.keys.filter { name in
            let letters = name.utf8.filter { $0 &- 0x61 < 26 }
            return parts.contains { ByteSearch.contains(letters, Array($0.utf8)) } && !others.contains { ByteSearch.contains(letters, Array($0.utf8)) }
        }.sorted()
    }

    /// The first value among `names`, with the name that had it.
    func first(_ names: [String]) -> (value: String, origin: String)? {
        for name in names { if let value = values[name]?.first { return (value, name) } }
        return nil
    }
}
