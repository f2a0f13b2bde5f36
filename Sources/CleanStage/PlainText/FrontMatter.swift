import StageKit

/// The head of a Markdown file between two lines of `---`: `title: …`, `author: …`, `date: …`.
///
/// Only plain `name: value` lines and their lists (`[a, b]` or `- a`) are read; the rest is passed over.
enum FrontMatter {
    /// Longer heads are none.
    private static let mostLines = 60

    /// - Returns: the text behind the head.
    static func read(_ bytes: [UInt8], into metadata: inout Metadata) -> ArraySlice<UInt8> {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let first = lines.first, isFence(first) else { return bytes[...] }
        lines.removeFirst()
        guard let end = lines.prefix(mostLines).firstIndex(where: { isFence($0) }) else { return bytes[...] }
        var values: [String: [String]] = [:]
        var name = ""
        for line in lines[..<end] {
            let text = TextNormalizer.line(line)
            if text.hasPrefix("- ") {
                values[name, default: []].append(unquoted(String(text.dropFirst(2))))
            } else if let colon = text.firstIndex(of: ":") {
                name = text[..<colon].lowercased()
                values[name] = list(TextNormalizer.line(String(text[text.index(after: colon)...])))
            }
        }
        fill(&metadata, values)
        return bytes[lines[end].endIndex...].dropFirst()
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        TextNormalizer.squeezed(line).elementsEqual("---".utf8)
    }

    private static func list(_ value: String) -> [String] {
        guard !value.isEmpty else { return [] }
        guard value.hasPrefix("["), value.hasSuffix("]") else { return [unquoted(value)] }
        return value.dropFirst().dropLast().split(separator: ",").map { unquoted(TextNormalizer.line(String($0))) }
    }

    private static func unquoted(_ value: String) -> String {
        for mark in ["\"", "'"] where value.count >= 2 && value.hasPrefix(mark) && value.hasSuffix(mark) { return String(value.dropFirst().dropLast()) }
        return value
    }

    private static func fill(_ metadata: inout Metadata, _ values: [String: [String]]) {
        func first(_ names: String...) -> String? { names.lazy.compactMap { values[$0]?.first }.first { !$0.isEmpty } }
        func set(_ path: WritableKeyPath<Metadata, String?>, _ name: String, _ value: String?) {
            guard metadata[keyPath: path] == nil, let value else { return }
            metadata[keyPath: path] = value
            metadata.origins[name] = "front matter"
        }
        set(\.title, "title", first("title"))
        set(\.published, "published", first("date", "published").flatMap(DateReader.iso))
        set(\.modified, "modified", first("updated", "modified", "lastmod").flatMap(DateReader.iso))
        set(\.description, "description", first("description", "summary", "excerpt"))
        set(\.language, "language", first("lang", "language"))
        set(\.section, "section", first("section", "category"))
        set(\.url, "url", first("url", "canonical"))
        if metadata.byline.isEmpty, let authors = values["author"] ?? values["authors"] {
            metadata.byline = Byline.names(in: authors)
            metadata.origins["byline"] = "front matter"
        }
        if metadata.tags.isEmpty, let tags = values["tags"] ?? values["keywords"] {
            metadata.tags = tags.filter { !$0.isEmpty }
            metadata.origins["tags"] = "front matter"
        }
    }
}
