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
        var index = value.lowerBound
        while index < value.upperBound {
            defer { index += 1 }
            guard bytes[index] == UInt8(ascii: "/"), index + 1 < value.upperBound, bytes[index + 1] &- 0x61 < 26 else { continue }
            for part in parts[Int(bytes[index + 1] - 0x61)] where index + 1 + part.count < value.upperBound && HTMLTokenizer.isLetter(bytes[index + 1 + part.count]) {
                if part.indices.allSatisfy({ bytes[index + 1 + $0] == part[$0] }) { return true }
            }
        }
        return false
    }
}
