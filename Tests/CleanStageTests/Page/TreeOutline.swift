@testable import CleanStage

/// A page's tree in one line: `div(p("one" b("two")) br)`. `html`, `head` and `body` are left out where nothing hangs on them.
enum TreeOutline {
    static func of(_ html: String) throws -> String {
        let tree = try HTMLPage(utf8: Array(html.utf8)).tree
        guard let body = (0..<tree.count).first(where: { tree.tag[$0] == .body }) else { return tree.count == 0 ? "" : outline(tree, 0) }
        return children(tree, body)
    }

    static func whole(_ html: String) throws -> String {
        let tree = try HTMLPage(utf8: Array(html.utf8)).tree
        return tree.count == 0 ? "" : outline(tree, 0)
    }

    private static func outline(_ tree: PageTree, _ node: PageTree.Node) -> String {
        if tree.tag[node] == .text {
            return "\"" + String(decoding: tree.bytes[Int(tree.textStart[node])..<Int(tree.textEnd[node])], as: UTF8.self) + "\""
        }
        let inner = children(tree, node)
        return "\(tree.tag[node])" + (inner.isEmpty ? "" : "(\(inner))")
    }

    private static func children(_ tree: PageTree, _ node: PageTree.Node) -> String {
        var parts: [String] = []
        var child = node + 1
        while child < Int(tree.end[node]) {
            parts.append(outline(tree, child))
            child = Int(tree.end[child])
        }
        return parts.joined(separator: " ")
    }
}
