/// The attributes that are read; on today's pages all others are most of the markup.
enum KeptAttribute {
    /// By length.
    private static let names: [[(letters: [UInt8], name: PageTree.AttributeName)]] = {
        let list: [(String, PageTree.AttributeName)] = [
            ("id", .id), ("class", .class), ("role", .role), ("itemprop", .itemprop), ("href", .href), ("content", .content), ("property", .property),
            ("name", .name), ("datetime", .datetime), ("rel", .rel), ("style", .style), ("hidden", .hidden), ("aria-hidden", .ariaHidden), ("lang", .lang),
            ("pubdate", .pubdate), ("xml:lang", .xmlLang), ("data-testid", .testID), ("data-component", .component),
        ]
        var table = [[(letters: [UInt8], name: PageTree.AttributeName)]](repeating: [], count: 16)
        for (letters, name) in list { table[letters.utf8.count].append((Array(letters.utf8), name)) }
        return table
    }()

    /// The attribute's name where it is one that is read: addresses of `<link>` and, in `<a>`, of authors' pages (``AuthorAddress``),
    /// styles where they may hide something (``HiddenStyle``).
    /// - Complexity: O(length of the attribute).
    static func find(_ page: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, value: Range<Int>, of element: Tag) -> PageTree.AttributeName? {
        guard name.count < names.count else { return nil }
        for candidate in names[name.count] where candidate.letters[0] == lower(page[name.lowerBound]) {
            guard candidate.letters.indices.allSatisfy({ lower(page[name.lowerBound + $0]) == candidate.letters[$0] }) else { continue }
            switch candidate.name {
            case .href:
                guard element == .link || element == .a && AuthorAddress.isAuthorsPage(page, value) else { return nil }
            case .style:
                guard HiddenStyle.mayHide(UnsafeBufferPointer(rebasing: page[value])) else { return nil }
            default: break
            }
            return candidate.name
        }
        return nil
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
