/// A heading of a page that may be its headline.
struct PageHeading {
    /// What it says, without a kicker that is marked as one.
    var text: String
    /// All it says.
    var whole: String
    /// 1 to 3.
    var level: Int
    var node: PageTree.Node
    /// Whether it stands in navigation, a footer, a side column or a dialog; only main headings are looked at there.
    var isAside: Bool

    /// More headings of a level are not looked at; menus have dozens.
    private static let mostOfLevel = 40
    /// Longer ones are no headings, in bytes.
    private static let mostBytes = 400

    /// Headings 1 to 3 in order of level, then place; those in navigation, footers, side columns and dialogs are aside.
    /// - Parameter levels: which levels are read.
    /// - Parameter spacesColons: whether the page's language puts a space before a colon, as French does; elsewhere it is the seam of two elements.
    /// - Complexity: O(nodes).
    static func all(in tree: PageTree, levels: ClosedRange<Int>, spacesColons: Bool) -> [PageHeading] {
        var found: [[PageHeading]] = [[], [], []]
        for node in 0..<tree.count {
            let level: Int
            switch tree.tag[node] {
            case .h1: level = 1
            case .h2: level = 2
            case .h3: level = 3
            default: continue
            }
            guard levels.contains(level), found[level - 1].count < mostOfLevel else { continue }
            let isAside = isAside(node, tree)
            guard !isAside || level == 1 else { continue }
            let read = withoutArrow(tree.text(of: node, most: 600))
            let whole = spacesColons ? read : read.replacing(" : ", with: ": ")
            guard !whole.isEmpty, whole.utf8.count < mostBytes else { continue }
            found[level - 1].append(PageHeading(text: withoutKicker(node, tree) ?? whole, whole: whole, level: level, node: node, isAside: isAside))
        }
        return found.flatMap { $0 }
    }

    /// "> Headline", "[> Headline", "| Headline" → "Headline".
    private static func withoutArrow(_ text: String) -> String {
        let mark = text.utf8.prefix { $0 != 0x20 }
        guard mark.count <= 2, mark.last == UInt8(ascii: ">") || mark.last == UInt8(ascii: "|") else { return text }
        return String(decoding: text.utf8.dropFirst(mark.count + 1), as: UTF8.self)
    }

    private static func isAside(_ node: PageTree.Node, _ tree: PageTree) -> Bool {
        var node = node
        while node >= 0 {
            switch tree.tag[node] {
            case .nav, .footer, .aside, .dialog: return true
            default: node = Int(tree.parent[node])
            }
        }
        return false
    }

    /// Words in names of the elements that carry a kicker, in the languages of page builders.
    private static let kickerNames = [
        "kicker", "eyebrow", "overline", "roofline", "dachzeile", "topline", "spitzmarke", "rubrik", "section", "categor", "label", "topic", "subtitle", "supertitle",
        "surtitle", "surtitre", "antetitulo", "volanta", "chapeu", "preheadline", "pretitle", "subheadline", "tagline",
    ].map { Array($0.utf8) }
    private static let headlineNames = ["headline", "title", "titel"].map { Array($0.utf8) }
    /// A headline's own element holds this many words at least.
    private static let leastWords = 2

    /// The heading's text without a first part that its element's name calls a kicker; nil where there is none.
    private static func withoutKicker(_ node: PageTree.Node, _ tree: PageTree) -> String? {
        var child = node + 1
        let end = Int(tree.end[node])
        // White space before the first element.
        while child < end, tree.tag[child] == .text, TextNormalizer.squeezed(tree.bytes[Int(tree.textStart[child])..<Int(tree.textEnd[child])]).isEmpty { child += 1 }
        guard child < end, tree.tag[child] != .text, Int(tree.end[child]) < end else { return nil }
        var names: [[UInt8]] = []
        for inner in tree.subtree(child) where tree.tag[inner] != .text {
            for index in tree.attributeRange(of: inner) where [.class, .testID, .component, .itemprop].contains(tree.attributes[index].name) {
                let attribute = tree.attributes[index]
                names.append(tree.bytes[Int(attribute.start)..<Int(attribute.end)].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
            }
        }
        let isKicker = names.contains { name in kickerNames.contains { ByteSearch.contains(name, $0) } }
        let isHeadline = names.contains { name in headlineNames.contains { ByteSearch.contains(name, $0) } }
        if isKicker {
            var rest: [UInt8] = []
            for inner in Int(tree.end[child])..<end where tree.tag[inner] == .text { rest += tree.bytes[Int(tree.textStart[inner])..<Int(tree.textEnd[inner])] }
            return headline(rest)
        }
        guard !isHeadline else { return nil }
        // An element named "headline" behind another element: that one was something else.
        for inner in Int(tree.end[child])..<end where tree.tag[inner] != .text && Int(tree.end[inner]) > inner + 1 {
            let isNamed = [PageTree.AttributeName.class, .itemprop].contains { name in
                tree.value(name, of: inner).map { value in
                    let lower = value.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
                    return headlineNames.contains { ByteSearch.contains(lower, $0) }
                } ?? false
            }
            if isNamed { return headline(Array(tree.text(of: inner, most: 600).utf8)) }
        }
        return nil
    }

    private static func headline(_ bytes: [UInt8]) -> String? {
        let text = TextNormalizer.line(bytes.drop { $0 <= 0x20 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") })
        return text.words.count >= leastWords ? text : nil
    }
}
