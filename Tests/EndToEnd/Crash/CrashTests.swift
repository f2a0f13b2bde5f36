import Foundation
import Testing

/// Killed at any moment and started again, a run ends as if nothing had happened.
///
/// `COPYDESK_KILLS` says how many kills the storm takes (`make test-crash`: 200), `COPYDESK_SEED` with which seed it begins.
@Suite(.serialized) struct CrashTests {
    @Test(arguments: CrashStorm.Kind.allCases) func anyNumberOfKillsChangesNoByte(kind: CrashStorm.Kind) throws {
        let environment = ProcessInfo.processInfo.environment
        let wanted = environment["COPYDESK_KILLS"].flatMap(Int.init) ?? 12
        let seed = environment["COPYDESK_SEED"].flatMap(UInt64.init) ?? 1
        var storm = try CrashStorm(kind, seed: seed, articles: 60)
        while storm.kills < wanted {
            do {
                try storm.bringThrough(kills: 4)
            } catch {
                Issue.record("seed \(seed), after \(storm.kills) kills: \(error)")
                return
            }
        }
        print("crash storm, \(kind) run, seed \(seed): \(storm.kills) kills, \(storm.finishedRuns) runs brought through, no byte different")
    }

    /// A disk that is full or broken ends the run with a reason; once that is over, the same command finishes it.
    @Test(arguments: ["enospc", "eio", "short"]) func aFailingDiskIsSaidAndSurvived(action: String) throws {
        let storm = try CrashStorm(seed: 1, articles: 20)
        let workspace = storm.workspace
        let reference = try workspace.read("out/a.jsonl")
        let database = try workspace.read("out/e.db")
        for point in ["write", "sync", "rename", "open"] {
            for number in [1, 2, 5, 9] {
                try Program.shell("rm -rf \"$1/out\" \"$1/state\"", workspace.path)
                let failed = try workspace.run("run", "crash.yaml", "--commit-every", "0s", "--batch", "4", environment: ["COPYDESK_FAULT": "\(point):\(number):\(action)"])
                let what = "\(point):\(number):\(action)"
                #expect(!failed.wasKilled, "\(what)")
                // The fault may lie behind all that a run of this size does.
                if failed.exitCode != 3 {
                    #expect(failed.exitCode == 1, "\(what): \(failed.exitCode)")
                    #expect(failed.errors.contains(action == "eio" ? "input/output error" : "the disk is full"), "\(what): \(failed.errors)")
                }
                let again = try workspace.run("run", "crash.yaml", "--commit-every", "0s", "--batch", "4")
                #expect(again.exitCode == 3, "\(what): \(again.errors)")
                #expect(try workspace.read("out/a.jsonl") == reference, "\(what)")
                #expect(try workspace.read("out/e.db") == database, "\(what)")
            }
        }
    }

    @Test func aStateFolderThatCannotBeMadeIsSaid() throws {
        let workspace = try Workspace()
        try workspace.write("a.yaml", "pipeline: a\nstages:\n  - load: in.txt\n  - export: [{jsonl: out.jsonl}]\n")
        try workspace.write("in.txt", "One sentence.\n")
        let result = try workspace.run("run", "a.yaml", "--state", "\(workspace.path)/in.txt/state")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("state folder") && result.errors.contains("--state"))
        #expect(!workspace.exists("out.jsonl"))
    }
}
