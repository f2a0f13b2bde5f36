/// Turns what pages say about authors into a list of names.
enum Byline {
    /// How long a name may be: "The Editorial Board of the Tribune" is about the longest that bylines have.
    private static let mostWords = 7
    private static let mostNameBytes = 80
    private static let mostAuthors = 12

    /// Names in their order, without repetitions.
    /// - Parameters:
    ///   - eachIsOne: whether each text is one author already; then commas part name and role, not names.
    ///   - site: what the page's site is called, to take it off ("The Courier - Mira Solberg").
    static func names(in texts: [String], eachIsOne: Bool = false, site: SiteNames? = nil) -> [String] {
        var names: [String] = []
        var seen: Set<[UInt8]> = []
        for text in texts {
            let line = withoutAddresses(TextNormalizer.line(HTMLEntities.decode(text)))
            guard !line.isEmpty else { continue }
            let lower = LatinCase.lower(line.utf8)
            if BylineWords.noNameLines.contains(where: { ByteSearch.contains(lower, $0) }) { continue }
            if BylineWords.pictureCredits.contains(where: { lower.starts(with: $0) }) || isHelpers(lower) { continue }
            for name in BylineSplitter.split(line, eachIsOne: eachIsOne, site: site) {
                guard let clean = clean(name, site) else { continue }
                let key = Fingerprint(clean).bytes
                if !key.isEmpty, seen.insert(key).inserted, names.count < mostAuthors { names.append(clean) }
            }
        }
        return names
    }

    /// Whether a line says who translated or edited.
    static func isHelpers(_ lower: [UInt8]) -> Bool { BylineWords.helpers.contains { lower.starts(with: $0) } }

