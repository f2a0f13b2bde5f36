internal import CXML2
import StageKit

/// The items of a feed.
struct Feed {
    struct Item {
        /// The line on which it begins, from 1.
        var line: Int
        /// The JSON object of its fields.
        var json: [UInt8]
    }

    private(set) var items: [Item] = []
    /// Where the XML is not well-formed ("on line 17"), when the items may not be all.
    private(set) var damage: String?

    /// Mends what can be mended, loads nothing from anywhere, and expands no entity; libxml2's own bounds of depth and size hold.
    private static let options = Int32(
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
            | XML_PARSE_NOCDATA.rawValue)

    /// - Throws: ``StageFailure`` when it is no feed.
    init(xml bytes: [UInt8]) throws {
        guard let context = xmlNewParserCtxt() else { throw StageFailure("there is no memory to parse the feed") }
        defer { xmlFreeParserCtxt(context) }
        let document = Feed.mended(bytes).withUnsafeBytes { bytes in
            xmlCtxtReadMemory(context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil, nil, Feed.options)
        }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document).map(FeedElement.init) else { throw StageFailure("the file is no XML") }
        let channel: FeedElement
        switch root.name {
        case "feed": channel = root
        case "rss", "RDF": channel = root.child("channel") ?? root
        default: throw StageFailure("the file is no RSS or Atom feed: its root is <\(root.name.printable)>")
        }
        // RSS 1.0 has its items beside the channel.
        let elements = channel.children("item") + channel.children("entry") + (channel == root ? [] : root.children("item"))
        let site = channel.child("title")?.plainText
        let language = channel.child("language")?.plainText ?? root.attribute("lang")
        items = elements.map { Item(line: $0.line, json: FeedItem($0, site: site, language: language).json) }
        // Elements that are still open, or a parser that gave up: the last item may be half of one, and is read again with the rest.
        guard context.pointee.nameNr > 0 || context.pointee.disableSAX != 0 else { return }
        damage = "behind line \(context.pointee.lastError.line)"
        if !items.isEmpty { items.removeLast() }
    }

    /// Without what would make the parser pass over the rest of a text: control characters, bytes that are not UTF-8 where the
    /// feed says that they are, HTML's named entities.
    private static func mended(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
        let visible = bytes.map { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D ? 0x20 : $0 }
        let declaration = String(decoding: visible.prefix { $0 != UInt8(ascii: ">") }.prefix(declarationLength), as: UTF8.self).lowercased()
        let isUTF8 = !declaration.contains("encoding=") || declaration.contains("utf-8")
        return FeedText.numberingEntities(in: isUTF8 ? ArticleText(repairing: visible).utf8 : visible)
    }

    /// Bytes in which an XML declaration ends.
    private static let declarationLength = 200
}
