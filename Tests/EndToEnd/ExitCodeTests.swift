import Foundation
import Testing

/// The exit codes that README promises, each from the built program.
@Suite struct ExitCodeTests {
    private let pipeline = """
        pipeline: news
        stages:
          - load: in/*
          - clean
          - segment
          - export: [{jsonl: out/news.jsonl}]
        """

    private func workspace(articles: Int = 3) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write("news.yaml", pipeline)
        for number in 0..<articles {
            try workspace.write("in/\(number).txt", "The council met on day \(number). It decided nothing.\n")
        }
        return workspace
    }

    @Test func zeroWhenAllIsDone() throws {
        let workspace = try workspace()
        let result = try workspace.run("run", "news.yaml")
        #expect(result.exitCode == 0)
        #expect(try workspace.records("out/news.jsonl").count == 3)
        #expect(result.output.contains("3 articles in "))
    }

    @Test func zeroWhenAGlobMatchesNothing() throws {
        let workspace = try workspace(articles: 0)
        #expect(try workspace.run("run", "news.yaml").exitCode == 0)
    }

    @Test func oneWhenTheOutputCannotBeWritten() throws {
        let workspace = try workspace()
        try workspace.write("out", "a file where a folder should be")
        let result = try workspace.run("run", "news.yaml")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("export: "))
        #expect(try workspace.read("out") == Array("a file where a folder should be".utf8))
    }

    @Test func threeWhenSomeAreInQuarantine() throws {
        let workspace = try workspace()
        try workspace.write("in/bad.jsonl", "{broken\n")
        let result = try workspace.run("run", "news.yaml")
        #expect(result.exitCode == 3)
        #expect(try workspace.records("out/news.jsonl").count == 3)
        #expect(try workspace.quarantine(of: "news").count == 1)
    }

    @Test func fourWhenTooManyFail() throws {
        let workspace = try workspace(articles: 30)
        try workspace.write("in/bad.jsonl", String(repeating: "{broken\n", count: 20))
        #expect(try workspace.run("run", "news.yaml").exitCode == 4)
        #expect(!workspace.exists("out/news.jsonl"))
    }

    @Test func fiveWhenRequiredInputIsMissing() throws {
        let workspace = try workspace()
        try workspace.write("news.yaml", pipeline.replacingOccurrences(of: "in/*", with: "nowhere.txt"))
        let result = try workspace.run("run", "news.yaml")
        #expect(result.exitCode == 5)
        #expect(result.errors.contains("nowhere.txt"))
    }

    @Test func sixtyFourForAWrongCommandLine() throws {
        let workspace = try workspace()
        #expect(try workspace.run("run", "news.yaml", "--workers", "many").exitCode == 64)
        #expect(try workspace.run("runn").exitCode == 64)
        #expect(try workspace.run("stages", "sumarize").exitCode == 64)
    }

    @Test func seventyEightForAnInvalidPipeline() throws {
        let workspace = try workspace()
        try workspace.write("news.yaml", pipeline.replacingOccurrences(of: "- segment", with: "- segmnt"))
        for verb in ["run", "check"] {
            let result = try workspace.run(verb, "news.yaml")
            #expect(result.exitCode == 78)
            #expect(result.errors.contains("news.yaml:5:5: error: unknown stage 'segmnt'"))
            #expect(result.errors.contains("did you mean 'segment'?"))
        }
        #expect(!workspace.exists("out") && !workspace.exists("state"))
    }

    @Test func elevenWhileAnotherRunIsGoingOn() throws {
        let workspace = try workspace()
        try workspace.write("news.yaml", pipeline.replacingOccurrences(of: "in/*", with: "pipe.txt"))
        try Program.shell("mkfifo \"$1/pipe.txt\"", workspace.path)
        // The first run hangs on the pipe, holding the lock, until something writes to it.
        let first = try Program.start(["run", "news.yaml"], in: workspace.path)
        let lock = "state/copydesk/news/lock"
        while !workspace.exists(lock) || (try? workspace.read(lock).isEmpty) ?? true { usleep(10_000) }
        let second = try workspace.run("run", "news.yaml")
        #expect(second.exitCode == 11)
        #expect(second.errors.contains("another run of pipeline 'news' is going on (process \(first.process.processIdentifier) since "))
        first.process.terminate()
        let ended = first.wait()
        #expect(ended.exitCode == 143)
        #expect(!ended.wasKilled)
    }
}
