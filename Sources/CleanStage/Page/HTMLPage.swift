internal import CXML2
import StageKit

/// A parsed page: its tree and its JSON-LD.
struct HTMLPage {
    var tree: PageTree
    var linkedData: [ArraySlice<UInt8>]

    /// The largest page that is parsed, in bytes. The largest real ones are below 10 MiB.
    static let mostBytes = 64 << 20

    /// Parses a page given as UTF-8 bytes.
    ///
    /// libxml2's document lives only inside this call: the tree is copied into flat arrays at once.
    /// - Throws: ``StageFailure`` for a page above ``mostBytes`` or when the parser gives up.
    /// - Complexity: O(n).
    init(utf8: [UInt8]) throws {
        guard utf8.count <= HTMLPage.mostBytes else {
            throw StageFailure(
                "the page has \(utf8.count) bytes; clean reads at most \(HTMLPage.mostBytes)",
                advice: "split it, or take it out of the input")
        }
        let prescan = PagePrescan(utf8)
        linkedData = prescan.linkedData
        tree = PageTree()
        guard !prescan.output.isEmpty else { return }
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
                | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)
            | Int32(XML_PARSE_HUGE.rawValue)
        let document = prescan.output.withUnsafeBytes { bytes in
            htmlReadMemory(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8", options)
        }
        guard let document else { return }
        defer { xmlFreeDoc(document) }
        tree.reserve(nodes: prescan.output.count / 24, bytes: prescan.output.count)
        var copier = TreeCopier()
        copier.copy(document, into: &tree)
    }
}

/// Copies a libxml2 tree into a ``PageTree``, without recursion.
private struct TreeCopier {
    /// libxml2 keeps one copy of each name, so that a pointer stands for a name.
    private var tagSlots = SlotTable()
    private var tags: [Tag] = []
    private var nameSlots = SlotTable()
    private var names: [PageTree.AttributeName?] = []

    private static let attributeNames: [String: PageTree.AttributeName] = [
        "id": .id, "class": .class, "role": .role, "itemprop": .itemprop, "href": .href, "content": .content, "property": .property,
        "name": .name, "datetime": .datetime, "rel": .rel, "style": .style, "hidden": .hidden, "aria-hidden": .ariaHidden, "lang": .lang,
        "pubdate": .pubdate, "xml:lang": .xmlLang, "data-testid": .testID, "data-component": .component,
    ]

    mutating func copy(_ document: xmlDocPtr, into tree: inout PageTree) {
        var node = xmlDocGetRootElement(document)
        var openNodes: [PageTree.Node] = []
        while let current = node {
            let parent = openNodes.last ?? -1
            var child: xmlNodePtr?
            switch current.pointee.type {
            case XML_ELEMENT_NODE:
                let opened = tree.open(tag(of: current), parent: parent)
                copyAttributes(of: current, into: &tree)
                child = current.pointee.children
                if child != nil { openNodes.append(opened) } else { tree.close(opened) }
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = current.pointee.content {
                    tree.addText(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))), parent: parent)
                }
            default: break
            }
            if child != nil {
                node = child
                continue
            }
            var here = current
            while here.pointee.next == nil {
                guard let up = here.pointee.parent, let opened = openNodes.popLast() else { return }
                tree.close(opened)
                here = up
            }
            node = here.pointee.next
        }
    }

    private mutating func tag(of node: xmlNodePtr) -> Tag {
        guard let name = node.pointee.name else { return .other }
        let slot = tagSlots.insert(UInt64(UInt(bitPattern: name)))
        if slot == tags.count { tags.append(Tag.byName[String(cString: name).lowercased()] ?? .other) }
        return tags[slot]
    }

    private mutating func copyAttributes(of node: xmlNodePtr, into tree: inout PageTree) {
        var attribute = node.pointee.properties
        while let current = attribute {
            attribute = current.pointee.next
            guard let namePointer = current.pointee.name else { continue }
            let slot = nameSlots.insert(UInt64(UInt(bitPattern: namePointer)))
            if slot == names.count { names.append(TreeCopier.attributeNames[String(cString: namePointer).lowercased()]) }
            let name = names[slot]
            guard let name else { continue }
            if let value = current.pointee.children?.pointee.content {
                tree.addAttribute(name, UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
            } else {
                tree.addAttribute(name, UnsafeBufferPointer(start: nil, count: 0))
            }
        }
    }
}
