import Foundation
import StageKit
import Synchronization
import Testing
import TestSupport

/// Runs whose summaries come from a server: what is asked, what it costs, what is written where, and what a kill leaves.
@Suite(.serialized) struct HTTPSummaryTests {
    private static let key = "sk-copydesk-test-4711"

    private func workspace(_ server: LoopbackServer, articles: Int, http: String = "", top: String = "") throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write("h.yaml", """
            pipeline: h
            \(top)
            stages:
              - load: in/*
              - segment
              - summarize:
                  backend: http
                  http: {endpoint: "\(server.endpoint)", model: small, key_from: TEST_KEY, retry_pause: 1ms, prompt_price: 1, completion_price: 2\(http)}
              - export: {jsonl: out/a.jsonl}
            """)
        var lines = ""
        for number in 0..<articles { lines += "{\"title\": \"\(number)\", \"text\": \"The ferry no. \(number) left Porto on Monday. Mayor Tom Ward waved.\"}\n" }
        try workspace.write("in/a.jsonl", lines)
        return workspace
    }

    private func run(_ workspace: Workspace, _ arguments: String...) throws -> Program.Result {
        try Program.run(["run", "h.yaml"] + arguments, in: workspace.path, environment: ["TEST_KEY": Self.key])
    }

    private func counts(_ workspace: Workspace) throws -> JSONValue? {
        try workspace.records("state/copydesk/h/run.json").first?["stages"]?.arrayValue?[2]["counts"]
    }

    /// Says something of the article's own, so that answers cannot be mixed up; refuses other keys, repeating them.
    @Sendable private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        let given = request.headers["authorization"] ?? "none"
        guard given == "Bearer \(key)" else { return .answer(401, "{\"error\":{\"message\":\"Incorrect API key provided: \(given.dropFirst(7))\"}}") }
        let number = request.text.firstRange(of: "ferry no. ").map { request.text[$0.upperBound...].prefix { $0.isNumber } } ?? "?"
        return .answer(200, LoopbackServer.completion("Ferry no. \(number) left Porto.", tokens: (50, 10)))
    }

    @Test(arguments: ["", "isolation: process"]) func theSecondRunCostsNothingAndWritesTheSame(top: String) throws {
        let server = try LoopbackServer(Self.answer)
        let workspace = try workspace(server, articles: 40, http: ", concurrency: 2", top: top)
        let first = try run(workspace, "--workers", "4", "--batch", "3")
        #expect(first.exitCode == 0, "\(first.errors)")
        let records = try workspace.records("out/a.jsonl")
        #expect(records.map { $0["summary"]?["text"]?.stringValue } == (0..<40).map { "Ferry no. \($0) left Porto." })
        #expect(records.allSatisfy { $0["extensions"]?["summary"] == ["source": "http", "model": "small"] })
        #expect(try counts(workspace) == ["requests": 40, "prompt_tokens": 2000, "completion_tokens": 400, "cost": .number(0.0028)])
        #expect(first.output.contains("summarize: 40 requests, 2000 prompt tokens, 400 completion tokens, 0.0028 cost"))
        #expect(server.requests.count == 40 && server.mostActive <= 2)

        let bytes = try workspace.read("out/a.jsonl")
        #expect(try run(workspace, "--workers", "1").exitCode == 0)
        #expect(try workspace.read("out/a.jsonl") == bytes)
        #expect(server.requests.count == 40)
        #expect(try counts(workspace) == ["cached_answers": 40])
        try expectNoKey(in: workspace, [first])
    }

    /// Neither outputs, state, quarantine and logs nor what the terminal shows have the key, also where the server repeats it.
    private func expectNoKey(in workspace: Workspace, _ results: [Program.Result]) throws {
        for result in results { #expect(!result.output.contains(Self.key) && !result.errors.contains(Self.key)) }
        let found = try Program.shell("grep -rlaF -e \"$2\" \"$1\"", workspace.path, Self.key)
        #expect(found.output == "")
        #expect(try Program.shell("grep -rlaF -e 'Tom Ward' \"$1\"", workspace.path).output != "")
    }

    @Test func theKeyIsWrittenNowhereWhateverTheServerSays() throws {
        let server = try LoopbackServer { _ in .answer(401, "{\"error\":{\"message\":\"Incorrect API key provided: \(Self.key)\"}}") }
        let workspace = try workspace(server, articles: 3, http: ", unanswered: quarantine", top: "errors: {most: 100%}")
        let results = [
            try run(workspace, "--log-format", "json"),
            try Program.run(["status", "h.yaml"], in: workspace.path, environment: ["TEST_KEY": Self.key]),
            try Program.run(["preview", "in/a.jsonl", "--pipeline", "h.yaml"], in: workspace.path, environment: ["TEST_KEY": Self.key]),
        ]
        #expect(results[0].exitCode == 3)
        #expect(try workspace.quarantine(of: "h").first?["reason"] == "the server answers with status 401: Incorrect API key provided: [key]")
        #expect(results[2].output.contains("Incorrect API key provided: [key]"))
        try expectNoKey(in: workspace, results)
    }

    /// What was answered before a kill is not paid for again; only what was under way is.
    @Test(arguments: ["", "isolation: process"]) func aKillCostsOnlyWhatWasUnderWay(top: String) throws {
        let server = try LoopbackServer { .later(0.01, Self.answer($0)) }
        let workspace = try workspace(server, articles: 60, top: top)
        let running = try Program.start(
            ["run", "h.yaml", "--workers", "2", "--batch", "4", "--commit-every", "0s"], in: workspace.path, environment: ["TEST_KEY": Self.key])
        while running.process.isRunning, server.requests.count < 20 { usleep(1000) }
        kill(running.process.processIdentifier, SIGKILL)
        #expect(running.wait().wasKilled)
        usleep(200_000)
        let before = server.requests.count
        #expect(before < 60)
        #expect(try run(workspace, "--workers", "2").exitCode == 0)
        let asked = server.requests.count
        #expect(asked >= 60 && asked <= 62, "\(asked) requests for 60 articles, \(before) before the kill")
        #expect(try workspace.records("out/a.jsonl").map { $0["summary"]?["text"]?.stringValue } == (0..<60).map { "Ferry no. \($0) left Porto." })
    }

    @Test(arguments: ["", "isolation: process"]) func aSignalDuringARequestEndsTheRunWithinSeconds(top: String) throws {
        let isUp = Mutex(false)
        let server = try LoopbackServer { isUp.withLock { $0 } ? Self.answer($0) : .silence }
        let workspace = try workspace(server, articles: 5, top: top)
        let running = try Program.start(["run", "h.yaml"], in: workspace.path, environment: ["TEST_KEY": Self.key])
        while running.process.isRunning, server.requests.isEmpty { usleep(1000) }
        let asked = Date()
        kill(running.process.processIdentifier, SIGTERM)
        let result = running.wait()
        #expect(result.exitCode == 143 && !result.wasKilled, "\(result.errors)")
        #expect(Date().timeIntervalSince(asked) < 6)
        isUp.withLock { $0 = true }
        #expect(try run(workspace).exitCode == 0)
        #expect(try workspace.records("out/a.jsonl").count == 5)
        #expect(try workspace.quarantine(of: "h").isEmpty)
    }

    @Test(arguments: ["", "isolation: process"]) func aServerThatIsGoneEndsTheRunWhereThatIsAsked(top: String) throws {
        let isUp = Mutex(true)
        let server = try LoopbackServer { request in
            isUp.withLock { $0 } && request.number != 12 ? Self.answer(request) : .answer(503, "")
        }
        let workspace = try workspace(server, articles: 30, http: ", outage: stop, outage_after: 1, retries: 0", top: top)
        let stopped = try run(workspace, "--workers", "1", "--batch", "4", "--commit-every", "0s")
        #expect(stopped.exitCode == 1)
        #expect(stopped.errors.contains("answers with status 503"), "\(stopped.errors)")
        #expect(!workspace.exists("out/a.jsonl"))
        #expect(try workspace.quarantine(of: "h").isEmpty)
        let next = try run(workspace)
        #expect(next.exitCode == 0 && next.errors.contains("going on with the run of "), "\(next.errors)")
        #expect(try workspace.records("out/a.jsonl").map { $0["extensions"]?["summary"]?["source"] } == Array(repeating: "http", count: 30))
    }

    /// A server that is slower than an article may take is none of the articles' fault.
    @Test func waitingForTheServerDoesNotCountAgainstTheArticle() throws {
        let server = try LoopbackServer { .later(6, Self.answer($0)) }
        let workspace = try workspace(server, articles: 2, top: "isolation: process\nlimits: {seconds: 4}")
        let result = try run(workspace, "--workers", "2", "--batch", "1")
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(try workspace.records("out/a.jsonl").count == 2)
    }

    @Test func checkAsksNothingAndPreviewSaysWhatItAsks() throws {
        let server = try LoopbackServer(Self.answer)
        let workspace = try workspace(server, articles: 1)
        #expect(try workspace.run("check", "h.yaml").exitCode == 0)
        #expect(server.requests.isEmpty)
        let preview = try workspace.run("preview", "in/a.jsonl", "--pipeline", "h.yaml", environment: ["TEST_KEY": Self.key])
        #expect(preview.exitCode == 0 && server.requests.count == 1)
        #expect(preview.output.contains("asked small at http://127.0.0.1:\(server.port): 50 + 10 tokens"), "\(preview.output)")
        #expect(!workspace.exists("state"))
    }
}
