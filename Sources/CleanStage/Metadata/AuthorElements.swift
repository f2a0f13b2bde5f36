/// Names of authors in elements that their names or properties call so.
struct AuthorElements {
    struct Found {
        var names: [String]
        /// Where the element begins.
        var node: PageTree.Node
        /// Whether it stands between the headline and the first paragraph.
        var isNear: Bool
        /// Whether a property or relation says it (itemprop, rel), not just a name.
        var isDeclared: Bool
    }

    private let tree: PageTree
    private var hints: HintCache
    private let site: SiteNames
    private let region: HeadRegion
    private var parts: PageRegion

    private static let longestByline = 200
    /// Elements with more text, in bytes, are boxes about the author.
    private static let longestElement = 600
    /// More names of which none is a person's are something else.
    private static let mostWords = 2
    /// How many elements are read.
    private static let mostElements = 12
    /// Longer class lists name everything.
    private static let longestName = 300

    private init(_ tree: PageTree, _ page: PageBlocks, _ region: HeadRegion, _ site: SiteNames) {
        self.tree = tree
        hints = page.hints
        self.region = region
        self.site = site
        parts = PageRegion(tree, page.hints, headline: region.headlineNode)
    }

    /// In page order; neighbours that name one author each are one finding.
    /// - Parameter onlyNear: whether what stands behind the first paragraph is of no interest.
    /// - Complexity: O(nodes).
    static func find(_ tree: PageTree, _ page: PageBlocks, _ region: HeadRegion, _ site: SiteNames, onlyNear: Bool) -> [Found] {
        var reader = AuthorElements(tree, page, region, site)
        return reader.read(onlyNear: onlyNear)
    }

    /// What says that an element names an author: nothing, the address it links to (``AuthorAddress``) or its being one, its own name, a property.
    private enum Mark { case none, linked, named, declared }

    private mutating func read(onlyNear: Bool) -> [Found] {
        var found: [Found] = []
        var node = 0
        var last = 0
        var namesPersonNear = false
        while node < tree.count, found.count < AuthorElements.mostElements {
            defer { node += 1 }
            guard tree.tag[node] != .text, !tree.attributeRange(of: node).isEmpty || tree.tag[node] == .address, tree.tag[node] != .meta, tree.tag[node] != .body else { continue }
            if node >= region.nodes.upperBound, onlyNear || namesPersonNear { break }
            let mark = mark(of: node)
            guard mark != .none else { continue }
            guard !parts.isElsewhere(node, isDeclared: mark == .declared) else {
                node = Int(tree.end[node]) - 1
                continue
            }
            // What holds more than a byline is no byline; those inside it are met on their own.
            guard let (names, isDeclared) = names(below: node, mark) else { continue }
            guard !names.isEmpty else {
                node = Int(tree.end[node]) - 1
                continue
            }
            // "International / Energy / Economy" are sections.
            if names.count > AuthorElements.mostWords, !names.contains(where: { NameShape.isPerson($0, site: site) }) { continue }
            let isNear = region.holds(node, tree)
            // Teasers of other stories link to their authors too.
            if mark == .linked, !isNear || !names.allSatisfy({ NameShape.isPerson($0, site: site) }) { continue }
            if isNear, let before = found.last, before.isNear, areOneLine(last, node), (before.names + names).allSatisfy({ NameShape.isPerson($0, site: site) }) {
                found[found.count - 1].names += names.filter { !before.names.contains($0) }
            } else {
                found.append(Found(names: names, node: node, isNear: isNear, isDeclared: isDeclared))
            }
            namesPersonNear = namesPersonNear || isNear && names.contains { NameShape.isPerson($0, site: site) }
            last = node
            node = Int(tree.end[node]) - 1
        }
        return found
    }

    /// Whether the smallest element around both holds no more than a byline does.
    private func areOneLine(_ first: PageTree.Node, _ second: PageTree.Node) -> Bool {
        var node = Int(tree.parent[first])
        while node >= 0, !tree.subtree(node).contains(second) { node = Int(tree.parent[node]) }
        return node >= 0 && separatedText(of: node).utf8.count <= AuthorElements.longestByline
    }

    private mutating func mark(of node: PageTree.Node) -> Mark {
        // "Contact information for its nearest article" (HTML living standard, 4.3.10): authors', where it stands near the headline.
        var mark = tree.tag[node] == .address ? Mark.linked : .none
        for index in tree.attributeRange(of: node) {
            let attribute = tree.attributes[index]
            let range = Int(attribute.start)..<Int(attribute.end)
            switch attribute.name {
            case .rel where tree.tag[node] == .a:
                if AuthorElements.holds(tree.bytes[range], "author") { return .declared }
            case .itemprop:
                if AuthorElements.holds(tree.bytes[range], "author") || AuthorElements.holds(tree.bytes[range], "creator") { return .declared }
            case .href where tree.tag[node] == .a && mark == .none:
                mark = .linked
            case .class, .id, .testID, .component:
                guard mark != .named, range.count < AuthorElements.longestName else { continue }
                let hint = hints.find(tree.bytes, range)
                if hint.contains(.author), !hint.contains(.comment), isAboutAuthor(range) { mark = .named }
            default: break
            }
        }
        return mark
    }

