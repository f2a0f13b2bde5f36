import StageKit

extension Operand {
    /// The value for an article.
    ///
    /// - Complexity: O(length of what it is taken from).
    func value(_ article: Article) -> Value {
        switch self {
        case .literal(let value): value
        case .field(let field): field.value(article)
        case .entities(let type): .number(Double(type.map { type in article.entities.count { $0.type == type } } ?? article.entities.count))
        case .mentions(let type): Operand.mentions(type, article)
        case .layer(let name, let path): Operand.layer(article.extensions[name], path[...])
        case .lowercased(let operand): operand.value(article).lowercased
        case .count(let operand): operand.value(article).count
        }
    }

    /// Each name once as the article says it and once as what it stands for.
    private static func mentions(_ type: EntityType?, _ article: Article) -> Value {
        guard let text = article.text else { return .texts([]) }
        var texts: [[UInt8]] = []
        for entity in article.entities where type == nil || entity.type == type {
            texts.append(Array(text.utf8[entity.range]))
            if let name = entity.name { texts.append(Array(name.utf8)) }
        }
        return .texts(texts)
    }

    private static func layer(_ layer: JSONValue?, _ path: ArraySlice<String>) -> Value {
        var values: [JSONValue] = []
        var isList = false
        func follow(_ value: JSONValue, _ path: ArraySlice<String>) {
            if case .array(let elements) = value {
                isList = true
                for element in elements { follow(element, path) }
            } else if let step = path.first {
                if let member = value[step] { follow(member, path.dropFirst()) }
            } else if value != .null {
                values.append(value)
            }
        }
        if let layer { follow(layer, path) }
        return values.isEmpty ? .absent : .layer(values, isList: isList)
    }
}

extension Field {
    fileprivate func value(_ article: Article) -> Value {
        let metadata = article.metadata
        return switch self {
        case .title: .text(metadata.title)
        case .description: .text(metadata.description)
        case .text: article.text.map { .text($0.utf8) } ?? .absent
        case .summary: .text(article.summary?.text)
        case .language: .text(metadata.language)
        case .url: .text(metadata.url)
        case .host: .text(metadata.url.flatMap(Field.host))
        case .site: .text(metadata.site)
        case .section: .text(metadata.section)
        case .image: .text(metadata.image)
        case .source: .text(article.source.uri)
        case .published: .moment(metadata.published)
        case .modified: .moment(metadata.modified)
        case .byline: .texts(metadata.byline.map { Array($0.utf8) })
        case .tags: .texts(metadata.tags.map { Array($0.utf8) })
        case .words: .number(Double(WordBorders.words(in: article.text?.utf8 ?? [])))
        case .characters: .number(Double(article.text?.utf8.count { $0 & 0xC0 != 0x80 } ?? 0))
        case .sentences: .number(Double(article.sentences.count))
        }
    }

    /// `https://news.example:8080/a` → `news.example`, in small letters.
    private static func host(_ url: String) -> String? {
        let bytes = Array(url.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else { return nil }
        var host = bytes[(colon + 3)...].prefix { !"/?#".utf8.contains($0) }
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        return String(decoding: host.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased()
    }
}

extension Value {
    /// An empty text says as little as none.
    fileprivate static func text(_ text: String?) -> Value {
        guard let text, !text.isEmpty else { return .absent }
        return .text(Array(text.utf8))
    }

    /// What is no date is no known date.
    fileprivate static func moment(_ text: String?) -> Value {
        text.flatMap { Moment($0) }.map { .moment($0) } ?? .absent
    }

    fileprivate var lowercased: Value {
        switch self {
        case .text(let text): .text(Word.lowercased(text))
        case .texts(let texts): .texts(texts.map(Word.lowercased))
        case .layer(let values, let isList): .layer(values.map { value in value.stringValue.map { .string($0.lowercased()) } ?? value }, isList: isList)
        default: self
        }
    }

    fileprivate var count: Value {
        switch self {
        case .texts(let texts): .number(Double(texts.count))
        case .layer(let values, _): .number(Double(values.count))
        default: .number(0)
        }
    }
}
