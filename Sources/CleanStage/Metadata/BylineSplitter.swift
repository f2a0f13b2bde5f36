/// Cuts a byline into one text an author.
enum BylineSplitter {
    private static let datedMarks = [" | ", " · ", " • ", " – ", " — "].map { Array($0.utf8) }
    private static let nameMarks = [" - ", " – ", " — ", " » "].map { Array($0.utf8) }

    static func split(_ text: String, eachIsOne: Bool, site: SiteNames?) -> [String] {
        var line = afterDate(labelled(text))
        // "Text: By Mira Solberg" has two.
        for _ in 0..<3 { line = Byline.withoutIntroduction(line) }
        line = namePart(beforeDate(withoutDatedTail(line)), site)
        var parts = personsAtSlash(line, site) ?? [line]
        let lower = LatinCase.lower(line.utf8)
        for joint in BylineWords.hardJoints where ByteSearch.contains(lower, joint) { parts = parts.flatMap { cut($0, at: joint) } }
        // Behind a mark stand sections and counts as often as names.
        parts = parts.enumerated().filter { $0.offset == 0 || NameShape.isNameLike(Byline.withoutIntroduction(TextNormalizer.line($0.element))) }.map(\.element)
        for joint in BylineWords.joints where ByteSearch.contains(lower, joint) { parts = parts.flatMap { cutBetweenNames($0, at: joint) } }
        if !eachIsOne || parts.count == 1 { parts = parts.flatMap { cutAtCommas($0, site) } }
        return parts
    }

    /// "Date: 3 May Author: Mira Solberg Source: Courier" → "Mira Solberg".
    private static func labelled(_ line: String) -> String {
        guard line.utf8.contains(UInt8(ascii: ":")) else { return line }
        let lower = LatinCase.lower(line.utf8)
        for label in BylineWords.labels {
            guard let found = ByteSearch.find(label, in: lower), found > 0, lower[found - 1] == 0x20 else { continue }
            let words = line.utf8.dropFirst(found + label.count).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            return words.prefix { !$0.hasSuffix(":") }.joined(separator: " ")
        }
        return line
    }

