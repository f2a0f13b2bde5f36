import StageKit

/// The article that a page's JSON-LD describes (schema.org), as far as it is used.
struct LinkedData {
    var headline: String?
    var authors: [String] = []
    /// Authors that are said to be organizations.
    var organizations: [String] = []
    var published: String?
    var modified: String?
    var description: String?
    var body: String?
    /// The body's paragraphs, without markup.
    var paragraphs: [String] = []
    var section: String?
    var tags: [String] = []
    var site: String?
    /// Names of the site and its publisher anywhere in the data.
    var siteNames: [String] = []
    var image: String?
    var url: String?
    var language: String?
    /// Whether an object of an article type was there.
    var isArticle = false

    /// Reads all JSON-LD blocks; damaged ones are mended where that is simple, else left out.
    init(_ scripts: [ArraySlice<UInt8>]) {
        var objects: [[String: JSONValue]] = []
        var byID: [String: [String: JSONValue]] = [:]
        for script in scripts {
            guard let value = LinkedDataScript.parse(script) else { continue }
            LinkedData.collect(value, into: &objects, byID: &byID, depth: 0)
        }
        for object in objects where LinkedData.types(object).contains(where: { $0 == "WebSite" || $0.hasSuffix("MediaOrganization") || $0 == "Newspaper" }) {
            siteNames += LinkedData.strings(object["name"]) + LinkedData.strings(object["alternateName"])
        }
        let articles = objects.filter(LinkedData.isArticle)
        let works = articles.isEmpty ? objects.filter(LinkedData.isWork) : articles
        // The page's own article names a body, a headline or a date; teasers of others mostly just a headline.
        let best = works.max { LinkedData.richness($0) < LinkedData.richness($1) }
        guard let article = best else {
            for object in objects {
                if site == nil, LinkedData.types(object).contains("WebSite") { site = object["name"]?.stringValue }
                guard LinkedData.types(object).contains(where: { $0.hasSuffix("WebPage") || $0.hasSuffix("Page") }) else { continue }
                published = published ?? text(object["datePublished"])
                modified = modified ?? text(object["dateModified"])
                description = description ?? text(object["description"])
                if authors.isEmpty, organizations.isEmpty { fillAuthors(object, byID) }
            }
            return
        }
        isArticle = !articles.isEmpty
        headline = text(article["headline"]) ?? text(article["name"])
        published = text(article["datePublished"]) ?? text(article["dateCreated"])
        modified = text(article["dateModified"])
        description = text(article["description"])
        body = text(article["articleBody"]) ?? text(article["text"])
        paragraphs = LinkedData.paragraphs(article["articleBody"]?.stringValue ?? "")
        section = LinkedData.strings(article["articleSection"]).first
        tags = LinkedData.strings(article["keywords"]).flatMap { $0.split(separator: ",").map { TextNormalizer.line(String($0)) } }.filter { !$0.isEmpty }
        language = text(article["inLanguage"])
        url = text(article["url"]) ?? text(article["mainEntityOfPage"]) ?? text(article["mainEntityOfPage"]?["@id"])
        site = LinkedData.names(article["publisher"], byID).first
        fillAuthors(article, byID)
        // Some plug-ins name the author at the page's object only.
        for object in objects where authors.isEmpty && organizations.isEmpty && LinkedData.types(object).contains("WebPage") { fillAuthors(object, byID) }
        image = LinkedData.image(article["image"])
    }

    private mutating func fillAuthors(_ object: [String: JSONValue], _ byID: [String: [String: JSONValue]]) {
        let value = object["author"] ?? object["creator"]
        let all = LinkedData.elements(value)
        for element in all {
            var described = element
            if element["@type"] == nil, let id = element["@id"]?.stringValue, let other = byID[id] { described = .object(other) }
            let isOrganization = LinkedData.strings(described["@type"]).contains { $0.hasSuffix("Organization") }
            let names = LinkedData.names(element, byID)
            if isOrganization { organizations += names } else { authors += names }
        }
    }

    /// A value's elements: an array's, those of JSON-LD's `@list`, or the value alone.
    private static func elements(_ value: JSONValue?) -> [JSONValue] {
        guard let value else { return [] }
        if case .array(let elements) = value["@list"] ?? value { return elements }
        return [value]
    }

