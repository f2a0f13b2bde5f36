import StageKit

/// An article that an ordered stage dropped, for the list of them.
struct RepeatedArticle {
    var source: ArticleSource
    var id: ArticleID
    var reason: String
    /// What the stage says of it: what it repeats.
    var layer: JSONValue

    /// One line of the list, with its line feed.
    var line: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("id", id.description)
        json.name("source")
        json.value(source.json)
        json.member("reason", reason)
        for (name, value) in (layer.objectValue ?? [:]).sorted(by: { $0.key < $1.key }) {
            json.name(name)
            json.value(value)
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
