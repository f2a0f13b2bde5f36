@testable import SummarizeStage
import StageKit
import Testing

/// The settings, before anything is asked.
@Suite struct HTTPSettingsTests {
    private func problems(_ members: [String: JSONValue], backend: JSONValue? = "http") -> [String] {
        var problems: [Diagnostic] = []
        let place = SourceLocation(file: "p.yaml", line: 1, column: 1)
        var all: [String: JSONValue] = ["http": .object(members)]
        all["backend"] = backend
        _ = SummarizeStage.configured(by: ConfigNode(.object(all), at: place), at: place, title: "stage 'summarize'", problems: &problems)
        return problems.map { ([$0.message] + [$0.advice].compactMap { $0 }).joined(separator: "; ") }
    }

    private static let good: [String: JSONValue] = ["endpoint": "http://127.0.0.1:8080/v1", "model": "small"]

    @Test func theLeastIsAnEndpointAndAModel() {
        #expect(problems(Self.good) == [])
        #expect(problems(Self.good, backend: "extractive") == [])
        #expect(problems(Self.good, backend: nil) == ["stage 'summarize': 'http' has no effect without 'backend: http'"])
        #expect(problems([:]).map { $0.prefix(26) } == ["'http' needs 'endpoint'; end", "'http' needs 'model'; model"].map { $0.prefix(26) })
        var stage = SummarizeStage()
        stage.backend = .http
        #expect(stage.contradictions() == ["'backend: http' needs 'http' with at least 'endpoint' and 'model'"])
        #expect(stage.writes == [.summary, .layer("summary")])
    }

    @Test(arguments: [
        ("http://localhost:8080/v1", "http://localhost:8080/v1/chat/completions"), ("http://[::1]/", "http://[::1]/chat/completions"),
        ("HTTPS://Api.Example.com/v1/", "https://Api.Example.com/v1/chat/completions"), ("http://127.9.0.1/x/chat/completions", "http://127.9.0.1/x/chat/completions"),
        ("https://example.com/chat/completions?version=2", "https://example.com/chat/completions?version=2"),
    ])
    func anEndpointIsABaseOrWhole(text: String, url: String) throws {
        let endpoint = try Endpoint(text)
        #expect(endpoint.url == url && !endpoint.sendsInClear)
        #expect(endpoint.isLoopback == text.hasPrefix("http:"))
    }

    @Test(arguments: [
        "ftp://a/", "//a", "", "http://", "http://a b/", "http://a/\n", "http://user:secret@a/", "http://a/#x", "http://a:0/", "http://a:99999/", "http://a:x/", "http://[::zz]/",
        "http://ä.example/", "http://a\\@b/", "file:///etc/passwd",
    ])
    func whatIsNoAddressIsRefusedWithoutRepeatingIt(text: String) {
        var members = Self.good
        members["endpoint"] = .string(text)
        let problems = problems(members)
        #expect(problems.count == 1 && !problems[0].contains("secret"), "\(problems)")
    }

    @Test(arguments: ["http://example.com/v1", "http://127.0.0.1.example.com/", "http://10.0.0.7:8000/v1", "http://localhost.example/"])
    func plainHttpToOtherMachinesMustBeAllowed(text: String) {
        var members = Self.good
        members["endpoint"] = .string(text)
        #expect(problems(members).first?.contains("write 'plain_http: true'") == true)
        members["plain_http"] = true
        #expect(problems(members) == [])
    }

    @Test(arguments: ["sk-very-secret", "a b", "", "1A"]) func aKeyInThePipelineFileIsRefusedWithoutRepeatingIt(text: String) {
        var members = Self.good
        members["key_from"] = .string(text)
        #expect(problems(members) == ["'key_from' takes the name of an environment variable; write OPENAI_API_KEY, not ${OPENAI_API_KEY} and not the key itself"])
    }

    @Test func promptsNameWhatTheyCanBeFilledWith() throws {
        var members = Self.good
        members["prompt"] = "Sum {titel} up: {text}"
        #expect(problems(members) == ["'prompt': there is nothing to fill '{titel}' with; did you mean '{title}'?"])
        members["prompt"] = "Sum it up."
        #expect(problems(members).first?.contains("'prompt' has no {text}") == true)
        members["prompt"] = .null
        members["parameters"] = ["stream": true]
        #expect(problems(members).first?.contains("'parameters' cannot hold 'stream'") == true)
        let template = try PromptTemplate("{title}: {text} as {\"summary\": \"…\"} or {{text}} {} { }}")
        #expect(template.filled { $0 == .text ? "It says {title} and {{." : "T" } == "T: It says {title} and {{. as {\"summary\": \"…\"} or {text} {} { }")
    }

    @Test(arguments: [200, 60, 13, 1]) func theTextIsCutWhereASentenceEnds(most: Int) throws {
        let trial = try RemoteTrial("http://127.0.0.1:1/v1")
        let article = try trial.article("Über Larvik. The harbour closes. Nobody knows why it does.")
        let text = try #require(article.text)
        let expected = [200: text.string, 60: text.string, 13: "Über Larvik.", 1: "Ü"]
        #expect(Prompt.beginning(of: text, article.sentences, most: most) == expected[most])
    }

    @Test func aKeyThatIsNotSetIsSaidBeforeTheFirstArticle() throws {
        let trial = try RemoteTrial("http://127.0.0.1:1/v1")
        trial.set { $0.keyFrom = EnvironmentName("COPYDESK_TEST_NO_SUCH_KEY") }
        #expect(throws: StageFailure("the environment variable COPYDESK_TEST_NO_SUCH_KEY, which 'key_from' names, is not set", advice: "set it to the server's key")) {
            try trial.worker()
        }
    }

    @Test func aServersWordsHoldNeitherKeyNorArticle() {
        let question = Array("The mayor has been seen with a goat in the harbour at night.".utf8)
        #expect(HTTPAnswer.quotable("Incorrect key: sk-1234", hiding: "sk-1234", question) == "Incorrect key: [key]")
        #expect(HTTPAnswer.quotable("cannot process 'has been seen with a goat in the harbour'", hiding: nil, question) == nil)
        #expect(HTTPAnswer.quotable("\u{1B}[2Jbad", hiding: nil, question)?.contains("\u{1B}") == false)
    }
}