    private func text(_ value: JSONValue?) -> String? {
        guard let text = value?.stringValue ?? LinkedData.strings(value).first ?? value?.integerValue.map({ "\($0)" }) else { return nil }
        let line = TextNormalizer.line(HTMLEntities.decode(text))
        return line.isEmpty ? nil : line
    }

    /// Lines of the text, without tags; those that end a block element end a line.
    private static func paragraphs(_ text: String) -> [String] {
        let bytes = Array(HTMLEntities.decode(text).utf8)
        var lines: [String] = []
        var line: [UInt8] = []
        func endLine() {
            let text = TextNormalizer.line(line)
            if !text.isEmpty { lines.append(text) }
            line.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if bytes[index] == UInt8(ascii: "<"), next == UInt8(ascii: "/") || (next | 0x20) &- 0x61 < 26,
                let end = bytes[index...].prefix(400).firstIndex(of: UInt8(ascii: ">"))
            {
                let name = String(decoding: bytes[index + 1..<end].prefix { $0 > 0x20 }, as: UTF8.self).lowercased()
                if ["/p", "/div", "/li", "br", "br/", "/h2", "/h3", "/h4", "/blockquote"].contains(name) { endLine() }
                index = end
            } else if bytes[index] == 0x0A {
                endLine()
            } else {
                line.append(bytes[index])
            }
            index += 1
        }
        endLine()
        return lines
    }

    private static func collect(_ value: JSONValue, into objects: inout [[String: JSONValue]], byID: inout [String: [String: JSONValue]], depth: Int) {
        guard depth < 8 else { return }
        switch value {
        case .array(let elements):
            for element in elements { collect(element, into: &objects, byID: &byID, depth: depth + 1) }
        case .object(let members):
            objects.append(members)
            if let id = members["@id"]?.stringValue, members.count > 1 { byID[id] = members }
            for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "author"] {
                if let inner = members[name] { collect(inner, into: &objects, byID: &byID, depth: depth + 1) }
            }
        default: break
        }
    }

    private static func types(_ object: [String: JSONValue]) -> [String] { strings(object["@type"]) }

    private static func isArticle(_ object: [String: JSONValue]) -> Bool {
        types(object).contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review" || $0 == "Recipe" }
    }

    /// Other written works that pages are about.
    private static func isWork(_ object: [String: JSONValue]) -> Bool {
        types(object).contains { $0 == "HowTo" || $0.hasPrefix("CreativeWork") || $0 == "Question" }
    }

    private static func richness(_ object: [String: JSONValue]) -> Int {
        var points = 0
        for (name, weight) in [("articleBody", 4), ("datePublished", 3), ("headline", 2), ("author", 2), ("publisher", 1)] where object[name] != nil { points += weight }
        return points
    }

    private static func strings(_ value: JSONValue?) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let elements): elements.compactMap(\.stringValue)
        default: []
        }
    }

    /// The names of persons or bodies given as text, object, reference or list of these.
    private static func names(_ value: JSONValue?, _ byID: [String: [String: JSONValue]]) -> [String] {
        switch value {
        case .string(let text): return [TextNormalizer.line(HTMLEntities.decode(text))]
        case .array(let elements): return elements.flatMap { names($0, byID) }
        case .object(let members):
            if let name = members["name"] { return strings(name).map { TextNormalizer.line(HTMLEntities.decode($0)) } }
            if let id = members["@id"]?.stringValue, let other = byID[id], let name = other["name"] {
                return strings(name).map { TextNormalizer.line(HTMLEntities.decode($0)) }
            }
            let parts = [members["givenName"], members["familyName"]].compactMap { $0?.stringValue }
            return parts.isEmpty ? [] : [TextNormalizer.line(HTMLEntities.decode(parts.joined(separator: " ")))]
        default: return []
        }
    }

    private static func image(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text): text
        case .array(let elements): elements.first.flatMap { image($0) }
        case .object(let members): members["url"]?.stringValue ?? members["contentUrl"]?.stringValue
        default: nil
        }
    }
}