    /// Takes out handles, mail addresses and bracketed links; a text that is nothing else stays, to be refused whole.
    private static func withoutAddresses(_ line: String) -> String {
        guard line.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "(") }) else { return line }
        let words = line.words.filter { word in
            let isAddress = word.contains("@") || word.contains("http://") || word.contains("https://") || word.hasPrefix("www.") || word.hasPrefix("(www.")
            return !isAddress
        }
        return words.isEmpty ? line : words.joined(separator: " ")
    }

    /// Whether a line begins with words that stand before names.
    static func opens(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return false }
        let lower = LatinCase.lower(line.prefix(BylineWords.longestIntroduction))
        guard BylineWords.introductionsByFirst[Int(lower.first ?? first)].contains(where: { lower.starts(with: $0) }) || mayOpen(lower) else { return false }
        let text = String(decoding: line, as: UTF8.self)
        return withoutIntroduction(text) != text
    }

    /// Whether the first word is one of those that stand before "by".
    private static func mayOpen(_ lower: [UInt8]) -> Bool {
        BylineWords.openings.contains(String(decoding: lower.prefix { $0 != 0x20 && $0 != UInt8(ascii: ":") }, as: UTF8.self))
    }

    static func withoutIntroduction(_ line: String) -> String {
        guard let first = line.utf8.first else { return line }
        let words = BylineWords.introductionsByFirst[Int(first &- 0x41 < 26 ? first | 0x20 : first)]
        let lower = LatinCase.lower(line.utf8.prefix(BylineWords.longestIntroduction))
        for word in words where lower.starts(with: word) {
            let rest = line.utf8.dropFirst(word.count)
            guard let first = rest.first, first == 0x20 || first == UInt8(ascii: ":") || word.last == UInt8(ascii: ":") else { continue }
            let names = TextNormalizer.line(rest.drop { $0 == 0x20 || $0 == UInt8(ascii: ":") })
            if BylineWords.doubtfulIntroductions.contains(word), first == 0x20, names.words.count < 2 { continue }
            return names
        }
        return mayOpen(lower) ? behindOpening(line) ?? line : line
    }

    /// "A guest essay by Mira Solberg" → "Mira Solberg"; nil where anything else stands before the preposition.
    private static func behindOpening(_ line: String) -> String? {
        let words = line.words
        guard words.count >= 3, let end = words.prefix(BylineWords.mostOpenings + 1).firstIndex(where: { BylineWords.openingPrepositions.contains($0.lowercased()) }), end > 0, end + 1 < words.count,
            words[..<end].allSatisfy({ BylineWords.openings.contains($0.lowercased().filter { $0 != ":" }) })
        else { return nil }
        let names = words[(end + 1)...]
        // "An interview by Mira Solberg with Jon Abe"
        let isInterview = words[..<end].contains { BylineWords.interviews.contains($0.lowercased()) }
        return (isInterview ? names.prefix { $0 != "mit" && $0 != "with" } : names).joined(separator: " ")
    }

    private static func clean(_ text: String, _ site: SiteNames?) -> String? {
        var name = withoutIntroduction(TextNormalizer.line(text))
        name = withoutTail(withoutRemark(name))
        name = withoutStop(withoutRole(withoutDate(name)))
        name = withoutBody(withoutMarks(name), site)
        // "By the Associated Press"
        if name.utf8.starts(with: "the ".utf8) { name = String(name.dropFirst(4)) }
        guard !name.isEmpty, name.words.count <= mostWords, name.utf8.count <= mostNameBytes else { return nil }
        let lowerBytes = LatinCase.lower(name.utf8)
        let lower = String(decoding: lowerBytes, as: UTF8.self)
        // "Autorenseite von" with nothing behind it.
        if BylineWords.introductionsByFirst[Int(lowerBytes.first ?? 0)].contains(lowerBytes) { return nil }
        guard !BylineWords.noNames.contains(lower), !BylineWords.noParts.contains(where: { ByteSearch.contains(lowerBytes, $0) }) else { return nil }
        let digits = name.utf8.filter { $0 &- 0x30 < 10 }.count
        // "01:30 min" is how long a film is.
        let isClock = name.utf8.first.map { $0 &- 0x30 < 10 } ?? false && name.utf8.contains(UInt8(ascii: ":"))
        guard digits * 2 < name.utf8.count, !isClock, !DateWords.isWeekday(Substring(name)), name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
        return name
    }

    /// "Mira Solberg (press office)" → "Mira Solberg".
    private static func withoutRemark(_ name: String) -> String {
        guard name.utf8.last == UInt8(ascii: ")"), let open = name.utf8.lastIndex(of: UInt8(ascii: "(")), open > name.startIndex else { return name }
        return TextNormalizer.line(name[..<open].utf8)
    }

    private static let edges = Set(",|-–—:/•·»«".unicodeScalars)

    private static func withoutMarks(_ text: String) -> String {
        // Most names have none.
        if let first = text.utf8.first, let last = text.utf8.last, isLetter(first), isLetter(last) { return TextNormalizer.line(text) }
        var scalars = Array(text.unicodeScalars)[...]
        while let first = scalars.first, first == " " || edges.contains(first) { scalars = scalars.dropFirst() }
        while let last = scalars.last, last == " " || edges.contains(last) { scalars = scalars.dropLast() }
        // "Mira Solberg." ends in a stop; "John Roe Jr." and "Solberg M." do as well and keep it.
        if scalars.last == ".", let word = scalars.dropLast().split(separator: " ").last, word.count > 3 { scalars = scalars.dropLast() }
        return TextNormalizer.line(String(String.UnicodeScalarView(scalars)))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// "Mira Solberg Associated Press" → "Mira Solberg": an agency or the site behind a name, in a line of its own on the page.
    private static func withoutBody(_ name: String, _ site: SiteNames?) -> String {
        let words = name.words
        guard words.count >= 3 else { return name }
        for start in 2..<words.count {
            let tail = words[start...].joined(separator: " ")
            let head = words[..<start].joined(separator: " ")
            if BylineWords.agencies.contains(tail.lowercased()) || site?.isName(tail) == true, NameShape.isPerson(head, site: site) { return head }
        }
        return name
    }

    private static func withoutTail(_ name: String) -> String {
        let lower = LatinCase.lower(name.utf8)
        var end = lower.indices.dropFirst().first { index in BylineWords.tailsByFirst[Int(lower[index])].contains { lower[index...].starts(with: $0) } } ?? lower.count
        for tail in BylineWords.looseTails {
            guard let found = ByteSearch.find(tail, in: lower), found < end else { continue }
            if lower[..<found].split(separator: 0x20).count >= 2 { end = found }
        }
        return withoutSign(String(decoding: name.utf8.prefix(end), as: UTF8.self))
    }

    /// "Mira Solberg/QC" → "Mira Solberg": the sign of an agency or desk.
    private static func withoutSign(_ name: String) -> String {
        guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")), name.utf8[..<slash].contains(0x20) else { return name }
        let sign = name.utf8[name.utf8.index(after: slash)...]
        guard (2...longestSign).contains(sign.count), sign.allSatisfy({ $0 &- 0x41 < 26 || $0 == UInt8(ascii: "-") }) else { return name }
        return String(name[..<slash])
    }
    private static let longestSign = 6

    /// "Mira Solberg Follow Gardener and cook" → "Mira Solberg".
    private static func withoutStop(_ name: String) -> String {
        let words = name.words
        guard let end = words.indices.dropFirst().first(where: { BylineWords.stops.contains(words[$0].lowercased()) }) else { return name }
        return words[..<end].joined(separator: " ")
    }

    /// "Jane Doe May 20" → "Jane Doe": a date ends the names.
    private static func withoutDate(_ name: String) -> String {
        var words = name.words[...]
        // "29.12.10 Mira Solberg", never "7 News".
        while words.count > 1, let first = words.first, first.utf8.count > 4, first.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }) {
            words = words.dropFirst()
        }
        for index in words.indices.dropFirst() {
            let isDigit = words[index].utf8.first.map { $0 &- 0x30 < 10 } ?? false
            let next = index + 1 < words.endIndex ? words[index + 1].utf8.first.map { $0 &- 0x30 < 10 } ?? false : false
            guard isDigit || (next && DateWords.isMonthOrDay(words[index])) else { continue }
            var kept = words[..<index]
            while kept.count > 1, let last = kept.last, DateWords.isMonthOrDay(last) || ["-", "–", "—", "|", "Stand:", "on", "am"].contains(last) { kept.removeLast() }
            return kept.joined(separator: " ")
        }
        // "Jane Doe Thursday": the rest of the date was cut off.
        if words.count >= 3, let last = words.last, DateWords.isWeekday(last) { return words.dropLast().joined(separator: " ") }
        return words.joined(separator: " ")
    }

    /// "Jane Doe Games Editor" and "Staff Writer Jane Doe" → "Jane Doe".
    private static func withoutRole(_ name: String) -> String {
        let words = name.words
        let rest = words.drop { BylineWords.roles.contains($0.lowercased()) || BylineWords.roleQualifiers.contains($0.lowercased()) }
        if rest.count < words.count, rest.count >= 2, NameShape.isPerson(rest.joined(separator: " "), site: nil) { return rest.joined(separator: " ") }
        guard words.count >= 3, let last = words.last, BylineWords.roles.contains(last.lowercased()) else { return name }
        return words.prefix(2).joined(separator: " ")
    }
}
