public import StageKit

/// An article as examples see it: its whole record, and beside every pair of offsets the stretch of text they mean, so that
/// an example can say "the second sentence" without counting.
public enum ExampleRecord {
    /// - Complexity: O(n).
    public static func record(of article: Article) -> JSONValue {
        var json = JSONWriter()
        article.writeRecord(to: &json, offsets: .bytes, whole: true)
        guard let parsed = try? JSONParser.parse(json.bytes), case .object(var members) = parsed else { return .null }
        for name in ["blocks", "sentences", "tokens", "entities"] {
            guard let spans = members[name]?.arrayValue else { continue }
            members[name] = .array(spans.map { span($0, article.text) })
        }
        for layer in members["span_layers"]?.arrayValue?.compactMap(\.stringValue) ?? [] {
            let named = members["extensions"]?[layer]?.mapSpans { span, _, _, _ in ExampleRecord.span(.object(span), article.text) }
            guard case .object(var layers)? = members["extensions"] else { break }
            layers[layer] = named
            members["extensions"] = .object(layers)
        }
        return .object(members)
    }

    /// Its offsets come in bytes, to find the text by, and leave in code points, as records have them.
    private static func span(_ span: JSONValue, _ text: ArticleText?) -> JSONValue {
        guard case .object(var members) = span, let text, let start = members["start"]?.integerValue,
            let end = members["end"]?.integerValue, start >= 0, start <= end, end <= text.count
        else { return span }
        if members["text"] == nil { members["text"] = .string(text[start..<end]) }
        members["start"] = .integer(codePoints(text, before: start))
        members["end"] = .integer(codePoints(text, before: end))
        return .object(members)
    }

    private static func codePoints(_ text: ArticleText, before end: Int) -> Int {
        text.utf8[..<end].count { $0 & 0xC0 != 0x80 }
    }
}
