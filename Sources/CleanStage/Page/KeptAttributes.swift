import StageKit

/// The attributes that are read; on today's pages all others are most of the markup.
struct KeptAttributes: Sendable {
    static let shared = KeptAttributes()

    private static let list: [(String, PageTree.AttributeName)] = [
        ("id", .id), ("class", .class), ("role", .role), ("itemprop", .itemprop), ("href", .href), ("content", .content), ("property", .property),
        ("name", .name), ("datetime", .datetime), ("rel", .rel), ("style", .style), ("hidden", .hidden), ("aria-hidden", .ariaHidden), ("lang", .lang),
        ("pubdate", .pubdate), ("xml:lang", .xmlLang), ("data-testid", .testID), ("data-component", .component),
    ]

    /// Most attributes are none of these, and meet an empty slot at once.
    private var numbers = HashIndex(capacity: 64)
    private let names = KeptAttributes.list.map(\.1)

    private init() {
        for (letters, _) in KeptAttributes.list { _ = numbers.number(of: MarkupName(letters).key) }
    }

    /// The attribute called `name`; nil where nobody asks for it.
    /// - Complexity: O(1).
    @inline(__always) func find(_ name: MarkupName) -> PageTree.AttributeName? {
        numbers.existingNumber(of: name.key).map { names[$0] }
    }

    /// Whether an attribute of that name is read in that element with that value: addresses of `<link>` and, in `<a>`, of authors'
    /// pages (``AuthorAddress``), styles where they may hide something (``HiddenStyle``), all others anywhere.
    /// - Complexity: O(length of the value).
    @inline(__always) static func isRead(_ name: PageTree.AttributeName, _ page: UnsafeBufferPointer<UInt8>, _ value: Range<Int>, of element: Tag) -> Bool {
        switch name {
        case .href: element == .link || element == .a && AuthorAddress.isAuthorsPage(page, value)
        case .style: HiddenStyle.mayHide(UnsafeBufferPointer(rebasing: page[value]))
        default: true
        }
    }
}
