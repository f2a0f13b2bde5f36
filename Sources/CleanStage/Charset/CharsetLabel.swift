/// Reads a charset's label as a page or server wrote it.
enum CharsetLabel {
    /// The charset of a label in any case, with white space or quotes around it; nil for a label that the standard does not know,
    /// which browsers pass over.
    static func charset(for label: String) -> String? {
        CharsetLabels.charset(label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
    }

    /// The charset behind a name that a detector gives: it also finds charsets that no page may declare.
    static func charset(detected name: String) -> String? {
        let lower = name.lowercased()
        guard !lower.isEmpty, lower.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
        return CharsetLabels.charset(lower) ?? lower
    }
}
