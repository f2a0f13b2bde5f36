internal import StageKit

/// What a server answered: the bytes of a chat completion, read as far as a summary needs them.
struct ChatAnswer: Hashable {
    /// What the model wrote; empty where it refused.
    var content: String
    /// Whether it was cut off because it had written as much as it may.
    var isCutOff: Bool
    /// As the server counts them; 0 where it does not say.
    var promptTokens: Int
    var completionTokens: Int

    /// No server counts more for one article; what says so counts wrong.
    private static let mostTokens = 1_000_000_000

    /// - Throws: why these bytes are no answer, without repeating them.
    init(_ bytes: [UInt8]) throws(StageFailure) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.parse(bytes)
        } catch {
            throw StageFailure("it is not JSON: \(error)")
        }
        guard let choices = value["choices"]?.arrayValue else { throw StageFailure("it has no 'choices'") }
        guard let choice = choices.first, let message = choice["message"] else { throw StageFailure("its 'choices' have no 'message'") }
        guard let content = ChatAnswer.text(message["content"]) else { throw StageFailure("its 'message' has no 'content'") }
        self.content = content
        isCutOff = choice["finish_reason"]?.stringValue == "length"
        func tokens(_ name: String) -> Int { min(max(value["usage"]?[name]?.integerValue ?? 0, 0), ChatAnswer.mostTokens) }
        promptTokens = tokens("prompt_tokens")
        completionTokens = tokens("completion_tokens")
    }

    init(content: String, isCutOff: Bool, promptTokens: Int, completionTokens: Int) {
        self.content = content
        self.isCutOff = isCutOff
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
    }

    /// The content is a text, a list of parts of which some are text, or nothing where the model refused.
    private static func text(_ content: JSONValue?) -> String? {
        switch content {
        case .string(let text): return text
        case .null: return ""
        case .array(let parts): return parts.compactMap { $0["text"]?.stringValue }.joined()
        default: return nil
        }
    }

    /// What a server says in the body of a refusal; nil where it says nothing that can be understood.
    static func refusal(_ bytes: [UInt8]) -> String? {
        guard let value = try? JSONParser.parse(bytes) else { return nil }
        let error = value["error"] ?? value
        return error.stringValue ?? error["message"]?.stringValue ?? value["message"]?.stringValue ?? value["detail"]?.stringValue
    }
}
