/// What a model wrote, without what models put around a summary although they were told not to.
enum AnswerText {
    /// The summary's parts: sentences, or lines of a list, without bullets; one line for a headline. Nothing where nothing is left.
    ///
    /// - Parameter abbreviations: words of the article that end with a full stop, in lower case.
    /// - Complexity: O(length).
    static func parts(of content: String, style: SummaryStyle, abbreviations: Set<String>) -> [String] {
        var lines = plainLines(withoutReasoning(content))
        dropFence(&lines)
        lines = lines.map(withoutMarkup).filter { !$0.isEmpty }
        dropLeadIn(&lines)
        dropRemark(&lines)
        switch style {
        case .headline: return lines.first.map { [withoutFullStop(withoutQuotes(withoutBullet($0)))] } ?? []
        case .bullets where lines.contains(where: { withoutBullet($0) != $0 }):
            return lines.filter { withoutBullet($0) != $0 }.map(withoutBullet).filter { !$0.isEmpty }
        case .bullets, .paragraph:
            let text = withoutQuotes(lines.map(withoutBullet).joined(separator: " "))
            return AnswerSentences.split(text, abbreviations: abbreviations)
        }
    }

    /// Models that think aloud do it in `<think>`; one that was cut off while it did has said nothing.
    private static func withoutReasoning(_ content: String) -> Substring {
        let text = content.drop { $0.isWhitespace }
        for name in ["think", "thinking", "reasoning"] where text.hasPrefix("<\(name)>") {
            guard let end = text.firstRange(of: "</\(name)>") else { return "" }
            return text[end.upperBound...]
        }
        return text
    }

    /// Lines without control characters (which a terminal would obey), invisible direction marks and doubled blanks.
    private static func plainLines(_ text: Substring) -> [String] {
        text.split { $0.isNewline }.map { line in
            var plain = String.UnicodeScalarView()
            for scalar in line.unicodeScalars {
                if scalar.properties.isWhitespace {
                    if let last = plain.last, last != " " { plain.append(" ") }
                } else if !isInvisible(scalar) {
                    plain.append(scalar)
                }
            }
            if plain.last == " " { plain.removeLast() }
            return String(plain)
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .privateUse, .surrogate, .unassigned: true
        // Joiners belong to the words of some scripts and to emoji; what turns the direction of a line does not.
        case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
        default: false
        }
    }

    private static func dropFence(_ lines: inout [String]) {
        guard let first = lines.first(where: { !$0.isEmpty }), first.hasPrefix("```") else { return }
        lines = lines.filter { !$0.hasPrefix("```") }
    }

    /// Headings and emphasis of Markdown, and nothing that a sentence may hold.
    private static func withoutMarkup(_ line: String) -> String {
        var line = Substring(line)
        let marks = line.prefix { $0 == "#" }
        if (1...6).contains(marks.count), line.dropFirst(marks.count).first == " " { line = line.dropFirst(marks.count + 1) }
        var text = String(line)
        for mark in ["**", "__"] {
            let pieces = text.split(separator: mark, omittingEmptySubsequences: false)
            // An odd number of marks is no emphasis.
            if pieces.count > 1, pieces.count % 2 == 1 { text = pieces.joined() }
        }
        return text
    }

    /// What a summary may be called by whoever hands it over.
    private static let labels: Set<String> = [
        "summary", "summarized", "summarised", "headline", "zusammenfassung", "überschrift", "schlagzeile", "résumé", "titre", "resumen", "titular", "resumo",
        "título", "riassunto", "titolo", "samenvatting", "kop", "sammendrag", "sammanfattning", "resumé", "overskrift", "rubrik", "streszczenie", "yhteenveto",
        "bullet", "bullets", "points",
    ]
    /// A longer beginning is a sentence with a colon in it.
    private static let mostLeadInWords = 14

    /// "Here is a summary of the article:", as a line of its own or before the summary.
    private static func dropLeadIn(_ lines: inout [String]) {
        guard let first = lines.first, let colon = first.firstIndex(of: ":") else { return }
        let leadIn = first[..<colon]
        let rest = first[first.index(after: colon)...].drop { $0 == " " }
        let words = leadIn.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map { $0.lowercased() }
        guard words.count <= mostLeadInWords, lines.count > 1 || !rest.isEmpty else { return }
        if words.contains(where: labels.contains) {
            if rest.isEmpty { lines.removeFirst() } else { lines[0] = String(rest) }
        } else if rest.isEmpty, lines.count > 1 {
            // A line that ends with a colon announces what follows, in whatever language.
            lines.removeFirst()
        }
    }

    /// "Note: I left out the quotes."
    private static func dropRemark(_ lines: inout [String]) {
        guard lines.count > 1, let last = lines.last?.lowercased() else { return }
        if ["note:", "(note:", "word count", "(word count", "(words:", "character count", "let me know"].contains(where: last.hasPrefix) { lines.removeLast() }
    }

    private static func withoutBullet(_ line: String) -> String {
        for bullet in ["- ", "* ", "• ", "– ", "· "] where line.hasPrefix(bullet) { return String(line.dropFirst(2)) }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let behind = line.dropFirst(digits.count)
        guard (1...2).contains(digits.count), behind.hasPrefix(". ") || behind.hasPrefix(") ") else { return line }
        return String(behind.dropFirst(2))
    }

    /// Quotation marks around all of it; those inside are the article's.
    private static func withoutQuotes(_ text: String) -> String {
        for (open, close) in [("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("'", "'"), ("‘", "’")] where text.count > 2 && text.hasPrefix(open) && text.hasSuffix(close) {
            let inner = text.dropFirst().dropLast()
            if !inner.contains(open), !inner.contains(close) { return String(inner) }
        }
        return text
    }

    private static func withoutFullStop(_ text: String) -> String {
        text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
    }
}
