import StageKit

/// An item of a feed, as the JSON object that `load` reads an article from.
struct FeedItem {
    let json: [UInt8]

    /// - Parameters:
    ///   - site: the feed's title.
    ///   - language: the feed's language.
    init(_ item: FeedElement, site: String?, language: String?) {
        // The whole article where the feed has it, else what it says of it.
        let whole = item.child("encoded", prefix: "content").map(\.text) ?? item.child("content").map(FeedItem.content)
        let excerpt = item.child("description").map(\.text) ?? item.child("summary").map(FeedItem.content)
        let text = [whole, excerpt].compactMap(\.self).first { FeedText.line($0) != nil }

        var json = JSONWriter()
        json.beginObject()
        json.member("title", item.child("title")?.plainText)
        // Markup is for `clean`, which takes a text with tags for what it is.
        json.member("text", text.map { FeedText.isMarkup($0) ? $0 : FeedText.decoded($0) })
        if let excerpt, excerpt != text { json.member("description", FeedText.line(excerpt)) }
        json.member("url", FeedItem.link(item))
        json.member("byline", FeedItem.authors(item))
        let updated = item.child("updated")?.plainText
        json.member("published", item.child("pubDate")?.plainText ?? item.child("date", prefix: "dc")?.plainText ?? item.child("published")?.plainText ?? updated)
        json.member("modified", updated)
        json.member("tags", item.children("category").compactMap { FeedText.line($0.attribute("term") ?? $0.text) } + item.children("subject", prefix: "dc").compactMap(\.plainText))
        json.member("site", item.child("source")?.child("title")?.plainText ?? site)
        json.member("language", item.attribute("lang") ?? item.child("language", prefix: "dc")?.plainText ?? language)
        json.member("image", FeedItem.image(item))
        json.member("guid", item.child("guid")?.plainText ?? item.child("id")?.plainText)
        json.endObject()
        self.json = json.bytes
    }

    /// An Atom text (RFC 4287, 3.1 and 4.1.3): escaped HTML, XHTML, or plain.
    private static func content(_ element: FeedElement) -> String {
        switch element.attribute("type") {
        case "xhtml": element.markup
        // A plain text's `<` is no tag.
        case nil, "text": element.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        default: element.text
        }
    }

    private static func link(_ item: FeedElement) -> String? {
        let links = item.children("link")
        let atom = links.first { ($0.attribute("rel") ?? "alternate") == "alternate" }?.attribute("href")
        let guid = item.child("guid").flatMap { $0.attribute("isPermaLink") == "false" ? nil : $0.plainText }
        return links.lazy.compactMap(\.plainText).first ?? atom ?? guid.flatMap { $0.hasPrefix("http") ? $0 : nil }
    }

    private static func authors(_ item: FeedElement) -> [String] {
        let creators = item.children("creator", prefix: "dc").compactMap(\.plainText)
        guard creators.isEmpty else { return creators }
        return item.children("author").compactMap { author in
            if let name = author.child("name") { return name.plainText }
            // RSS 2.0 wants an address there, and has the name in brackets behind it: `desk@example.org (Ada Lind)`.
            guard let text = author.plainText, let open = text.lastIndex(of: "("), text.last == ")" else { return author.plainText }
            return FeedText.line(String(text[text.index(after: open)...].dropLast()))
        }
    }

    private static func image(_ item: FeedElement) -> String? {
        let media = (item.children("content", prefix: "media") + item.children("thumbnail", prefix: "media")).first { ($0.attribute("medium") ?? "image") == "image" }
        return media?.attribute("url") ?? item.children("enclosure").first { $0.attribute("type")?.hasPrefix("image/") == true }?.attribute("url")
    }
}
