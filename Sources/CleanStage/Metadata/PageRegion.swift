/// Which parts of a page speak of something else than its article: comments, related articles, side columns, menus.
struct PageRegion {
    private let tree: PageTree
    private let headline: PageTree.Node?
    private var hints: HintCache

    /// - Parameter headline: the headline's node; what holds it is about the article, whatever it is called.
    init(_ tree: PageTree, _ hints: HintCache, headline: PageTree.Node?) {
        self.tree = tree
        self.hints = hints
        self.headline = headline
    }

    /// Whether the node lies in such a part.
    /// - Parameter isDeclared: whether a property says what the node is; an article's own aside may then hold it among other things.
    /// - Complexity: O(depth).
    mutating func isElsewhere(_ node: PageTree.Node, isDeclared: Bool = false) -> Bool {
        var node = node
        var isInFooter = false
        var isInAside = false
        while node >= 0 {
            if let headline, tree.subtree(node).contains(headline) { return isInAside && tree.tag[node] != .article }
            switch tree.tag[node] {
            case .body, .main, .html: return isInFooter || isInAside
            // An article's own footer holds its author and date.
            case .article where isInFooter || isInAside: return false
            case .footer: isInFooter = true
            // An article's own aside may hold its byline and nothing else.
            case .aside where isDeclared || isShort(node): isInAside = true
            case .aside, .nav, .form, .dialog: return true
            default: break
            }
            let isArticle = tree.tag[node] == .article
            for index in tree.attributeRange(of: node) where [.class, .id].contains(tree.attributes[index].name) {
                let range = Int(tree.attributes[index].start)..<Int(tree.attributes[index].end)
                let found = hints.find(tree.bytes, range)
                if found.contains(.comment) && !(isArticle && range.count > PageRegion.longNames) { return true }
                if !isArticle, found.contains(.related), !found.contains(.author), !found.contains(.meta), range.count < PageRegion.longNames { return true }
            }
            node = Int(tree.parent[node])
        }
        return isInFooter || isInAside
    }

    private func isShort(_ node: PageTree.Node) -> Bool {
        tree.subtree(node).count <= PageRegion.mostNodes && tree.text(of: node).utf8.count <= PageRegion.longestByline
    }

    /// In bytes, and how many nodes such a text has at most.
    private static let longestByline = 80
    private static let mostNodes = 40

    /// Longer lists of names say too much at once to be believed ("post comments-open tag-more").
    private static let longNames = 60
}
