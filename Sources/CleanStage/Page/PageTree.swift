/// A page as flat arrays in document order: compact, quick to walk, and independent of the parser that made it.
///
/// A node's subtree is the run `node ..< end[node]`; its children start at `node + 1`. All strings lie in one buffer.
struct PageTree {
    /// Index of a node.
    typealias Node = Int

    private(set) var tag: [Tag] = []
    /// The parent's index; -1 for a root.
    private(set) var parent: [Int32] = []
    /// Index behind the node's last descendant.
    private(set) var end: [Int32] = []
    /// Where a text node's bytes lie in ``bytes``; empty for elements.
    private(set) var textStart: [Int32] = []
    private(set) var textEnd: [Int32] = []
    /// Index into ``attributes`` of the node's first attribute; those of `node` end where those of `node + 1` start.
    private(set) var firstAttribute: [Int32] = []
    private(set) var attributes: [Attribute] = []
    /// UTF-8; text as parsed (entities resolved, white space as it was).
    private(set) var bytes: [UInt8] = []

    /// The attributes that are kept; all others are left behind at parsing.
    enum AttributeName: UInt8, CaseIterable {
        case id, `class`, role, itemprop, href, content, property, name, datetime, rel, style, hidden, ariaHidden, lang, pubdate, xmlLang, testID, component
    }

    struct Attribute {
        var name: AttributeName
        var start: Int32
        var end: Int32
    }

    /// Nodes that do not stand where they were added, in the order of the moves; the last move of a node counts.
    private(set) var moves: [Move] = []

    struct Move {
        var node: Int32
        /// The table that the node comes before; -1 where it is its parent's last child at the time.
        var table: Int32
        /// How many nodes there were.
        var count: Int32
    }

    init() {}

    var count: Int { tag.count }
}

// MARK: - Building

extension PageTree {
    mutating func reserve(nodes: Int) {
        tag.reserveCapacity(nodes)
        parent.reserveCapacity(nodes)
        end.reserveCapacity(nodes)
        textStart.reserveCapacity(nodes)
        textEnd.reserveCapacity(nodes)
        firstAttribute.reserveCapacity(nodes)
    }

    /// Where a node goes: behind what its parent holds so far, or before a table that the parent holds.
    struct Place {
        var parent: Node
        var table: Node?
    }

    /// Adds an element.
    mutating func append(_ element: Tag, at place: Place, _ attributes: [Attribute]) {
        foster(count, at: place)
        append(element, parent: place.parent, text: 0..<0, attributes[...])
    }

    /// Adds an element with the tag and attributes of another one.
    mutating func appendCopy(of node: Node, at place: Place) {
        foster(count, at: place)
        append(tag[node], parent: place.parent, text: 0..<0, attributes[attributeRange(of: node)])
    }

    /// Adds a text.
    mutating func appendText(_ text: Range<Int>, at place: Place) {
        foster(count, at: place)
        append(.text, parent: place.parent, text: text)
    }

    /// Adds a node as the last child of its parent.
    mutating func append(_ tag: Tag, parent: Node, text: Range<Int>, _ attributes: ArraySlice<Attribute>) {
        append(tag, parent: parent, text: text)
        self.attributes.append(contentsOf: attributes)
    }

    /// Moves a node with all it holds.
    mutating func move(_ node: Node, to place: Place) {
        parent[node] = Int32(place.parent)
        moves.append(Move(node: Int32(node), table: Int32(place.table ?? -1), count: Int32(count)))
    }

    /// Makes all children of a node those of another one, which is the last node and a child of the first.
    /// Returns how many nodes were looked at.
    /// - Complexity: O(nodes added since `node`).
    mutating func moveChildren(of node: Node, to other: Node) -> Int {
        for child in node + 1..<count where parent[child] == Int32(node) && child != other { parent[child] = Int32(other) }
        return count - node
    }

    /// Whether two nodes have the same attributes.
    /// - Parameter bytes: what the attributes are ranges of; the tree gets them when it is finished.
    func haveSameAttributes(_ node: Node, _ other: Node, in bytes: [UInt8]) -> Bool {
        attributeRange(of: node).elementsEqual(attributeRange(of: other)) { left, right in
            let left = attributes[left]
            let right = attributes[right]
            return left.name == right.name && left.end - left.start == right.end - right.start
                && bytes[Int(left.start)..<Int(left.end)] == bytes[Int(right.start)..<Int(right.end)]
        }
    }

    /// Puts the nodes into document order, once all are there.
    /// - Complexity: O(n).
    mutating func finish(bytes: [UInt8]) {
        if !moves.isEmpty { self = sorted() }
        self.bytes = bytes
        for node in stride(from: count - 1, through: 0, by: -1) {
            end[node] = max(end[node], Int32(node + 1))
            if parent[node] >= 0 { end[Int(parent[node])] = max(end[Int(parent[node])], end[node]) }
        }
    }

    private mutating func append(_ tag: Tag, parent: Node, text: Range<Int>) {
        self.tag.append(tag)
        self.parent.append(Int32(parent))
        end.append(0)
        textStart.append(Int32(text.lowerBound))
        textEnd.append(Int32(text.upperBound))
        firstAttribute.append(Int32(attributes.count))
    }

    /// Notes that the node to be added comes before a table.
    private mutating func foster(_ node: Node, at place: Place) {
        guard let table = place.table else { return }
        moves.append(Move(node: Int32(node), table: Int32(table), count: Int32(count)))
    }
}

// MARK: - Reading

extension PageTree {
    func subtree(_ node: Node) -> Range<Node> { node..<Int(end[node]) }

    /// Where a node's attributes lie in ``attributes``.
    func attributeRange(of node: Node) -> Range<Int> {
        Int(firstAttribute[node])..<(node + 1 < count ? Int(firstAttribute[node + 1]) : attributes.count)
    }

    /// An attribute's bytes; nil where the node has none of that name.
    func value(_ name: AttributeName, of node: Node) -> ArraySlice<UInt8>? {
        range(name, of: node).map { bytes[$0] }
    }

    /// Where an attribute's bytes lie; nil where the node has none of that name.
    func range(_ name: AttributeName, of node: Node) -> Range<Int>? {
        for index in attributeRange(of: node) where attributes[index].name == name {
            return Int(attributes[index].start)..<Int(attributes[index].end)
        }
        return nil
    }

    func string(_ name: AttributeName, of node: Node) -> String? {
        value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// All text below a node, white space squeezed.
    /// - Complexity: O(size of the subtree).
    func text(of node: Node, most: Int = 100_000) -> String {
        var text: [UInt8] = []
        /// Where the block ends that was entered last; texts behind it are parted from those inside.
        var blockEnd = node
        for inner in subtree(node) {
            if tag[inner] == .text {
                if inner >= blockEnd { text.append(0x20) }
                text.append(contentsOf: bytes[Int(textStart[inner])..<Int(textEnd[inner])])
            } else if tag[inner].isBlock || tag[inner] == .br {
                text.append(0x20)
                blockEnd = Int(end[inner])
            }
            if text.count > most { break }
        }
        return TextNormalizer.line(text)
    }

    /// Whether `node` has an ancestor (or is itself) `tag`.
    func isInside(_ node: Node, _ tag: Tag) -> Bool {
        var node = node
        while node >= 0 {
            if self.tag[node] == tag { return true }
            node = Int(parent[node])
        }
        return false
    }
}
