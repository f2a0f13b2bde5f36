/// What kinds of elements a block lies in.
struct BlockContext: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let article = BlockContext(rawValue: 1 << 0)
    static let main = BlockContext(rawValue: 1 << 1)
    static let articleBody = BlockContext(rawValue: 1 << 2)
    static let aside = BlockContext(rawValue: 1 << 3)
    static let navigation = BlockContext(rawValue: 1 << 4)
    static let header = BlockContext(rawValue: 1 << 5)
    static let footer = BlockContext(rawValue: 1 << 6)
    static let form = BlockContext(rawValue: 1 << 7)
    static let figure = BlockContext(rawValue: 1 << 8)
    static let caption = BlockContext(rawValue: 1 << 9)
    static let table = BlockContext(rawValue: 1 << 10)
    static let list = BlockContext(rawValue: 1 << 11)
    static let quotation = BlockContext(rawValue: 1 << 12)
    static let heading = BlockContext(rawValue: 1 << 13)
    static let button = BlockContext(rawValue: 1 << 14)
    static let nestedArticle = BlockContext(rawValue: 1 << 15)
    static let link = BlockContext(rawValue: 1 << 16)
    static let address = BlockContext(rawValue: 1 << 17)
    static let section = BlockContext(rawValue: 1 << 18)
    static let emphasised = BlockContext(rawValue: 1 << 19)

    static let names = [
        "article", "main", "articleBody", "aside", "navigation", "header", "footer", "form", "figure", "caption", "table", "list", "quotation",
        "heading", "button", "nestedArticle", "link", "address", "section", "emphasised",
    ]
}

extension BlockContext {
    /// What an element is.
    /// - Parameter inherited: what the elements around it are.
    static func of(_ tag: Tag, in inherited: BlockContext) -> BlockContext {
        switch tag {
        case .article: inherited.contains(.article) ? [.article, .nestedArticle] : .article
        case .main: .main
        case .aside: .aside
        case .nav, .menu: .navigation
        case .header: .header
        case .footer: .footer
        case .form, .fieldset, .label: .form
        case .figure: .figure
        case .figcaption, .caption: .caption
        case .table: .table
        case .ul, .ol, .dl: .list
        case .blockquote: .quotation
        case .h1, .h2, .h3, .h4, .h5, .h6: .heading
        case .button: .button
        case .a: .link
        case .address: .address
        case .section: .section
        case .em, .i: .emphasised
        default: []
        }
    }

    /// What an element's `role` makes of it (WAI-ARIA 1.2, landmarks and widgets).
    static func ofRole(_ role: UnsafeBufferPointer<UInt8>) -> BlockContext {
        roles.first { $0.name.count == role.count && role.elementsEqual($0.name) }?.context ?? []
    }

    private static let roles: [(name: [UInt8], context: BlockContext)] = [
        ("main", BlockContext.main), ("article", .article), ("navigation", .navigation), ("menu", .navigation), ("menubar", .navigation), ("complementary", .aside),
        ("contentinfo", .footer), ("banner", .header), ("button", .button), ("dialog", .form), ("alertdialog", .form), ("search", .form), ("form", .form),
    ].map { (Array($0.utf8), $1) }

    /// What an element's `itemprop` makes of it (schema.org).
    static func ofProperty(_ property: UnsafeBufferPointer<UInt8>) -> BlockContext {
        let isBody = articleBodyName.withUnsafeBufferPointer { ByteSearch.find($0, in: property) != nil } || property.elementsEqual("text".utf8)
        return isBody ? .articleBody : []
    }

    private static let articleBodyName = Array("articleBody".utf8)
}
