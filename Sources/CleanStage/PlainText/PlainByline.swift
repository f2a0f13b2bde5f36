import StageKit

/// A line that names the author, the date, or both: "By Ana Reis", "March 3, 2026", "By Ana Reis | 3 March 2026".
struct PlainByline {
    private(set) var names: [String] = []
    private(set) var date: String?

    private static let openings = ["by ", "by: ", "written by ", "words by ", "reporting by ", "author: ", "von ", "par ", "por ", "autor: "]
    private static let dateOpenings = ["published", "updated", "posted", "date:", "last updated", "first published", "veröffentlicht", "stand:"]

    /// Nil where the line is neither.
    init?(_ paragraph: TextParagraph) {
        guard paragraph.form == .prose || paragraph.form == .heading else { return nil }
        let line = paragraph.lowercased
        let found = DateReader.spelled(paragraph.text) ?? DateReader.iso(paragraph.string).map { ($0, 0) }
        if let opening = Self.openings.first(where: { line.starts(with: $0.utf8) }) {
            let rest = paragraph.text.dropFirst(opening.utf8.count)
            // Names begin with capitals; "By then the river had risen." is no byline.
            guard Self.isCapital(rest), !paragraph.endsSentence || Self.endsInInitial(paragraph.text) else { return nil }
            var text = rest
            if let found, found.1 > opening.utf8.count { text = Self.withoutDayName(paragraph.text[opening.utf8.count..<found.1]) }
            let end = text.firstIndex(of: UInt8(ascii: "|")) ?? text.endIndex
            names = Byline.names(in: [String(decoding: text[..<end], as: UTF8.self)])
            guard !names.isEmpty, names.allSatisfy({ $0.split(separator: " ").allSatisfy { Self.isNameWord(Array($0.utf8)) } }) else { return nil }
            date = found?.0
            return
        }
        guard let found, paragraph.words <= 10 else { return nil }
        if let name = Self.name(before: paragraph.text[..<found.1]) {
            names = [name]
            date = found.0
            return
        }
        let opens = Self.dateOpenings.contains { line.starts(with: $0.utf8) }
        guard opens || (found.1 <= 12 && paragraph.words <= 8 && !FiniteVerbs.occur(in: paragraph) && !paragraph.endsSentence) else { return nil }
        date = found.0
    }

    /// "Ana Reis Saturday, " → "Ana Reis".
    private static func withoutDayName(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let words = text.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
        guard words.count > 1, let last = words.last, DateWords.isMonthOrDay(Substring(decoding: last, as: UTF8.self)) else { return text }
        return text[..<last.startIndex]
    }

    /// A name that a mark parts from the date behind it: "Ana Reis · Sunday, 8 March 2026". Without the mark it may be a place.
    private static func name(before text: ArraySlice<UInt8>) -> String? {
        let line = String(decoding: text, as: UTF8.self)
        guard let mark = ["·", "•", "|", "–", "—"].first(where: { line.contains(" \($0) ") }), let head = line.split(separator: mark.first ?? "|").first else { return nil }
        let words = head.split(separator: " ")
        guard (2...4).contains(words.count), words.allSatisfy({ isNameWord(Array($0.utf8)) }) else { return nil }
        return words.joined(separator: " ")
    }

    /// Adds what the line says where it is unknown.
    func fill(_ metadata: inout Metadata) {
        if metadata.byline.isEmpty, !names.isEmpty {
            metadata.byline = names
            metadata.origins["byline"] = "text"
        }
        if metadata.published == nil, let date {
            metadata.published = date
            metadata.origins["published"] = "text"
        }
    }

    private static func isCapital(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        return first &- 0x41 < 26 || first >= 0x80
    }

    private static func isNameWord(_ word: [UInt8]) -> Bool {
        isCapital(word) || ["de", "la", "van", "von", "der", "den", "al", "el", "bin", "da", "dos", "du", "del", "di", "le", "ten", "ter", "of", "the", "and"]
            .contains { word.elementsEqual($0.utf8) }
    }

    /// "By Tom Ward Jr." ends in a stop and is no sentence.
    private static func endsInInitial(_ text: [UInt8]) -> Bool {
        ["Jr.", "Sr.", "M.D.", "Ph.D."].contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
}
