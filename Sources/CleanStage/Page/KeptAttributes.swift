/// The attributes that are read; on today's pages all others are most of the markup.
struct KeptAttributes: Sendable {
    static let shared = KeptAttributes()

    private static let list: [(String, PageTree.AttributeName)] = [
        ("id", .id), ("class", .class), ("role", .role), ("itemprop", .itemprop), ("href", .href), ("content", .content), ("property", .property),
        ("name", .name), ("datetime", .datetime), ("rel", .rel), ("style", .style), ("hidden", .hidden), ("aria-hidden", .ariaHidden), ("lang", .lang),
        ("pubdate", .pubdate), ("xml:lang", .xmlLang), ("data-testid", .testID), ("data-component", .component),
    ]

    /// An open-addressing table; key 0 is an empty slot.
    private var keys: [UInt64]
    private var names: [PageTree.AttributeName]

    /// Seven slots a name: most attributes are none of these, and meet an empty slot at once.
    private static let slots = 128

    private init() {
        keys = Array(repeating: 0, count: KeptAttributes.slots)
        names = Array(repeating: .id, count: KeptAttributes.slots)
        for (letters, name) in KeptAttributes.list {
            let key = MarkupName(letters).key
            var slot = KeptAttributes.slot(key)
            while keys[slot] != 0 { slot = (slot + 1) & (KeptAttributes.slots - 1) }
            keys[slot] = key
            names[slot] = name
        }
    }

    /// The attribute called `name`; nil where nobody asks for it.
    /// - Complexity: O(1).
    @inline(__always) func find(_ name: MarkupName) -> PageTree.AttributeName? {
        var slot = KeptAttributes.slot(name.key)
        while keys[slot] != 0 {
            if keys[slot] == name.key { return names[slot] }
            slot = (slot + 1) & (KeptAttributes.slots - 1)
        }
        return nil
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

    /// Multiplicative hashing (Knuth, TAOCP 3, 6.4).
    private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 57) }
}
