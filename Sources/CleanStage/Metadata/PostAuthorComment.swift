/// The author's name at a comment of their own, which WordPress marks (`comment_class()`: "bypostauthor"): some themes name them nowhere else.
enum PostAuthorComment {
    private static let mark = Array("bypostauthor".utf8)
    private static let nicename = Array("comment-author-".utf8)
    /// What themes call the element with the name: hCard's class, or WordPress's own.
    private static let nameClasses: Set<String> = ["fn", "comment-author"]
    private static let mostNameWords = 4

    /// The name that readers see, else the one in the class; nil where no comment is marked.
    /// - Complexity: O(nodes).
    static func name(in tree: PageTree, _ site: SiteNames) -> String? {
        // Hardly any page has one.
        guard ByteSearch.contains(tree.bytes, mark) else { return nil }
        for node in 0..<tree.count where tree.tag[node] != .text {
            guard let names = tree.value(.class, of: node), names.split(separator: 0x20).contains(where: { $0.elementsEqual(mark) }) else { continue }
            return tree.subtree(node).lazy.compactMap { shown(at: $0, tree, site) }.first ?? login(in: names)
        }
        return nil
    }

    private static func shown(at node: PageTree.Node, _ tree: PageTree, _ site: SiteNames) -> String? {
        guard let names = tree.string(.class, of: node), names.words.contains(where: { nameClasses.contains(String($0)) }) else { return nil }
        let text = tree.text(of: node)
        guard text.words.count <= mostNameWords else { return nil }
        return Byline.names(in: [text], eachIsOne: true, site: site).first
    }

    /// `comment byuser comment-author-mira bypostauthor` → `mira`.
    private static func login(in names: ArraySlice<UInt8>) -> String? {
        names.split(separator: 0x20).first { $0.starts(with: nicename) }.map { String(decoding: $0.dropFirst(nicename.count), as: UTF8.self) }
    }
}