    /// "authority", "authorization" begin like "author" and are no one; a picture's author is not the text's.
    private func isAboutAuthor(_ range: Range<Int>) -> Bool {
        let name = tree.bytes[range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        return !["authori", "avatar", "img", "image", "photo", "testimonial"].contains { ByteSearch.contains(name, Array($0.utf8)) }
    }

    private static func holds(_ list: ArraySlice<UInt8>, _ word: String) -> Bool {
        list.split(separator: 0x20).contains { String(decoding: $0, as: UTF8.self).lowercased() == word }
    }

    /// The names in an element: those of the elements inside that name one each, or all its text, whichever tells more.
    /// Nil where it is too long.
    private mutating func names(below node: PageTree.Node, _ mark: Mark) -> ([String], isDeclared: Bool)? {
        let text = separatedText(of: node)
        guard text.utf8.count <= AuthorElements.longestElement else { return nil }
        return names(of: text, below: node, mark)
    }

    private mutating func names(of text: String, below node: PageTree.Node, _ mark: Mark) -> ([String], isDeclared: Bool) {
        if Byline.isHelpers(LatinCase.lower(text.utf8)) { return ([], false) }
        var isWhole = false
        var inner: [String] = []
        var isDeclared = mark == .declared
        var next = node + 1
        while next < Int(tree.end[node]) {
            if isOtherItem(next) {
                next = Int(tree.end[next])
                continue
            }
            let mark = tree.tag[next] == .text || tree.attributeRange(of: next).isEmpty ? Mark.none : self.mark(of: next)
            if mark != .none || isName(next) {
                let part = separatedText(of: next)
                let (names, declared) = names(of: part, below: next, mark)
                isWhole = isWhole || part == text
                inner += names.filter { !inner.contains($0) }
                isDeclared = isDeclared || declared
                // Those inside it are looked through as well, names or not: to enter it again would double the work at every level.
                next = Int(tree.end[next])
            } else {
                next += 1
            }
        }
        // One inside that says all of it: nothing more to learn.
        if isWhole, !inner.isEmpty { return (inner, isDeclared) }
        let own = text.utf8.count <= AuthorElements.longestByline ? self.names(inLinesOf: node) ?? Byline.names(in: [text], site: site) : []
        let innerPersons = inner.filter { NameShape.isPerson($0, site: site) }
        if innerPersons.isEmpty, isDeclared, !inner.isEmpty { return (inner, isDeclared) }
        if innerPersons.isEmpty, !own.isEmpty { return (own.allSatisfy { NameShape.isPerson($0, site: site) } || inner.isEmpty ? own : inner, isDeclared) }
        let tellsMore = own.count > innerPersons.count && own.allSatisfy { NameShape.isPerson($0, site: site) } && innerPersons.allSatisfy { own.contains($0) }
        return (tellsMore ? own : innerPersons.isEmpty ? inner : innerPersons, isDeclared)
    }

    /// The persons of an element that block elements cut into lines: those of the first line that names anybody, for role, desk and
    /// buttons stand in lines of their own; where that is a list's, those of the list's other items too. Nil where it is one line, or
    /// the first name is no person's.
    private func names(inLinesOf node: PageTree.Node) -> [String]? {
        guard tree.subtree(node).dropFirst().contains(where: { tree.tag[$0].isBlock }) else { return nil }
        let items = AuthorLines.items(of: node, tree)
        guard items.count > 1 || items.contains(where: { $0.lines.count > 1 }) else { return nil }
        var found: [String] = []
        var list: PageTree.Node?
        for item in items where found.isEmpty || item.list != nil && item.list == list {
            guard let names = item.lines.lazy.map({ Byline.names(in: [$0], site: site) }).first(where: { !$0.isEmpty }) else { continue }
            let persons = names.filter { NameShape.isPerson($0, site: site) }
            if persons.isEmpty, found.isEmpty { return nil }
            found += persons.filter { !found.contains($0) }
            list = item.list
        }
        return found.isEmpty ? nil : found
    }

    /// Whether microdata says that an element is a breadcrumb's part, a picture or the publisher: their names are no author's.
    private func isOtherItem(_ node: PageTree.Node) -> Bool {
        guard tree.tag[node] != .text, let property = tree.value(.itemprop, of: node) else { return false }
        return ["itemlistelement", "publisher", "image"].contains { AuthorElements.holds(property, $0) }
    }

    /// `itemprop="name"` and hCard's `fn` hold the bare name.
    private func isName(_ node: PageTree.Node) -> Bool {
        guard !tree.attributeRange(of: node).isEmpty else { return false }
        if let property = tree.value(.itemprop, of: node), AuthorElements.holds(property, "name") { return true }
        return tree.value(.class, of: node).map { AuthorElements.holds($0, "fn") } ?? false
    }

    private func separatedText(of node: PageTree.Node) -> String { AuthorLines.text(of: node, tree, most: 4 * AuthorElements.longestElement) }
}
