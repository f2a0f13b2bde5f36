/// Turns what pages say about authors into a list of names.
enum Byline {
    /// Words that introduce the names.
    private static let introductions = [
        "written by", "words by", "story by", "reported by", "posted by", "published by", "article by", "text by", "geschrieben von", "ein artikel von",
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
        line = withoutIntroduction(line)
        var parts = [line]
        for joint in joints { parts = parts.flatMap { cut($0, at: joint) } }
        if !eachIsOne || parts.count == 1 {
            parts = parts.flatMap { part -> [String] in
                let pieces = part.split(separator: ",").map { TextNormalizer.line(String($0)) }
                // "Doe, Jane" is one name turned round; "Jane Doe, John Roe" are two; "Jane Doe, Editor" is one with a role.
                if pieces.count == 2, wordCount(pieces[0]) == 1, wordCount(pieces[1]) == 1 { return ["\(pieces[1]) \(pieces[0])"] }
                return pieces.enumerated().filter { $0.offset == 0 || wordCount($0.element) >= 2 }.map(\.element)
            }
        }
        return parts
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
        var parts: [String] = []
        var rest = text[...]
        while let range = find(joint, in: rest) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        parts.append(String(rest))
        return parts
    }

    private static func find(_ part: String, in text: Substring) -> Range<String.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(part) { return start..<text.index(start, offsetBy: part.count) }
            start = text.index(after: start)
        }
        return nil
    }

    private static func wordCount(_ text: String) -> Int { text.split(separator: " ").count }

    private static func clean(_ text: String) -> String? {
        var name = withoutIntroduction(TextNormalizer.line(text))
        let lower = name.lowercased()
        for tail in tails {
            if lower.utf8.count == name.utf8.count, let range = find(tail, in: lower[...]), range.lowerBound > lower.startIndex {
                name = String(decoding: name.utf8.prefix(lower.utf8.distance(from: lower.startIndex, to: range.lowerBound)), as: UTF8.self)
                break
            }
        }
        let trimmed = name.utf8.drop { $0 <= 0x20 || $0 == 0x2C || $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x40 }
        name = TextNormalizer.line(trimmed)
        while let last = name.utf8.last, last == 0x2C || last == 0x7C || last == 0x3A || last == 0x2D || last == 0x2F { name = TextNormalizer.line(name.utf8.dropLast()) }
        guard !name.isEmpty, wordCount(name) <= mostWords, name.utf8.count <= 80 else { return nil }
        let lowerName = name.lowercased()
        guard !lowerName.contains("http"), !lowerName.contains("www."), !lowerName.contains("@"), lowerName != "admin", lowerName != "null", lowerName != "none"
        else { return nil }
        let digits = name.utf8.filter { $0 &- 0x30 < 10 }.count
        guard digits * 3 < name.utf8.count, name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
        return name
    }
}
