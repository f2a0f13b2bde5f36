/// Sentences below a text that name its author: "(Reporting by Mira Solberg in Oslo; editing by Jon Abe)", "Contact reporter Mira
/// Solberg at …", and, set apart from the text, "Mira Solberg is a reporter for the Courier."
enum SignatureSentence {
    /// Longer ones are no signatures, in words.
    private static let mostWords = 60
    private static let reports = ["reporting by ", "reporting and writing by ", "reporting and editing by ", "report by ", "written by "].map { Array($0.utf8) }
    private static let contacts: Set<String> = ["contact", "reach", "email", "e-mail", "follow"]
    private static let openings = Set(reports.map { Array($0.prefix { $0 > 0x20 }) } + contacts.map { Array($0.utf8) })
    private static let verbs: Set<String> = ["is", "was", "covers", "writes", "reports"]
    /// Whoever these words describe writes for a living; professors and ministers write now and then.
    private static let newsroomRoles: Set<String> = ["reporter", "correspondent", "columnist", "editor", "writer", "journalist", "critic", "covers", "writes", "reports"]
    /// Where such a role stands, in words from the sentence's beginning: "Mira Solberg is a senior health and science reporter".
    private static let roleWithin = 10
    private static let mostNameWords = 4

    /// Empty where the block is no such sentence.
    static func names(_ page: PageBlocks, _ block: PageBlock, _ site: SiteNames) -> [String] {
        let isSetApart = isSetApart(block)
        guard (4...mostWords).contains(block.words), isSetApart || mayOpen(page.bytes[block.text]) else { return [] }
        let text = page.text(block)
        let names = reported(text) ?? contacted(text) ?? (isSetApart ? described(text) : nil) ?? []
        return names.allSatisfy { NameShape.isPerson($0, site: site) } ? names : []
    }

    /// Authors' notes stand in italics or in elements named after authors.
    private static func isSetApart(_ block: PageBlock) -> Bool { block.context.contains(.emphasised) || block.allHints.contains(.author) }

    /// Whether a text begins like one of the other sentences; most do not, and are not looked at any further.
    private static func mayOpen(_ text: ArraySlice<UInt8>) -> Bool {
        let rest = text.first == UInt8(ascii: "(") ? text.dropFirst() : text
        let word = rest.prefix { $0 > 0x20 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        return openings.contains(word)
    }

    private static func reported(_ text: String) -> [String]? {
        let line = text.hasPrefix("(") ? String(text.dropFirst()) : text
        let lower = Array(line.lowercased().utf8)
        guard lower.count == line.utf8.count, let opening = reports.first(where: { lower.starts(with: $0) }) else { return nil }
        let rest = String(decoding: line.utf8.dropFirst(opening.count).prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ")") }, as: UTF8.self)
        // "Mira Solberg in Oslo, Jon Abe in Bergen and Ana Reis": each with the place.
        let names = rest.split(separator: ",").flatMap { cut(String($0), at: " and ") }.map { cut($0, at: " in ")[0] }.map { TextNormalizer.line($0) }
        return Byline.names(in: names, eachIsOne: true)
    }

    private static func cut(_ text: String, at word: String) -> [String] {
        var parts: [[Substring]] = [[]]
        for part in text.words {
            if " \(part) " == word { parts.append([]) } else { parts[parts.count - 1].append(part) }
        }
        return parts.map { $0.joined(separator: " ") }
    }

    private static func contacted(_ text: String) -> [String]? {
        var words = text.words[...]
        guard let verb = words.popFirst()?.lowercased(), contacts.contains(verb) else { return nil }
        var hasRole = false
        while let word = words.first, BylineWords.roles.contains(word.lowercased()) || word == "the" {
            hasRole = true
            words = words.dropFirst()
        }
        // "Contact Jon Abe at" is the foot of a press release.
        guard hasRole || verb != "contact" else { return nil }
        let name = words.prefix { !["at", "on", "via", "by"].contains($0.lowercased()) }
        return (2...mostNameWords).contains(name.count) && name.count < words.count ? [name.joined(separator: " ")] : nil
    }

    private static func described(_ text: String) -> [String]? {
        let words = text.words
        guard let verb = words.prefix(mostNameWords + 1).firstIndex(where: { verbs.contains($0.lowercased()) }), verb >= 2 else { return nil }
        let role = words[verb..<min(words.count, verb + roleWithin)].contains { newsroomRoles.contains($0.lowercased().filter { $0 != "," && $0 != "." }) }
        return role ? [words[..<verb].joined(separator: " ")] : nil
    }
}
