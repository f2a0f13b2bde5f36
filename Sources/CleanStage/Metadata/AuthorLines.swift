/// The text of elements that hold bylines. Those are strings of small elements: a space stands wherever one begins or ends.
enum AuthorLines {
    /// Words at the end of a line that lead on to the next.
    private static let joints: Set<String> = ["and", "und", "et", "y", "&", "by", "von", "par", "por"]

    /// - Parameter most: how many bytes are read, about.
    static func text(of node: PageTree.Node, _ tree: PageTree, most: Int) -> String {
        var text: [UInt8] = []
        for inner in tree.subtree(node) {
            if tree.tag[inner] == .text { text.append(contentsOf: tree.bytes[Int(tree.textStart[inner])..<Int(tree.textEnd[inner])]) }
            text.append(0x20)
            if text.count > most { break }
        }
        return line(text)
    }

    struct Item {
        /// The list that it is an item of; nil for what stands outside lists.
        var list: PageTree.Node?
        var lines: [String] = []
    }

    /// The lines that block elements cut an element into, those of a list item together.
    static func items(of node: PageTree.Node, _ tree: PageTree) -> [Item] {
        var items = [Item()]
        var text: [UInt8] = []
        /// Ends of the open block elements.
        var open: [Int32] = []
        func endLine() {
            let line = line(text)
            text.removeAll()
            guard !line.isEmpty else { return }
            let item = items.count - 1
            if let before = items[item].lines.last, leadsOn(before) {
                items[item].lines[items[item].lines.count - 1] = "\(before) \(line)"
            } else {
                items[item].lines.append(line)
            }
        }
        for inner in tree.subtree(node) {
            while let end = open.last, inner >= Int(end) {
                open.removeLast()
                endLine()
            }
            let tag = tree.tag[inner]
            if tag == .text {
                text.append(contentsOf: tree.bytes[Int(tree.textStart[inner])..<Int(tree.textEnd[inner])])
            } else if tag.isBlock, inner > node {
                endLine()
                open.append(tree.end[inner])
                if tag == .li { items.append(Item(list: Int(tree.parent[inner]))) }
            }
            text.append(0x20)
        }
        endLine()
        return items.filter { !$0.lines.isEmpty }
    }

    private static func leadsOn(_ line: String) -> Bool {
        guard let last = line.utf8.last else { return false }
        if last == UInt8(ascii: ",") || last == UInt8(ascii: ":") { return true }
        return joints.contains(line.words.last.map { $0.lowercased() } ?? "")
    }

    /// Squeezed, with no space before a comma.
    private static func line(_ text: [UInt8]) -> String {
        var line: [UInt8] = []
        for byte in TextNormalizer.squeezed(text) {
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";"), line.last == 0x20 { line.removeLast() }
            line.append(byte)
        }
        return String(decoding: line, as: UTF8.self)
    }
}
