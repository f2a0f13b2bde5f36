import Foundation
import StageKit
import Testing

/// `isolation: process`: a crash, a hang or a greedy article costs that article, and nothing else changes.
@Suite(.serialized) struct IsolationTests {
    private static let stages = """
        stages:
          - load: in.jsonl
          - clean
          - segment
          - entities
          - summarize: {sentences: 1}
          - export:
              - jsonl: out/a.jsonl
              - sqlite: out/b.db

        """

    private func workspace(articles: Int, header: String = "isolation: process") throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write("news.yaml", "pipeline: news\n\(header)\n\(Self.stages)")
        try workspace.write("in.jsonl", (0..<articles).map {
            "{\"title\": \"Ferry \($0)\", \"text\": \"Ferry no. \($0) left Porto with Ana Reis on board. It was late, said Tom Ward.\"}\n"
        }.joined())
        return workspace
    }

    /// Processes that work for the pipeline of this workspace, whether it is theirs or their parent's.
    private func processes(of workspace: Workspace) throws -> [String] {
        let result = try Program.shell("grep -lsa \"$1\" /proc/[0-9]*/cmdline; true", workspace.path)
        return result.output.split(separator: "\n").map(String.init).filter { path in
            let words = (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
            return words.contains("\u{0}worker\u{0}")
        }
    }

    private func expectNoWorkers(of workspace: Workspace) throws {
        // A killed parent's workers die with it, but the kernel takes its time.
        for _ in 0..<100 where try !processes(of: workspace).isEmpty { usleep(50_000) }
        #expect(try processes(of: workspace).isEmpty)
    }

    /// Waits until a run of the workspace has committed something.
    private func waitForProgress(of workspace: Workspace) throws {
        let journal = "state/copydesk/news/journal"
        while !workspace.exists(journal) || (try? workspace.read(journal).count { $0 == 0x0A }) ?? 0 < 4 { usleep(5_000) }
    }

    @Test func aCrashAHangAndAGreedyArticleCostThemselvesAlone() throws {
        let workspace = try workspace(articles: 1000, header: "isolation: process\nlimits: {seconds: 10, memory: 512MB}")
        let result = try workspace.run("run", "news.yaml", environment: ["COPYDESK_STAGE_FAULT": "crash:7,hang:77,memory:777"])
        #expect(result.exitCode == 3, "\(result.errors)")
        let numbers = try workspace.records("out/a.jsonl").compactMap { $0["source"]?["record"]?.integerValue }
        #expect(numbers == (0..<1000).filter { ![7, 77, 777].contains($0) })
        let quarantine = try workspace.quarantine(of: "news")
        #expect(quarantine.map { $0["source"]?["record"]?.integerValue } == [7, 77, 777])
        #expect(quarantine.map { $0["stage"]?.stringValue } == ["clean", "clean", "clean"])
        #expect(
            quarantine.map { $0["reason"]?.stringValue } == [
                "the worker process crashed (SIGSEGV)", "it took longer than limits.seconds (10) allows",
                "it needed more memory than limits.memory (512MB) allows",
            ])
        let line = try workspace.read("in.jsonl").split(separator: 0x0A)[77]
        #expect(quarantine[1]["record"]?["text"]?.stringValue == String(decoding: line, as: UTF8.self))
        try expectNoWorkers(of: workspace)
    }

    @Test func theSamplesGiveTheSameBytesInWorkerProcesses() throws {
        var outputs: [[String: [UInt8]]] = []
        for isolation in ["none", "process"] {
            let workspace = try Workspace()
            try workspace.write("samples.yaml", """
                pipeline: samples
                isolation: \(isolation)
                stages:
                  - load: \(Program.project)/Pipelines/samples/*
                  - clean
                  - segment
                  - entities
                  - summarize
                  - export:
                      - jsonl: out/a.jsonl
                      - jsonl: out/b.jsonl.gz
                      - jsonl: out/c.jsonl.zst
                      - csv: out/d.csv
                      - sqlite: out/e.db
                      - digest: out/f.md
                """)
            let result = try workspace.run("run", "samples.yaml", "--batch", "3")
            #expect(result.exitCode == 0, "\(result.errors)")
            let names = workspace.files.filter { $0.hasPrefix("out/") }
            outputs.append(Dictionary(uniqueKeysWithValues: try names.map { ($0, try workspace.read($0)) }))
            try expectNoWorkers(of: workspace)
        }
        #expect(outputs[0].count == 6)
        for (name, bytes) in outputs[0] { #expect(outputs[1][name] == bytes, "\(name) differs") }
    }

    @Test func articlesLargerThanAPipeComeThrough() throws {
        let workspace = try workspace(articles: 0)
        try workspace.write("big.yaml", "pipeline: big\nisolation: process\nstages:\n  - load: big.jsonl\n  - export: [{jsonl: out.jsonl}]\n")
        let text = String(repeating: "A long story. ", count: 150_000)
        try workspace.write("big.jsonl", (0..<8).map { "{\"title\": \"\($0)\", \"text\": \"\(text)\"}\n" }.joined())
        let result = try workspace.run("run", "big.yaml", "--workers", "1")
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(try workspace.records("out.jsonl").compactMap { $0["title"]?.stringValue } == (0..<8).map(String.init))
    }

    @Test(arguments: [
        ("isolation: proces", "'isolation' must be one of none, process, not 'proces'; did you mean 'process'?"),
        ("isolation: [process]", "'isolation' takes one of none, process, not a list"),
        ("isolaton: process", "unknown name 'isolaton'; did you mean 'isolation'?"),
        ("isolation: process\nlimits: {second: 3}", "'limits' has no setting 'second'; did you mean 'seconds'?"),
        ("isolation: process\nlimits: {seconds: 0}", "'seconds' must be 1 to 86400, not 0"),
        ("isolation: process\nlimits: {seconds: 3s}", "'seconds' takes a whole number, not "),
        ("isolation: process\nlimits: {memory: lots}", "'memory' takes a size such as 64MB, not "),
        ("isolation: process\nlimits: {memory: 1MB}", "'memory' must be 64MB to 1000GB, not 1MB"),
        ("limits: {memory: 1GB}", "'limits.memory' holds for worker processes only; add 'isolation: process'"),
    ])
    func wrongSettingsAreSaid(header: String, message: String) throws {
        let result = try workspace(articles: 0, header: header).run("check", "news.yaml")
        #expect(result.exitCode == 78)
        let errors = result.errors.split(whereSeparator: \.isNewline).joined(separator: " ")
        #expect(message.split(separator: ";").allSatisfy { errors.contains($0.trimmingCharacters(in: .whitespaces)) }, "\(result.errors)")
    }

    @Test func aSignalStopsAnIsolatedRunInTimeAndItGoesOn() throws {
        let workspace = try workspace(articles: 3000, header: "isolation: process\nlimits: {seconds: 600}")
        // One worker hangs when the signal comes: it is not waited for.
        let running = try Program.start(
            ["run", "news.yaml", "--batch", "5", "--commit-every", "0s"], in: workspace.path, environment: ["COPYDESK_STAGE_FAULT": "hang:300"])
        try waitForProgress(of: workspace)
        let began = Date()
        running.process.terminate()
        let stopped = running.wait()
        #expect(stopped.exitCode == 143, "\(stopped.errors)")
        #expect(Date().timeIntervalSince(began) < 5.5)
        #expect(!workspace.exists("out/a.jsonl"))
        try expectNoWorkers(of: workspace)
        let finished = try workspace.run("run", "news.yaml")
        #expect(finished.exitCode == 0, "\(finished.errors)")
        #expect(try workspace.records("out/a.jsonl").count == 3000)
    }

    @Test func aKilledRunLeavesNoWorkersAndTheNextOneFinishesIt() throws {
        let workspace = try workspace(articles: 1000, header: "isolation: process\nlimits: {seconds: 600}")
        #expect(try workspace.run("run", "news.yaml").exitCode == 0)
        let reference = (try workspace.read("out/a.jsonl"), try workspace.read("out/b.db"))
        try Program.shell("rm -rf \"$1/out\" \"$1/state\"", workspace.path)
        // A worker that hangs reads no more of its input, and must go all the same.
        let running = try Program.start(
            ["run", "news.yaml", "--batch", "5", "--commit-every", "0s"], in: workspace.path, environment: ["COPYDESK_STAGE_FAULT": "hang:300"])
        try waitForProgress(of: workspace)
        #expect(try !processes(of: workspace).isEmpty)
        kill(running.process.processIdentifier, SIGKILL)
        #expect(running.wait().wasKilled)
        try expectNoWorkers(of: workspace)
        let result = try workspace.run("run", "news.yaml")
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(try workspace.read("out/a.jsonl") == reference.0)
        #expect(try workspace.read("out/b.db") == reference.1)
    }

    @Test func aWorkerRefusesAnotherPipelineThanTheRuns() throws {
        let workspace = try workspace(articles: 0)
        try workspace.write("other.yaml", "pipeline: other\nstages:\n  - load: in.jsonl\n  - export: [{jsonl: out.jsonl}]\n")
        let hello = "{\"protocol\":\"copydesk-worker\",\"version\":1,\"pipeline\":\"another\"}\n"
        let refused = try worker("other.yaml", in: workspace, input: hello)
        #expect(refused.exitCode == 1)
        #expect(refused.output.contains("is not the pipeline that the run has"))
    }

    @Test func aWorkerAnswersEveryLineAndNothingElse() throws {
        let workspace = try workspace(articles: 0)
        let result = try worker("news.yaml", in: workspace, input: """
            {"protocol":"copydesk-worker","version":1}
            {"source":{"uri":"a","record":0},"record":{"format":"text","text":"Ana Reis left Porto on Monday."}}
            {"source":{"uri":"a"}
            {"source":{"uri":"a","record":1},"record":{"format":"jsonl","text":"broken"}}
            {"source":{"uri":"a","record":2},"record":{"format":"text","base64":"QW5hIGxlZnQu"}}

            """)
        #expect(result.exitCode == 0, "\(result.errors)")
        let lines = try result.output.split(separator: "\n").map { try JSONParser.parse(Array($0.utf8)) }
        try #require(lines.count == 5)
        #expect(lines[0]["stages"] == ["load", "clean", "segment", "entities", "summarize"])
        #expect(lines[1]["article"]?["text"] == "Ana Reis left Porto on Monday.")
        #expect(lines[1]["nanoseconds"]?.arrayValue?.count == 5)
        #expect(lines[2]["error"]?.stringValue?.hasPrefix("a line is not JSON: ") == true)
        #expect(lines[3]["failed"]?["stage"] == "load")
        #expect(lines[4]["article"]?["text"] == "Ana left.")
    }

    @Test(arguments: ["", "\n", "{}\n", "[1]\n", "{\"protocol\":\"copydesk-worker\",\"version\":99}\n", "\u{0}\u{1}\n"])
    func aWorkerRefusesABadHandshake(hello: String) throws {
        let workspace = try workspace(articles: 0)
        let result = try worker("news.yaml", in: workspace, input: hello)
        #expect(result.exitCode == (hello.isEmpty ? 0 : 1))
        #expect(result.output.contains("\"error\"") == !hello.isEmpty)
    }

    private func worker(_ pipeline: String, in workspace: Workspace, input: String) throws -> Program.Result {
        try workspace.write("input", input)
        return try Program.shell("cd \"$1\" && exec \"$2\" worker \"$3\" < input", workspace.path, Program.path, pipeline)
    }
}
