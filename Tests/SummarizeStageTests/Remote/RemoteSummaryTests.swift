import Foundation
import StageKit
@testable import SummarizeStage
import Testing
import TestSupport

/// The stage against a server of ours, which answers well and in every wrong way.
@Suite struct RemoteSummaryTests {
    typealias Reply = LoopbackServer.Reply

    @Test func takesTheModelsSummaryAndSaysSo() throws {
        let server = try LoopbackServer(LoopbackServer.saying(RemoteTrial.good))
        let trial = try RemoteTrial(server.endpoint)
        trial.set { ($0.promptPrice, $0.completionPrice) = (2, 10) }
        let article = try trial.summarized()
        #expect(article.summary == Summary(text: RemoteTrial.good, sentences: []))
        #expect(article.origin == ["source": "http", "model": "small"])
        #expect(trial.counts == ["requests": 1, "prompt_tokens": 100, "completion_tokens": 20, "cost": 400])
        #expect(trial.run.renewals.withLock { $0 } > 0)
    }

    @Test func asksAsOpenAIDoes() throws {
        let server = try LoopbackServer(LoopbackServer.saying(RemoteTrial.good))
        let trial = try RemoteTrial(server.endpoint)
        trial.stage.sentences = 2
        trial.set {
            $0.seed = 7
            $0.parameters = ["top_p": 0.5, "max_tokens": .null, "max_completion_tokens": 99]
        }
        _ = try trial.summarized()
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /v1/chat/completions HTTP/1.1")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.headers["authorization"] == nil)
        let body = try JSONParser.parse(request.body)
        #expect(body["model"] == "small" && body["temperature"] == 0.0 && body["seed"] == 7 && body["stream"] == false)
        #expect(body["max_tokens"] == nil && body["max_completion_tokens"] == 99 && body["top_p"] == 0.5)
        let messages = body["messages"]?.arrayValue ?? []
        #expect(messages.map { $0["role"] } == ["system", "user"])
        let question = messages.last?["content"]?.stringValue ?? ""
        #expect(question.contains("in at most 2 sentences, as running text, in this language: en"))
        #expect(question.contains("Title: Harbour closes"))
        #expect(question.hasSuffix(RemoteTrial.text))
    }

    @Test func whatPassesIsAskedAgain() throws {
        let server = try LoopbackServer { request in
            switch request.number {
            case 0: .answer(500, "")
            case 1: .raw([])
            case 2: .answer(200, "{\"choices\":[{\"mess")
            default: .answer(200, LoopbackServer.completion(RemoteTrial.good))
            }
        }
        let trial = try RemoteTrial(server.endpoint)
        let article = try trial.summarized()
        #expect(article.summary?.text == RemoteTrial.good)
        #expect(server.requests.count == 4 && trial.counts["fallbacks"] == nil)
        // libcurl itself asks again where a connection that it had kept was closed.
        #expect([2, 3].contains(trial.counts["retries"]))
    }

    @Test func retryAfterIsWaitedFor() throws {
        let server = try LoopbackServer { request in
            request.number == 0 ? .answer(429, headers: ["Retry-After: 1"], "") : .answer(200, LoopbackServer.completion(RemoteTrial.good))
        }
        let began = MonotonicTime.seconds
        #expect(try RemoteTrial(server.endpoint).summarized().summary?.text == RemoteTrial.good)
        #expect(MonotonicTime.seconds - began >= 1)
    }

