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

    init() {}

    var count: Int { tag.count }

    mutating func reserve(nodes: Int, bytes count: Int) {
        tag.reserveCapacity(nodes)
        parent.reserveCapacity(nodes)
        end.reserveCapacity(nodes)
        textStart.reserveCapacity(nodes)
        textEnd.reserveCapacity(nodes)
        firstAttribute.reserveCapacity(nodes)
        bytes.reserveCapacity(count)
    }

    /// Adds an element as the last node in document order; close it by ``close(_:)``.
    mutating func open(_ element: Tag, parent: Node) -> Node {
        append(element, parent: parent)
        return count - 1
    }

    mutating func close(_ node: Node) {
        end[node] = Int32(count)
    }

    mutating func addText(_ text: UnsafeBufferPointer<UInt8>, parent: Node) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        append(.text, parent: parent)
        textStart[count - 1] = Int32(start)
        textEnd[count - 1] = Int32(bytes.count)
        end[count - 1] = Int32(count)
    }

    /// Adds to the text node added last.
    mutating func extendText(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        textEnd[count - 1] = Int32(bytes.count)
    }

    /// Adds an attribute to the node added last.
    mutating func addAttribute(_ name: AttributeName, _ value: UnsafeBufferPointer<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: value)
        attributes.append(Attribute(name: name, start: Int32(start), end: Int32(bytes.count)))
    }

    private mutating func append(_ tag: Tag, parent: Node) {
        self.tag.append(tag)
        self.parent.append(Int32(parent))
        end.append(Int32(count))
        textStart.append(0)
        textEnd.append(0)
        firstAttribute.append(Int32(attributes.count))
    }
}

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
        for inner in subtree(node) {
            if tag[inner] == .text {
                text.append(contentsOf: bytes[Int(textStart[inner])..<Int(textEnd[inner])])
            } else if tag[inner].isBlock || tag[inner] == .br {
                text.append(0x20)
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
