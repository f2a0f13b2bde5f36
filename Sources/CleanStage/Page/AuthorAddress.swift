/// Addresses of pages about one author; sections ("/people/") and teams are called by other words.
enum AuthorAddress {
    /// By their first letter: parts of paths.
    private static let parts: [[[UInt8]]] = {
        var table = [[[UInt8]]](repeating: [], count: 26)
        for part in [
            "author/", "authors/", "staff/", "by/", "profile/", "profiles/", "contributor/", "contributors/", "writer/", "writers/", "journalist/", "journalists/", "reporter/", "reporters/", "columnist/",
            "columnists/", "correspondent/", "correspondents/", "bio/", "bios/", "byline/", "bylines/", "autor/", "autoren/", "auteur/", "autore/",
        ].map({ Array($0.utf8) }) { table[Int(part[0] - 0x61)].append(part) }
        return table
    }()

    /// Whether an address leads to an author's page: a part of its path says so, and a word follows ("/licenses/by/4.0" is another matter).
    static func isAuthorsPage(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Bool {
        let address = UnsafeBufferPointer(rebasing: bytes[value])
        var start = 0
        while let slash = ByteSearch.first(UInt8(ascii: "/"), in: address, from: start) {
            start = slash + 1
            guard start < address.count, address[start] &- 0x61 < 26 else { continue }
            for part in parts[Int(address[start] - 0x61)] where startsWithName(address, start + part.count) {
                if part.indices.allSatisfy({ address[start + $0] == part[$0] }) { return true }
            }
        }
        return false
    }

    /// Whether a word stands at `start`, perhaps behind a number: "2648123001/mira-solberg".
    private static func startsWithName(_ address: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var index = start
        while index < address.count, address[index] &- 0x30 < 10 { index += 1 }
        if index > start, index < address.count, address[index] == UInt8(ascii: "/") { index += 1 }
        return index < address.count && HTMLTokenizer.isLetter(address[index]) && (index == start || address[index - 1] == UInt8(ascii: "/"))
    }
}