    /// "Posted on May 3 by Mira Solberg" → "Mira Solberg".
    private static func afterDate(_ line: String) -> String {
        guard line.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return line }
        let lower = LatinCase.lower(line.utf8)
        guard
            BylineWords.datedOpenings.contains(where: { lower.starts(with: $0) }) || line.utf8.first.map({ $0 &- 0x30 < 10 }) == true || DateWords.isMonthOrDay(line.prefix { $0 != " " })
        else { return line }
        for word in BylineWords.lastIntroductions {
            guard let found = ByteSearch.find(word, in: lower) else { continue }
            return TextNormalizer.line(line.utf8.dropFirst(found + word.count))
        }
        return line
    }

    /// "Ana Reis | April 21, 2026" → "Ana Reis": what a mark parts from the names and holds a number is none.
    private static func withoutDatedTail(_ line: String) -> String {
        let bytes = Array(line.utf8)
        for mark in datedMarks {
            guard let found = ByteSearch.find(mark, in: bytes), bytes[found...].contains(where: { $0 &- 0x30 < 10 }) else { continue }
            return String(decoding: bytes[..<found], as: UTF8.self)
        }
        return line
    }

    /// "Mira Solberg Mon, March 4, 2024 at 9:41 AM" → "Mira Solberg"
    private static func beforeDate(_ line: String) -> String {
        guard line.utf8.contains(where: { $0 &- 0x30 < 10 }), let (_, offset) = DateReader.spelled(Array(line.utf8)) else { return line }
        let words = line.utf8.prefix(offset).split(separator: 0x20).map { Substring(decoding: $0, as: UTF8.self) }
        guard words.count >= 3, let day = words.last, DateWords.isMonthOrDay(day) else { return line }
        let names = words.dropLast()
        return (["am", "on", "le"].contains(names.last ?? "") ? names.dropLast() : names).joined(separator: " ")
    }

    /// "Mira Solberg/Jon Abe"
    private static func personsAtSlash(_ line: String, _ site: SiteNames?) -> [String]? {
        let parts = line.pieces(at: UInt8(ascii: "/")).map(String.init)
        return parts.count >= 2 && parts.allSatisfy { NameShape.isPerson($0, site: site) } ? parts : nil
    }

    /// "The Courier - Mira Solberg" and "Mira Solberg - Ferry desk" → "Mira Solberg".
    private static func namePart(_ line: String, _ site: SiteNames?) -> String {
        let bytes = Array(line.utf8)
        var parts = [line]
        for mark in nameMarks where ByteSearch.contains(bytes, mark) { parts = parts.flatMap { cut($0, at: mark) } }
        guard parts.count >= 2 else { return line }
        let others = parts.filter { !(site?.covers($0) ?? false) }
        guard let first = others.first else { return line }
        // A body's name may hold a dash; a person's does not.
        let firstName = first.pieces(at: UInt8(ascii: ",")).first.map(String.init) ?? first
        return NameShape.isPerson(TextNormalizer.line(firstName), site: site) || others.count < parts.count ? first : line
    }

    /// The parts of a text between marks.
    /// - Parameter mark: in lower case.
    static func cut(_ text: String, at mark: [UInt8]) -> [String] {
        let bytes = Array(text.utf8)
        // A word between names stands in any case: "Glen Owen And Brendan Carlin".
        let lower = LatinCase.lower(bytes)
        var parts: [String] = []
        var start = 0
        while let found = ByteSearch.find(mark, in: lower, from: start) {
            parts.append(String(decoding: bytes[start..<found], as: UTF8.self))
            start = found + mark.count
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }

    /// "Mac & i" and "Staff and news services" are one name: both sides must look like names, one of them like a whole one.
    private static func cutBetweenNames(_ text: String, at joint: [UInt8]) -> [String] {
        let parts = cut(text, at: joint)
        guard parts.count >= 2 else { return parts }
        for (left, right) in zip(parts, parts.dropFirst()) {
            // "Mira Solberg, Health Editor, and Jon Abe"
            let left = left.pieces(at: UInt8(ascii: ",")).map { TextNormalizer.line(String($0)) }.last { !$0.isEmpty && !hasRole($0) } ?? ""
            let right = right.pieces(at: UInt8(ascii: ",")).first.map { TextNormalizer.line(String($0)) } ?? ""
            let opening = right.words.prefix(2).joined(separator: " ")
            guard NameShape.isNameLike(beforePlace(left)), NameShape.isNameLike(opening), !NameShape.isBody(left) || wordCount(left) == 1, wordCount(left) >= 2 || wordCount(right) >= 2 else { return [text] }
        }
        return parts
    }

    /// "Mira Solberg in Oslo" → "Mira Solberg".
    private static func beforePlace(_ text: String) -> String {
        let words = text.words
        guard let place = words.indices.dropFirst(2).first(where: { words[$0] == "in" }) else { return text }
        return words[..<place].joined(separator: " ")
    }

    private static func cutAtCommas(_ part: String, _ site: SiteNames?) -> [String] {
        let pieces = part.pieces(at: UInt8(ascii: ",")).map { TextNormalizer.line(String($0)) }.filter { !$0.isEmpty }
        // "Doe, Jane" and "Jong, Michiel de" are one name turned round; "Jane Doe, John Roe" are two; "Jane Doe, Editor" is one with a role.
        if pieces.count == 2, wordCount(pieces[0]) == 1, NameShape.isNameLike(pieces[1]) {
            let ending = pieces[1].words.last.map(String.init) ?? ""
            if wordCount(pieces[1]) == 1 || ending == ending.lowercased() { return ["\(pieces[1]) \(pieces[0])"] }
        }
        // "red, quay.example/agencies": signs and bodies, nobody's name.
        if let first = pieces.first, !NameShape.isNameLike(first), pieces.dropFirst().allSatisfy(NameShape.isBody) { return pieces }
        var kept: [String] = []
        for (index, piece) in pieces.enumerated() {
            if index > 0, hasRole(piece) || piece.utf8.contains(UInt8(ascii: ":")) { break }
            if index == 0 || wordCount(piece) >= 2 && !NameShape.isBody(piece) && !BylineWords.agencies.contains(piece.lowercased()) && site?.covers(piece) != true { kept.append(piece) }
        }
        return kept
    }

    /// "Staff Writer", "Political Correspondent of the Courier".
    private static func hasRole(_ text: String) -> Bool {
        text.words.contains { BylineWords.roles.contains($0.lowercased()) }
    }

    private static func wordCount(_ text: String) -> Int { text.words.count }
}
