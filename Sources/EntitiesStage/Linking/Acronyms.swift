import StageKit

/// Short forms that an article introduces in brackets: "California Immigrant Policy Center (CIPC)".
enum Acronyms {
    /// Words that initials usually skip.
    private static let small: Set<String> = ["of", "the", "and", "for", "in", "on", "to", "at", "&", "de", "du", "la", "des", "des", "di", "del"]
    /// Bytes between a name and its short form: a blank and a bracket, perhaps "or the".
    private static let mostGap = 3

    /// The short forms in brackets right behind a name whose initials they are, and what they stand for.
    static func introduced(_ entities: [Entity], in text: ArticleText) -> [String: (name: String, type: EntityType)] {
        var found: [String: (name: String, type: EntityType)] = [:]
        for entity in entities where NameTable.linkable.contains(entity.type) {
            var at = entity.range.upperBound
            while at < text.count, text.utf8[at] == 0x20, at - entity.range.upperBound < mostGap { at += 1 }
            guard at < text.count, text.utf8[at] == UInt8(ascii: "(") else { continue }
            let start = at + 1
            at = start
            while at < text.count, (text.utf8[at] | 0x20) &- 0x61 < 26 { at += 1 }
            guard at > start + 1, at < text.count, text.utf8[at] == UInt8(ascii: ")") else { continue }
            let short = text[start..<at]
            let form = NameForm(text.utf8[entity.range], entity.type)
            if spell(short, form.words), found[short] == nil { found[short] = (form.text, entity.type) }
        }
        return found
    }

    /// Whether the capitals of `short` are the initials of the words, with or without the small ones.
    static func spell(_ short: String, _ words: [String]) -> Bool {
        let capitals = short.utf8.filter { $0 &- 0x41 < 26 }
        guard capitals.count > 1 else { return false }
        // A hyphen starts a word too in "Asia-Pacific", not in "Co-operation".
        let parts = words.flatMap { word in
            word.split(separator: "-").enumerated().filter { $0.offset == 0 || $0.element.first?.isUppercase == true }.map { String($0.element) }
        }
        let all = parts.compactMap { $0.utf8.first.map { $0 &- 0x61 < 26 ? $0 & ~0x20 : $0 } }
        let large = parts.filter { !small.contains($0.lowercased()) }.compactMap { $0.utf8.first.map { $0 &- 0x61 < 26 ? $0 & ~0x20 : $0 } }
        return all == capitals || large == capitals
    }
}
