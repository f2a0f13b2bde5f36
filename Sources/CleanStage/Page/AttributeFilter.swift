/// Leaves out of a start tag the attributes that nobody asks for; on today's pages they are most of the markup, and the
/// parser would copy each.
enum AttributeFilter {
    /// The names that are kept, by length. ``TreeCopier`` knows the same ones.
    private static let kept: [[[UInt8]]] = {
        var table = [[[UInt8]]](repeating: [], count: 16)
        for name in [
            "id", "class", "role", "itemprop", "content", "property", "name", "datetime", "rel", "style", "hidden", "aria-hidden", "lang", "pubdate", "xml:lang",
            "data-testid", "data-component", "href",
        ] { table[name.utf8.count].append(Array(name.utf8)) }
        return table
    }()

    private static let none = Array("none".utf8)
    private static let hidden = Array("hidden".utf8)

    /// Appends the attributes of `bytes[start..<end]`, where `end` lies behind the tag's `>`, and the tag's end.
    /// - Parameter addresses: which addresses of the element are read: those of `<link>`, and of `<a>` those of authors' pages.
    /// - Complexity: O(length of the tag).
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, addresses: Addresses, _ output: inout [UInt8]) {
        let last = end - 1
        var position = start
        var isClosed = false
        while position < last {
            let byte = bytes[position]
            if byte <= 0x20 || byte == UInt8(ascii: "/") {
                isClosed = byte == UInt8(ascii: "/")
                position += 1
                continue
            }
            isClosed = false
            let nameStart = position
            // An equals sign at the start belongs to the name (HTML living standard, 13.2.5.32).
            position += 1
            while position < last, bytes[position] > 0x20, bytes[position] != UInt8(ascii: "="), bytes[position] != UInt8(ascii: "/") { position += 1 }
            let name = nameStart..<position
            var next = position
            while next < last, bytes[next] <= 0x20 { next += 1 }
            if next < last, bytes[next] == UInt8(ascii: "=") {
                next += 1
                while next < last, bytes[next] <= 0x20 { next += 1 }
                if next < last, bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") {
                    let quote = bytes[next]
                    next += 1
                    while next < last, bytes[next] != quote { next += 1 }
                    next = min(last, next + 1)
                } else {
                    while next < last, bytes[next] > 0x20 { next += 1 }
                }
                position = next
            }
            if isKept(bytes, name, value: name.upperBound..<position, addresses) {
                output.append(0x20)
                output.append(contentsOf: bytes[name.lowerBound..<position])
            }
        }
        if isClosed { output.append(UInt8(ascii: "/")) } else if output.last == UInt8(ascii: "/") { output.append(0x20) }
        output.append(UInt8(ascii: ">"))
    }

    private static func isKept(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, value: Range<Int>, _ addresses: Addresses) -> Bool {
        guard name.count < kept.count else { return false }
        for word in kept[name.count] where word.indices.allSatisfy({ lower(bytes[name.lowerBound + $0]) == word[$0] }) {
            switch word.count {
            case 4 where word[0] == UInt8(ascii: "h"): return addresses == .all || addresses == .ofAuthors && isAuthorsPage(bytes, value)
            case 5 where word[0] == UInt8(ascii: "s"): return contains(bytes, value, none) || contains(bytes, value, hidden)
            default: return true
            }
        }
        return false
    }

    enum Addresses { case none, ofAuthors, all }

    /// By their first letter: parts of addresses of pages about one author; sections ("/people/") and teams are called by other words.
    private static let authorParts: [[[UInt8]]] = {
        var table = [[[UInt8]]](repeating: [], count: 26)
        for part in [
            "author/", "authors/", "staff/", "by/", "profile/", "profiles/", "contributor/", "contributors/", "writer/", "writers/", "journalist/", "journalists/", "reporter/", "reporters/", "columnist/",
            "columnists/", "correspondent/", "correspondents/", "bio/", "bios/", "byline/", "bylines/", "autor/", "autoren/", "auteur/", "autore/",
        ].map({ Array($0.utf8) }) { table[Int(part[0] - 0x61)].append(part) }
        return table
    }()

    /// Whether an address leads to an author's page: a part of its path says so, and a word follows ("/licenses/by/4.0" is another matter).
    private static func isAuthorsPage(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Bool {
        var index = value.lowerBound
        while index < value.upperBound {
            defer { index += 1 }
            guard bytes[index] == UInt8(ascii: "/"), index + 1 < value.upperBound, bytes[index + 1] &- 0x61 < 26 else { continue }
            for part in authorParts[Int(bytes[index + 1] - 0x61)] where index + 1 + part.count < value.upperBound && lower(bytes[index + 1 + part.count]) &- 0x61 < 26 {
                if part.indices.allSatisfy({ bytes[index + 1 + $0] == part[$0] }) { return true }
            }
        }
        return false
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ part: [UInt8]) -> Bool {
        guard range.count >= part.count else { return false }
        for start in range.lowerBound...(range.upperBound - part.count) where part.indices.allSatisfy({ lower(bytes[start + $0]) == part[$0] }) { return true }
        return false
    }
}
