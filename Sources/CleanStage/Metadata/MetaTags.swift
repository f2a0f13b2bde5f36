/// What a page's head says: `<meta>`, `<title>`, `<link rel=canonical>`, the language.
struct MetaTags {
    /// Contents by lower-case name or property; the first of each counts, save authors and tags.
    private(set) var values: [String: [String]] = [:]
    private(set) var title: String?
    private(set) var canonical: String?
    private(set) var language: String?

    /// The most values kept of one name.
    private static let mostValues = 50

    init(_ tree: PageTree) {
        for node in 0..<tree.count {
            switch tree.tag[node] {
            case .meta:
                guard let content = tree.string(.content, of: node) else { continue }
                let line = TextNormalizer.line(HTMLEntities.decode(content))
                guard !line.isEmpty else { continue }
                for name in [tree.string(.property, of: node), tree.string(.name, of: node), tree.string(.itemprop, of: node).map { "itemprop:\($0)" }] {
                    guard let name else { continue }
                    let key = TextNormalizer.line(name).lowercased()
                    if values[key, default: []].count < MetaTags.mostValues { values[key, default: []].append(line) }
                }
            case .title where title == nil:
                let text = tree.text(of: node)
                if !text.isEmpty { title = text }
            case .link where canonical == nil:
                if tree.string(.rel, of: node)?.lowercased() == "canonical" { canonical = tree.string(.href, of: node).map(TextNormalizer.line) }
            case .html:
                language = tree.string(.lang, of: node) ?? tree.string(.xmlLang, of: node)
            default: break
            }
        }
    }

    subscript(_ name: String) -> String? { values[name]?.first }

    /// The first value among `names`, with the name that had it.
    func first(_ names: [String]) -> (value: String, origin: String)? {
        for name in names { if let value = values[name]?.first { return (value, name) } }
        return nil
    }
}
