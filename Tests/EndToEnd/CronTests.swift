import Foundation
import Testing

/// `copydesk cron`: what it prints is what cron and systemd can run, whatever the files are called.
@Suite struct CronTests {
    private static let pipeline = """
        pipeline: news
        stages:
          - load: in.txt
          - clean
          - export: [{jsonl: news.jsonl}]
        """

    /// A workspace whose pipeline lies in a folder of this name.
    private func workspace(folder: String) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write("\(folder)/news.yaml", Self.pipeline)
        try workspace.write("\(folder)/in.txt", "The council met on Monday. It decided nothing.\n")
        return workspace
    }

    /// The command of the crontab's one line, as cron hands it to the shell.
    private func command(_ crontab: String) throws -> String {
        let lines = crontab.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        return line.split(separator: " ", maxSplits: 5).last.map { $0.replacingOccurrences(of: "\\%", with: "%") } ?? ""
    }

    @Test(arguments: ["plain", "with spaces", "100%", "it's", "\"quoted\"", "$(touch owned)", "a;b&c|d", "back\\slash\\\\", "é 日本", "\\%", "`x`", "*?[a]", "#1"])
    func thePrintedLineRunsAsCronRunsIt(folder: String) throws {
        let workspace = try workspace(folder: folder)
        let printed = try workspace.run("cron", "\(folder)/news.yaml", "--out", "\(folder)/to", "--every", "15m", "--only", "crontab")
        #expect(printed.exitCode == 0, "\(printed.errors)")
        let command = try command(printed.output)
        // As cron: another folder, next to no environment.
        let result = try Program.shell("cd / && env -i HOME=/nowhere PATH=/usr/bin:/bin /bin/sh -c \"$1\"", command)
        #expect(result.exitCode == 0, "\(command)\n\(result.errors)")
        #expect(result.output.isEmpty && result.errors.isEmpty)
        #expect(workspace.exists("\(folder)/to/news.jsonl"))
        // The state is where a run by hand looks for it.
        #expect(workspace.exists("state/copydesk/news/run.json"))
        #expect(!workspace.exists("owned"))
    }

    @Test func everyPartCanBePrintedAlone() throws {
        let workspace = try workspace(folder: "a")
        let all = try workspace.run("cron", "a/news.yaml", "--at", "17:05").output
        for (part, sign) in [("crontab", "5 17 * * * /"), ("service", "\nExecStart=/"), ("timer", "\nOnCalendar=*-*-* 17:05:00\n")] {
            let one = try workspace.run("cron", "a/news.yaml", "--at", "17:05", "--only", part).output
            #expect(one.contains(sign))
            #expect(all.contains(one))
        }
        #expect(!workspace.exists("state"))
    }

    @Test(arguments: [
        ["--every", "7m"], ["--every", "often"], ["--at", "25:00"], ["--at", "03:30", "--every", "1d"], ["--every", "15m", "--deadline", "15m"],
        ["--every", "15m", "--wait", "20m"], ["--out", "a\nb"], ["--metrics-file", "a\u{1B}[2Jb"],
    ])
    func whatCannotBeScheduledIsAWrongCommandLine(options: [String]) throws {
        let workspace = try workspace(folder: "a")
        let result = try workspace.run(arguments: ["cron", "a/news.yaml"] + options)
        #expect(result.exitCode == 64)
        #expect(result.output.isEmpty)
        #expect(!result.errors.contains("\u{1B}"))
    }

    @Test func aNameThatIsNotUTF8IsRefused() throws {
        let workspace = try workspace(folder: "a")
        let result = try Program.shell("cd \"$1\" && \"$2\" cron a/news.yaml --out \"$(printf 'caf\\351')\"", workspace.path, Program.path)
        #expect(result.exitCode == 64)
        #expect(result.errors.contains("is not UTF-8"))
    }

    @Test func anInvalidPipelineIsNotScheduled() throws {
        let workspace = try workspace(folder: "a")
        try workspace.write("a/news.yaml", "stages: [load: in, segmnt]\n")
        let result = try workspace.run("cron", "a/news.yaml")
        #expect(result.exitCode == 78)
        #expect(result.output.isEmpty)
    }

    @Test func aPipelineThatNeedsTheEnvironmentIsWarnedOf() throws {
        let workspace = try workspace(folder: "a")
        try workspace.write("a/news.yaml", Self.pipeline.replacingOccurrences(of: "in.txt", with: "${INPUT}"))
        let result = try workspace.run("cron", "a/news.yaml", environment: ["INPUT": "in.txt"])
        #expect(result.exitCode == 0)
        #expect(result.errors.contains("takes values from the environment"))
        #expect(try self.workspace(folder: "b").run("cron", "b/news.yaml").errors.isEmpty)
    }
}