    /// A server that wants to be left alone for an hour does not hold the run up.
    @Test func retryAfterAnHourIsNotWaitedFor() throws {
        let server = try LoopbackServer { _ in .answer(429, headers: ["Retry-After: 3600"], "{\"error\":{\"message\":\"quota\"}}") }
        let article = try RemoteTrial(server.endpoint).summarized()
        #expect(article.reason == "the server answers with status 429: quota")
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [
        ("slow", Reply.later(3, .answer(200, LoopbackServer.completion(RemoteTrial.good))), "the server did not answer in time, asked 2 times"),
        ("silent", .silence, "the server did not answer in time, asked 2 times"),
        ("closing early", .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".utf8)), "the server closed the connection before it had answered, asked 2 times"),
        ("no HTTP", .raw(Array("hello\r\n\r\n".utf8)), nil),
        ("broken JSON", .answer(200, "{\"choices\":"), "the server answers with what is no chat completion (application/json): it is not JSON: the text ends where a value should be at byte 11, asked 2 times"),
        ("a page", .answer(200, type: "text/html", "<html>Log in</html>"), "the server answers with what is no chat completion (text/html): it is not JSON: a value should be here at byte 0, asked 2 times"),
        ("no choices", .answer(200, "{}"), "the server answers with what is no chat completion (application/json): it has no 'choices', asked 2 times"),
        ("a key refused", .answer(401, "{\"error\":{\"message\":\"no such key\"}}"), "the server answers with status 401: no such key"),
        ("no such model", .answer(404, "{\"error\":\"model not found\"}"), "the server answers with status 404: model not found"),
        ("too long a question", .answer(400, "{\"error\":{\"message\":\"maximum context length is 4096 tokens\"}}"), "the server answers with status 400: maximum context length is 4096 tokens"),
        ("a redirect", .answer(307, headers: ["Location: http://127.0.0.1:1/x"], ""), "the server redirects to another address (status 307)"),
    ] as [(String, Reply, String?)])
    func whatFailsFallsBackWithTheReason(what: String, reply: Reply, reason: String?) throws {
        let server = try LoopbackServer { _ in reply }
        let trial = try RemoteTrial(server.endpoint)
        trial.set {
            $0.retries = 1
            $0.timeout = TimeSpan(seconds: 0.5)
        }
        let article = try trial.summarized()
        #expect(article.origin?["source"] == "extractive", "\(what)")
        if let reason { #expect(article.reason == reason) }
        #expect(article.summary?.sentences.isEmpty == false)
        #expect(trial.counts["fallbacks"] == 1)
    }

    @Test func aHugeAnswerIsCutOff() throws {
        let server = try LoopbackServer { _ in .answer(200, LoopbackServer.completion(String(repeating: "a", count: HTTPClient.longestAnswer))) }
        let article = try RemoteTrial(server.endpoint).summarized()
        #expect(article.reason == "the server answers with more than 4 MB")
        #expect(server.requests.count == 1)
    }

    @Test func chunksAndUnicodeAreRead() throws {
        let text = "Larvik’s harbour closes 🚢 — «for the winter»."
        let server = try LoopbackServer { _ in .chunked(LoopbackServer.completion(text)) }
        #expect(try RemoteTrial(server.endpoint).summarized().summary?.text == text)
    }

    @Test func articlesCanGoToQuarantineInstead() throws {
        let server = try LoopbackServer { _ in .answer(400, "") }
        let trial = try RemoteTrial(server.endpoint)
        trial.set { $0.unanswered = .quarantine }
        #expect(throws: StageFailure("the server answers with status 400")) { try trial.summarized() }
    }

    @Test func inventionsAreFlaggedOrReplaced() throws {
        let server = try LoopbackServer(LoopbackServer.saying("Mayor Jon Vik closes the harbour of Larvik for 37 days."))
        let trial = try RemoteTrial(server.endpoint)
        let flagged = try trial.summarized()
        #expect(flagged.summary?.text.contains("Jon Vik") == true)
        #expect(flagged.origin?["flags"] == [["kind": "number", "text": "37"], ["kind": "name", "text": "Jon Vik"]])
        #expect(trial.counts["flagged"] == 1)
        trial.set { $0.unfaithful = .fallback }
        let replaced = try trial.summarized()
        #expect(replaced.reason == "the model's summary has the number 37, the name Jon Vik, which the article has not")
        #expect(replaced.summary?.sentences.isEmpty == false)
    }

    @Test(arguments: [
        ("", "the answer is empty"), ("<think>Let me see", "the answer is empty"), ("I’m sorry, but I can't help with that.", "the model refuses"),
        ("This one sentence about the harbour of Larvik has very many words more than it was allowed to have.", "the answer is longer than 10 words"),
    ])
    func unusableAnswersFallBack(content: String, reason: String) throws {
        let server = try LoopbackServer(LoopbackServer.saying(content))
        let trial = try RemoteTrial(server.endpoint)
        trial.stage.words = 10
        #expect(try trial.summarized().reason == reason)
    }

    @Test func whatIsTooLongIsShortenedByWholeSentences() throws {
        let server = try LoopbackServer(LoopbackServer.saying("The harbour closes. Repairs cost 2.4 million kroner. Fishermen use Stavern."))
        let trial = try RemoteTrial(server.endpoint)
        trial.stage.words = 9
        let article = try trial.summarized()
        #expect(article.summary?.text == "The harbour closes. Repairs cost 2.4 million kroner.")
        #expect(article.origin?["shortened"] == true)
    }
}
