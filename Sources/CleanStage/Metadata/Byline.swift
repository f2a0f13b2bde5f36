/// Turns what pages say about authors into a list of names.
enum Byline {
    /// Words that introduce the names.
    private static let introductions = [
        "view all posts by", "all posts by", "posts by", "see all posts by", "zeige alle beitr\u{e4}ge von", "alle beitr\u{e4}ge von", "ver\u{f6}ffentlicht von",
        "eingestellt von", "interview:", "written by", "words by", "story by", "reported by", "posted by", "published by", "article by", "text by", "geschrieben von", "ein artikel von",
        "ein beitrag von", "ein gastbeitrag von", "artikel von", "beitrag von", "verfasst von", "text von", "interview von", "author:", "autor:", "autorin:",
        "autoren:", "redaktion:", "text:", "von:", "by:", "by", "von", "par", "por", "di", "door", "af", "av", "przez", "autor",
    ]
    /// Words between names.
    private static let joints = [" and ", " und ", " et ", " y ", " e ", " & ", " / ", " | ", ";", " with ", " sowie ", " en ", " i ", "•", "·"]
    /// What follows a name but is none: agency and role tails.
    private static let tails = [
        " for ", ", staff writer", ", staff reporter", " staff writer", ", reporter", ", correspondent", " correspondent", ", editor", " für ", " (dpa", "/dpa",
        "/ap", "/afp", "/reuters", ", associated press", ", reuters", " posted on ", " on ", " am ", " published", " updated", " | ", " in ",
    ]
    /// How long a name may be: "The Editorial Board of the Tribune" is about the longest that bylines have.
    private static let mostWords = 7
    private static let mostAuthors = 12

    /// Names in their order, without repetitions.
    /// - Parameter isList: whether each text is one author already; then commas part name and role, not names.
    static func names(in texts: [String], eachIsOne: Bool = false) -> [String] {
        var names: [String] = []
        var seen: Set<[UInt8]> = []
        for text in texts {
            let lower = Array(text.lowercased().utf8)
            if noNameLines.contains(where: { ByteSearch.contains(lower, Array($0.utf8)) }) { continue }
            for name in split(text, eachIsOne: eachIsOne) {
                guard let clean = clean(name) else { continue }
                let key = Fingerprint(clean).bytes
                if !key.isEmpty, seen.insert(key).inserted, names.count < mostAuthors { names.append(clean) }
            }
        }
        return names
    }

    private static func split(_ text: String, eachIsOne: Bool) -> [String] {
        var line = TextNormalizer.line(HTMLEntities.decode(text))
        line = withoutDatedTail(withoutIntroduction(line))
        var parts = [line]
        for joint in joints { parts = parts.flatMap { cut($0, at: joint) } }
        if !eachIsOne || parts.count == 1 {
            parts = parts.flatMap { part -> [String] in
                let pieces = part.split(separator: ",").map { TextNormalizer.line(String($0)) }
                // "Doe, Jane" is one name turned round; "Jane Doe, John Roe" are two; "Jane Doe, Editor" is one with a role.
                if pieces.count == 2, wordCount(pieces[0]) == 1, wordCount(pieces[1]) == 1 { return ["\(pieces[1]) \(pieces[0])"] }
                return pieces.enumerated().filter { $0.offset == 0 || (wordCount($0.element) >= 2 && !isRole($0.element) && !isAgency($0.element)) }.map(\.element)
            }
        }
        return parts
    }

    /// Behind a name and a comma stands who the author works for, not another author.
    private static func isAgency(_ text: String) -> Bool {
        let last = text.split(separator: " ").last?.lowercased() ?? ""
        return ["news", "newswire", "press", "agency", "times", "post", "tribune", "herald", "service", "media", "network", "magazine", "journal", "bureau"].contains(last)
    }

    /// "Ana Reis | April 21, 2026" → "Ana Reis": what a mark parts from the names and holds a number is none.
    private static func withoutDatedTail(_ line: String) -> String {
        let bytes = Array(line.utf8)
        for mark in [" | ", " · ", " • ", " – ", " — "].map({ Array($0.utf8) }) {
            guard let found = ByteSearch.find(mark, in: bytes), bytes[found...].contains(where: { $0 &- 0x30 < 10 }) else { continue }
            return String(decoding: bytes[..<found], as: UTF8.self)
        }
        return line
    }

