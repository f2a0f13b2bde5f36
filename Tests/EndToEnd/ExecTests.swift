import Foundation
import StageKit
import Testing

/// Programs of the user's as stages of whole runs.
@Suite(.serialized) struct ExecTests {
    /// A pipeline over a hundred articles with a Python program whose loop body is `body`; it leaves its id in `pid`.
    private func workspace(_ body: String, begin: String = "", settings: String = "") throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write("x.yaml", """
            pipeline: x
            errors: {most: 100%}
            stages:
              - load: in/*
              - clean
              - exec: {command: [python3, stage.py], writes: [extensions.seen]\(settings)}
              - export: {jsonl: out/a.jsonl}
            """)
        try workspace.write("stage.py", """
            import json, os, sys, time
            \(begin)
            sys.stdin.readline()
            open("pid", "w").write(str(os.getpid()))
            print('{"copydesk":1,"name":"x"}', flush=True)
            for line in sys.stdin:
                request = json.loads(line)
                n, text = request["n"], request["article"]["text"]
                \(body)
                print(json.dumps({"n": n, "article": {"extensions": {"seen": len(text)}}}), flush=True)
            """)
        let lines = (0..<100).map { "{\"text\": \"The ferry no. \($0) left Porto on Monday with Ana Reis on board.\"}\n" }
        try workspace.write("in/a.jsonl", lines.joined())
        return workspace
    }

    /// Whether the program is gone, soon.
    private func isGone(_ workspace: Workspace) throws -> Bool {
        let id = try #require(pid_t(String(decoding: try workspace.read("pid"), as: UTF8.self)))
        for _ in 0..<1000 where kill(id, 0) == 0 { usleep(20_000) }
        return kill(id, 0) != 0
    }

    @Test func theExampleInPythonFindsTheQuotesOfTheSamples() throws {
        var first: [UInt8]?
        for workers in ["1", "4"] {
            let workspace = try Workspace()
            let result = try workspace.run("run", "\(Program.project)/Plugins/python/quotes.yaml", "--workers", workers)
            #expect(result.exitCode == 0, "\(result.errors)")
            let bytes = try workspace.read("out/articles.jsonl")
            #expect(first == nil || first == bytes, "the number of workers changes the output")
            first = bytes
            let quotes = try workspace.records("out/articles.jsonl").flatMap { record in
                let scalars = Array((record["text"]?.stringValue ?? "").unicodeScalars)
                return try (record["extensions"]?["quotes"]?.arrayValue ?? []).map { quote in
                    let range = try #require(quote["start"]?.integerValue)..<(try #require(quote["end"]?.integerValue))
                    var text = String.UnicodeScalarView()
                    text.append(contentsOf: scalars[range])
                    #expect(String(text) == quote["text"]?.stringValue)
                    return quote
                }
            }
            #expect(quotes.count > 20)
            #expect(quotes.allSatisfy { $0["sentence"]?.integerValue != nil })
        }
    }

    @Test func aCrashCostsItsArticleAndTheLogSaysWhy() throws {
        let workspace = try workspace("if 'no. 42 ' in text: raise ValueError('\\x1b[31mno')")
        let result = try workspace.run("run", "x.yaml")
        #expect(result.exitCode == 3, "\(result.errors)")
        #expect(try workspace.records("out/a.jsonl").count == 99)
        let failed = try workspace.quarantine(of: "x")
        #expect(failed.map { $0["source"]?["record"]?.integerValue } == [42])
        #expect(failed.first?["stage"] == "exec")
        #expect(result.errors.contains("copydesk: note: exec x, in/a.jsonl:43: ValueError: ␛[31mno\n"), "\(result.errors)")
        #expect(try isGone(workspace))
    }

    @Test func aProgramThatNoLongerStartsEndsTheRunWhichGoesOnLater() throws {
        let workspace = try workspace("if 'no. 42 ' in text and os.path.exists('broken'): sys.exit(1)", begin: "if os.path.exists('pid') and os.path.exists('broken'): sys.exit('no model')")
        try workspace.write("broken", "")
        let result = try workspace.run("run", "x.yaml", "--workers", "1")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("exec: 'python3 stage.py' ended (exit status 1) before it answered; its last words: no model, 5 times in a row"), "\(result.errors)")
        #expect(result.errors.contains("the next run goes on from the last commit"))
        #expect(!workspace.exists("out/a.jsonl"))
        try Program.shell("rm \"$1/broken\"", workspace.path)
        #expect(try workspace.run("run", "x.yaml").exitCode == 0)
        #expect(try workspace.records("out/a.jsonl").count == 100)
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGKILL]) func aProgramThatHangsDoesNotOutliveTheRun(signal: Int32) throws {
        let workspace = try workspace("time.sleep(1000)", settings: ", seconds: 1000")
        let running = try Program.start(["run", "x.yaml", "--quiet", "--workers", "1"], in: workspace.path)
        while running.process.isRunning, !workspace.exists("pid") { usleep(5_000) }
        usleep(100_000)
        kill(running.process.processIdentifier, signal)
        let result = running.wait()
        #expect(signal == SIGKILL ? result.wasKilled : result.exitCode == 128 + signal, "\(result.errors)")
        #expect(try isGone(workspace))
    }

    @Test func anyProgramCanBeHeldToTheProtocol() throws {
        let workspace = try workspace("pass")
        let good = try workspace.run("stages", "--conform", "python3", "\(Program.project)/Plugins/python/quotes.py")
        #expect(good.exitCode == 0)
        #expect(good.output.split(separator: "\n").count == 10 && good.output.split(separator: "\n").allSatisfy { $0.hasPrefix("ok  ") }, "\(good.output)")
        let bad = try workspace.run("stages", "--conform", "python3", "stage.py")
        #expect(bad.exitCode == 1)
        // Its article["text"] is not always there.
        #expect(bad.output.contains("FAILED  it takes an article without text: it ended (exit status 1) before it answered"), "\(bad.output)")
        #expect(try workspace.run("stages", "--conform", "no-such-program").errors.contains("there is no program 'no-such-program' on the PATH"))
    }
}
