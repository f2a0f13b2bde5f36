internal import CXML2
import StageKit

/// Fills a ``PageTree`` from the events of libxml2's HTML parser (SAX), which mends the markup; libxml2's own document, an
/// allocation or two a node, is never built.
struct TreeBuilder {
    private var tree: PageTree
    private var openNodes: [PageTree.Node] = []
    /// Whether the node added last is text that more text may follow: the parser reports long texts and entities in pieces.
    private var isInText = false
    /// libxml2 keeps one copy of each name, so that a pointer stands for a name.
    private var tagSlots = HashIndex(capacity: 128)
    private var tags: [Tag] = []
    private var nameSlots = HashIndex(capacity: 64)
    private var names: [PageTree.AttributeName?] = []

    private static let attributeNames: [String: PageTree.AttributeName] = [
        "id": .id, "class": .class, "role": .role, "itemprop": .itemprop, "href": .href, "content": .content, "property": .property,
        "name": .name, "datetime": .datetime, "rel": .rel, "style": .style, "hidden": .hidden, "aria-hidden": .ariaHidden, "lang": .lang,
        "pubdate": .pubdate, "xml:lang": .xmlLang, "data-testid": .testID, "data-component": .component,
    ]

    private static let options = Int32(
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue) | Int32(XML_PARSE_HUGE.rawValue)

    private init(_ tree: consuming PageTree) {
        self.tree = tree
    }

    /// Parses UTF-8 markup; a tree stays as it is where the parser cannot start.
    /// - Complexity: O(n).
    static func parse(_ markup: [UInt8], into tree: inout PageTree) {
        markup.withUnsafeBytes { bytes in
            guard let context = htmlCreateMemoryParserCtxt(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count)) else { return }
            defer { htmlFreeParserCtxt(context) }
            htmlCtxtUseOptions(context, options)
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            var handler = htmlSAXHandler()
            handler.startElement = { builder, name, attributes in TreeBuilder.with(builder) { $0.start(name, attributes) } }
            handler.endElement = { builder, _ in TreeBuilder.with(builder) { $0.end() } }
            handler.characters = { builder, text, count in TreeBuilder.with(builder) { $0.text(text, count) } }
            handler.cdataBlock = handler.characters
            handler.ignorableWhitespace = handler.characters
            handler.comment = { builder, _ in TreeBuilder.with(builder) { $0.isInText = false } }
            handler.processingInstruction = { builder, _, _ in TreeBuilder.with(builder) { $0.isInText = false } }
            context.pointee.sax.pointee = handler
            var builder = TreeBuilder(tree)
            tree = PageTree()
            withUnsafeMutablePointer(to: &builder) { pointer in
                context.pointee.userData = UnsafeMutableRawPointer(pointer)
                htmlParseDocument(context)
                context.pointee.userData = nil
            }
            builder.closeAll()
            tree = builder.tree
        }
    }

    private static func with(_ builder: UnsafeMutableRawPointer?, _ body: (inout TreeBuilder) -> Void) {
        guard let builder else { return }
        body(&builder.assumingMemoryBound(to: TreeBuilder.self).pointee)
    }

    private mutating func start(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        isInText = false
        openNodes.append(tree.open(tag(name), parent: openNodes.last ?? -1))
        guard var attribute = attributes else { return }
        while let name = attribute[0] {
            add(name, attribute[1])
            attribute += 2
        }
    }

    private mutating func end() {
        isInText = false
        if let node = openNodes.popLast() { tree.close(node) }
    }

    private mutating func closeAll() {
        while !openNodes.isEmpty { end() }
    }

    private mutating func text(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        // Outside of every element nobody sees text.
        guard let parent = openNodes.last, count > 0 else { return }
        let bytes = UnsafeBufferPointer(start: text, count: Int(count))
        if isInText { tree.extendText(bytes) } else { tree.addText(bytes, parent: parent) }
        isInText = true
    }

    private mutating func tag(_ name: UnsafePointer<xmlChar>?) -> Tag {
        guard let name else { return .other }
        let slot = tagSlots.number(of: UInt64(UInt(bitPattern: name)))
        if slot == tags.count { tags.append(Tag.byName[String(cString: name).lowercased()] ?? .other) }
        return tags[slot]
    }

    private mutating func add(_ name: UnsafePointer<xmlChar>, _ value: UnsafePointer<xmlChar>?) {
        let slot = nameSlots.number(of: UInt64(UInt(bitPattern: name)))
        if slot == names.count { names.append(TreeBuilder.attributeNames[String(cString: name).lowercased()]) }
        guard let name = names[slot] else { return }
        tree.addAttribute(name, UnsafeBufferPointer(start: value, count: value == nil ? 0 : Int(xmlStrlen(value))))
    }
}
