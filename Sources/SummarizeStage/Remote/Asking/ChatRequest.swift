internal import StageKit

/// The question about one article: the body of a request to `/chat/completions`.
struct ChatRequest {
    /// What no pipeline's `parameters` may set: without them it would not be this question.
    static let ownMembers: Set<String> = ["messages", "model", "stream", "n"]

    /// JSON; the same bytes for the same settings and article.
    let body: [UInt8]

    init(_ settings: HTTPSettings, system: String, prompt: String) {
        var members: [(name: String, value: JSONValue)] = [
            ("temperature", .number(settings.temperature)), ("max_tokens", .integer(settings.maxTokens)),
        ]
        if let seed = settings.seed { members.append(("seed", .integer(seed))) }
        members.removeAll { settings.parameters.keys.contains($0.name) }
        members += settings.parameters.sorted { $0.key < $1.key }.filter { $0.value != .null }.map { ($0.key, $0.value) }

        var json = JSONWriter()
        json.beginObject()
        json.member("model", settings.model)
        json.name("messages")
        json.beginArray()
        for (role, content) in [("system", system), ("user", prompt)] where !content.isEmpty {
            json.beginObject()
            json.member("role", role)
            json.member("content", content)
            json.endObject()
        }
        json.endArray()
        for member in members {
            json.name(member.name)
            json.value(member.value)
        }
        json.name("stream")
        json.bool(false)
        json.endObject()
        body = json.bytes
    }

    /// What the answer depends on: where it is asked, and what.
    func hash(at endpoint: Endpoint) -> ContentHash {
        // The number changes when a later version would make something else of the same stored answer's bytes.
        ContentHash(Array("summary 1 \(endpoint.url)\n".utf8) + body)
    }
}