    static func withoutIntroduction(_ line: String) -> String {
        let lower = line.lowercased()
        for word in introductions where lower.hasPrefix(word) {
            let rest = line.utf8.dropFirst(word.utf8.count)
            guard let first = rest.first, first == 0x20 || first == UInt8(ascii: ":") || word.hasSuffix(":") else { continue }
            return TextNormalizer.line(rest.drop { $0 == 0x20 || $0 == UInt8(ascii: ":") })
        }
        return line
    }

    private static func cut(_ text: String, at joint: String) -> [String] {
        let bytes = Array(text.utf8)
        let mark = Array(joint.utf8)
        var parts: [String] = []
        var start = 0
        while let found = ByteSearch.find(mark, in: bytes, from: start) {
            parts.append(String(decoding: bytes[start..<found], as: UTF8.self))
            start = found + mark.count
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }

    private static func wordCount(_ text: String) -> Int { text.split(separator: " ").count }

    private static func clean(_ text: String) -> String? {
        var name = withoutIntroduction(TextNormalizer.line(text))
        let lower = Array(name.lowercased().utf8)
        if lower.count == name.utf8.count, let end = tails.compactMap({ ByteSearch.find(Array($0.utf8), in: lower) }).filter({ $0 > 0 }).min() {
            name = String(decoding: name.utf8.prefix(end), as: UTF8.self)
        }
        name = withoutRole(withoutDate(name))
        let edges = Set(",|-:@/•·".unicodeScalars)
        name = TextNormalizer.line(String(String.UnicodeScalarView(name.unicodeScalars.drop { $0 == " " || edges.contains($0) })))
        while let last = name.unicodeScalars.last, edges.contains(last) { name = TextNormalizer.line(String(name.dropLast())) }
        while name.hasSuffix(" —") || name.hasSuffix(" –") { name = String(name.dropLast(2)) }
        guard !name.isEmpty, wordCount(name) <= mostWords, name.utf8.count <= 80 else { return nil }
        let lowerName = name.lowercased()
        guard !noNames.contains(lowerName), !noParts.contains(where: { ByteSearch.contains(Array(lowerName.utf8), Array($0.utf8)) }) else { return nil }
        let digits = name.utf8.filter { $0 &- 0x30 < 10 }.count
        guard digits * 3 < name.utf8.count, name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
        return name
    }

    /// What stands in place of a name where none is known.
    private static let noNames: Set<String> = [
        "admin", "null", "none", "no author", "author", "by", "last", "posted", "published", "updated", "unknown", "guest", "welcome", "staff", "anonymous",
        "ver\u{f6}ffentlicht", "publiziert", "wordpressadmin", "administrator", "editor", "follow", "share", "comments",
    ]
    /// A line with one of these is about the reader, not the author.
    private static let noNameLines = ["log in", "log out", "sign in", "sign up", "your account", "edit profile"]
    private static let noParts = ["http", "www.", "@", "[at]", "cookie"]
    /// Last words that are a role, not a name.
    private static let roles: Set<String> = [
        "staff", "editor", "reporter", "correspondent", "writer", "contributor", "columnist", "producer", "journalist", "author", "redakteur", "redakteurin", "bio",
        "profile", "follow", "contributing", "shares", "reporters", "writers",
    ]

    /// "Jane Doe May 20" → "Jane Doe": a date ends the names.
    private static func withoutDate(_ name: String) -> String {
        let words = name.split(separator: " ")
        for index in words.indices.dropFirst() {
            let isDigit = words[index].utf8.first.map { $0 &- 0x30 < 10 } ?? false
            let next = index + 1 < words.endIndex ? words[index + 1].utf8.first.map { $0 &- 0x30 < 10 } ?? false : false
            guard isDigit || (next && DateWords.isMonthOrDay(words[index])) else { continue }
            var kept = words[..<index]
            while kept.count > 1, let last = kept.last, DateWords.isMonthOrDay(last) || ["-", "–", "—", "|", "Stand:", "on", "am"].contains(last) { kept.removeLast() }
            return kept.joined(separator: " ")
        }
        return name
    }

    /// "Staff Writer", "Political Correspondent".
    private static func isRole(_ text: String) -> Bool {
        text.split(separator: " ").last.map { roles.contains($0.lowercased()) } ?? false
    }

    /// "Jane Doe Games Editor" → "Jane Doe".
    private static func withoutRole(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count >= 3, let last = words.last, roles.contains(last.lowercased()) else { return name }
        return words.prefix(2).joined(separator: " ")
    }
}
