internal import CXML2

/// An element of a feed's document; valid as long as the document is.
struct FeedElement: Equatable {
    private let node: UnsafeMutablePointer<xmlNode>

    init(_ node: UnsafeMutablePointer<xmlNode>) {
        self.node = node
    }

    /// Without its prefix.
    var name: String { String(cString: node.pointee.name) }
    var line: Int { max(xmlGetLineNo(node), 1) }

    /// The prefix of its name: `media` of `media:content`. Feeds keep to the usual ones.
    private var prefix: String? { node.pointee.ns?.pointee.prefix.map { String(cString: $0) } }

    private var elements: [FeedElement] {
        FeedElement.siblings(node.pointee.children).filter { $0.pointee.type == XML_ELEMENT_NODE }.map(FeedElement.init)
    }

    /// - Parameter prefix: nil for one of the feed's own elements, whatever its default namespace.
    func children(_ name: String, prefix: String? = nil) -> [FeedElement] { elements.filter { $0.name == name && $0.prefix == prefix } }

    func child(_ name: String, prefix: String? = nil) -> FeedElement? { children(name, prefix: prefix).first }

    /// - Parameter name: without a prefix.
    func attribute(_ name: String) -> String? { xmlHasProp(node, name).map { FeedElement.text($0.pointee.children) } }

    /// All text below it.
    var text: String { FeedElement.text(node.pointee.children) }

    /// Its text in one line, without markup; nil where there is none.
    var plainText: String? { FeedText.line(text) }

    /// What it holds, as markup.
    var markup: String {
        guard let buffer = xmlBufferCreate() else { return "" }
        defer { xmlBufferFree(buffer) }
        for child in FeedElement.siblings(node.pointee.children) { xmlNodeDump(buffer, node.pointee.doc, child, 0, 0) }
        return xmlBufferContent(buffer).map { String(cString: $0) } ?? ""
    }

    private static func siblings(_ first: UnsafeMutablePointer<xmlNode>?) -> [UnsafeMutablePointer<xmlNode>] {
        var found: [UnsafeMutablePointer<xmlNode>] = []
        var next = first
        while let node = next {
            found.append(node)
            next = node.pointee.next
        }
        return found
    }

    /// An entity that XML does not know, or one that the document declares, stays as it is written: what it stands for could
    /// be without bounds.
    private static func text(_ first: UnsafeMutablePointer<xmlNode>?) -> String {
        siblings(first).map { node in
            switch node.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: node.pointee.content.map { String(cString: $0) } ?? ""
            case XML_ENTITY_REF_NODE: "&\(String(cString: node.pointee.name));"
            case XML_ELEMENT_NODE: text(node.pointee.children)
            default: ""
            }
        }.joined()
    }
}
