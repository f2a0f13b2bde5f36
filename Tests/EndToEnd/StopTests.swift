import Foundation
import StageKit
import Testing

/// What stops a run, and how it goes on.
@Suite(.serialized) struct StopTests {
    private func workspace(articles: Int, errors: String = "") throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write("s.yaml", """
            pipeline: s
            \(errors)
            stages:
              - load: in/*
              - clean
              - segment
              - entities
              - summarize: 1
              - export: [{jsonl: out/a.jsonl}, {sqlite: out/a.db}]
            """)
        var lines = ""
        for number in 0..<articles { lines += "{\"title\": \"\(number)\", \"text\": \"The ferry no. \(number) left Porto on Monday with Ana Reis on board. Mayor Tom Ward waved.\"}\n" }
        try workspace.write("in/a.jsonl", lines)
        return workspace
    }

    /// SIGTERM and SIGINT commit what is done within seconds; the next run ends with the bytes of an uninterrupted one.
    @Test(arguments: [SIGTERM, SIGINT]) func aSignalStopsSafely(signal: Int32) throws {
        let workspace = try workspace(articles: 3000)
        #expect(try workspace.run("run", "s.yaml", "--quiet").exitCode == 0)
        let reference = [try workspace.read("out/a.jsonl"), try workspace.read("out/a.db")]
        try Program.shell("rm -rf \"$1/out\" \"$1/state\"", workspace.path)

        let running = try Program.start(["run", "s.yaml", "--quiet", "--commit-every", "0s"], in: workspace.path)
        let journal = "state/copydesk/s/journal"
        // Until it has committed something.
        while running.process.isRunning, (try? workspace.read(journal).count { $0 == 0x0A }) ?? 0 < 3 { usleep(5_000) }
        kill(running.process.processIdentifier, signal)
        let asked = Date()
        let result = running.wait()
        #expect(Date().timeIntervalSince(asked) < 5)
        let code = 128 + signal
        #expect(result.exitCode == code && !result.wasKilled, "\(result.errors)")
        #expect(!workspace.exists("out/a.jsonl"))
        #expect(result.errors.contains("the next run goes on after "))
        let report = try #require(try workspace.records("state/copydesk/s/run.json").first)
        #expect(report["exit_code"]?.integerValue == Int(code) && report["interrupted"] == true)

        let next = try workspace.run("run", "s.yaml")
        #expect(next.exitCode == 0 && next.errors.contains("going on with the run of "))
        #expect(try [workspace.read("out/a.jsonl"), workspace.read("out/a.db")] == reference)
    }

    /// A change of the pipeline or the input is noticed, said, and undone or overruled.
    @Test func whatChangedSinceAnInterruptionIsSaid() throws {
        let workspace = try workspace(articles: 400)
        let killed = try workspace.run("run", "s.yaml", "--commit-every", "0s", "--batch", "16", environment: ["COPYDESK_FAULT": "write:40:kill"])
        #expect(killed.wasKilled)
        let pipeline = String(decoding: try workspace.read("s.yaml"), as: UTF8.self)
        try workspace.write("s.yaml", pipeline.replacing("summarize: 1", with: "summarize: 2"))
        let changed = try workspace.run("run", "s.yaml")
        #expect(changed.exitCode == 1)
        #expect(changed.errors.contains("the pipeline's stages or settings have changed since") && changed.errors.contains("--restart"))
        #expect(try workspace.run("replay", "s.yaml").errors.contains("finish it first (copydesk run)"))
        try workspace.write("s.yaml", pipeline)
        try workspace.write("in/b.jsonl", "{\"text\": \"One more ferry.\"}\n")
        let lines = try workspace.read("in/a.jsonl")
        try workspace.write("in/a.jsonl", lines + lines)
        #expect(try workspace.run("run", "s.yaml").errors.contains("its input has changed since"))
        try workspace.write("in/a.jsonl", lines)
        #expect(try workspace.run("run", "s.yaml", "--restart").exitCode == 0)
        #expect(try workspace.records("out/a.jsonl").count == 401)
    }

    /// What arrives while a run is interrupted waits for the next one: an inbox that fills all the time is finished, too.
    @Test func newInputDoesNotKeepARunFromBeingFinished() throws {
        let workspace = try workspace(articles: 400)
        let killed = try workspace.run("run", "s.yaml", "--commit-every", "0s", "--batch", "16", environment: ["COPYDESK_FAULT": "write:40:kill"])
        #expect(killed.wasKilled)
        try workspace.write("in/0.jsonl", "{\"text\": \"One more ferry, before the others by name.\"}\n")
        let next = try workspace.run("run", "s.yaml")
        #expect(next.exitCode == 0, "\(next.errors)")
        #expect(next.errors.contains("the interrupted run had found is finished first"))
        #expect(try workspace.records("out/a.jsonl").count == 400)
        #expect(try workspace.run("run", "s.yaml").exitCode == 0)
        #expect(try workspace.records("out/a.jsonl").count == 401)
        #expect(!workspace.exists("state/copydesk/s/plan.jsonl"))
    }

    @Test func aStageMayHaveALimitOfItsOwn() throws {
        let workspace = try workspace(articles: 30, errors: "errors: {most: 90%, stages: {load: 10%}}")
        try workspace.write("in/b.jsonl", String(repeating: "{broken\n", count: 10))
        let result = try workspace.run("run", "s.yaml")
        #expect(result.exitCode == 4)
        #expect(result.errors.contains("articles failed in load, more than errors.stages (10%) allows"))
        try workspace.write("s.yaml", String(decoding: try workspace.read("s.yaml"), as: UTF8.self).replacing("{load:", with: "{lod:"))
        let misspelt = try workspace.run("check", "s.yaml")
        #expect(misspelt.exitCode == 78 && misspelt.errors.contains("'errors.stages' names 'lod'") && misspelt.errors.contains("did you mean 'load'?"))
    }

    /// A real full disk: a small file system of its own, where this machine allows one.
    @Test func aFullDiskAndThenSpaceAgain() throws {
        let workspace = try workspace(articles: 600)
        #expect(try workspace.run("run", "s.yaml", "--quiet").exitCode == 0)
        let reference = try workspace.read("out/a.jsonl")
        try Program.shell("rm -rf \"$1/out\" \"$1/state\" && mkdir \"$1/out\"", workspace.path)
        let mount = try Program.shell("mount -t tmpfs -o size=200k tmpfs \"$1/out\"", workspace.path)
        guard mount.exitCode == 0 else { return }  // the fault points stand for it then: CrashTests.aFailingDiskIsSaidAndSurvived
        defer { _ = try? Program.shell("umount -l \"$1/out\"", workspace.path) }
        let full = try workspace.run("run", "s.yaml", "--commit-every", "0s")
        #expect(full.exitCode == 1)
        #expect(full.errors.contains("the disk is full") && full.errors.contains("the next run goes on from the last commit"))
        try Program.shell("mount -o remount,size=50m \"$1/out\"", workspace.path)
        let again = try workspace.run("run", "s.yaml")
        #expect(again.exitCode == 0, "\(again.errors)")
        #expect(try workspace.read("out/a.jsonl") == reference)
    }
}
