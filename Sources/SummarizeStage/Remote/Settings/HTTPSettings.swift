public import StageKit

/// `http:` of the summarize stage: which server to ask, how, and what to make of its answers.
///
/// Any server that speaks OpenAI's chat completions will do. docs/summarize-http.md describes each setting.
public struct HTTPSettings: NestedSettings {
    @Setting(required: "Where the server is: its base URL, or the whole one that ends in /chat/completions.")
    public var endpoint = Endpoint()
    @Setting(required: "The model's name, as the server knows it.") public var model = ""
    @Setting("The environment variable that holds the key; the key itself is written nowhere.") public var keyFrom: EnvironmentName?
    @Setting("Whether http:// is allowed to other machines, which sends articles and key for all between to read.") public var plainHttp = false

    @Setting("What is asked, with {title}, {text}, {length} and others to be filled in; a prompt of ours when not given.")
    public var prompt: PromptTemplate?
    @Setting("What the model is told about its work; a prompt of ours when not given.") public var system: PromptTemplate?
    @Setting("How much of an article is sent, in characters; it is cut where a sentence ends.", in: 200...2_000_000) public var mostText = 20_000
    @Setting("How freely the model chooses its words.", in: 0...2) public var temperature = 0.0
    @Setting("What the model takes its chance from, where the server knows how.") public var seed: Int?
    @Setting("How long an answer may be, in the model's tokens.", in: 1...1_000_000) public var maxTokens = 512
    @Setting("Further members of the request, as the server knows them; null leaves one of ours out.") public var parameters: [String: JSONValue] = [:]

    @Setting("How long an answer may take.", in: TimeSpan(seconds: 0.1)...TimeSpan(seconds: 3600)) public var timeout = TimeSpan(seconds: 60)
    @Setting("How often a request is repeated that failed in a way that may pass.", in: 0...20) public var retries = 3
    @Setting("How long to wait before the first repetition; twice as long before each next, a little more or less by chance.",
        in: TimeSpan(seconds: 0.001)...TimeSpan(seconds: 600))
    public var retryPause = TimeSpan(seconds: 1)
    @Setting("How many requests are under way at most, of all workers together.", in: 1...256) public var concurrency = 4

    @Setting("Whether answers are kept in the state folder, so that the same question is not asked twice.") public var cache = true
    @Setting("How long an answer is kept that nobody asks for.", in: TimeSpan(seconds: 86_400)...TimeSpan(seconds: 86_400 * 3650))
    public var cacheAge = TimeSpan(seconds: 86_400 * 90)
    @Setting("How many answers are kept; those go first that were not asked for longest.", in: 1...100_000_000) public var cacheEntries = 200_000

    @Setting("What becomes of a summary with names or numbers that are not in the article, or in another language.")
    public var unfaithful: UnfaithfulUse = .flag
    @Setting("What becomes of an article without a usable answer.") public var unanswered: UnansweredUse = .fallback
    @Setting("What becomes of the run when the server is gone.") public var outage: OutageUse = .continue
    @Setting("So many articles in a row without an answer mean that it is; one, where it never answered.", in: 1...10_000) public var outageAfter = 5
    @Setting("How long nothing is asked then, until one article tries again.", in: TimeSpan(seconds: 0.01)...TimeSpan(seconds: 86_400))
    public var outagePause = TimeSpan(seconds: 60)

    @Setting("What a million tokens of a question cost, for the report.", in: 0...1_000_000) public var promptPrice = 0.0
    @Setting("What a million tokens of an answer cost, for the report.", in: 0...1_000_000) public var completionPrice = 0.0

    public init() {}

    public func contradictions() -> [String] {
        var problems: [String] = []
        if model.isEmpty { problems.append("'model' names no model") }
        if let prompt, !prompt.places.contains(.text) { problems.append("'prompt' has no {text}: the model would not see the article") }
        if let name = parameters.keys.sorted().first(where: ChatRequest.ownMembers.contains) {
            problems.append("'parameters' cannot hold '\(name)'; that is the stage's own")
        }
        if endpoint.sendsInClear, !plainHttp {
            problems.append("'endpoint' is http:// on another machine, which sends articles and key for all between to read; use https://, or write 'plain_http: true'")
        }
        return problems
    }
}
