import Foundation
import StageKit
import Testing

/// `export` to a program: what it makes appears with the other outputs, or nothing does.
@Suite struct ProgramOutputTests {
    private func workspace(_ script: String, from: String = "out/a.jsonl") throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write("in/a.jsonl", (0..<50).map { #"{"text":"The council met on Monday and decided nothing, no. \#($0)."}"# }.joined(separator: "\n"))
        try workspace.write("p.yaml", """
            stages:
              - load: in/*
              - export:
                  - jsonl: out/a.jsonl
                  - program: out/count.txt
                    command: [sh, make.sh, -x]
                    from: \(from)
            """)
        try workspace.write("make.sh", script)
        return workspace
    }

    @Test func whatItMakesAppearsWithTheOthers() throws {
        let workspace = try workspace("[ $# = 3 ] && [ \"$1\" = -x ] && wc -l < \"$2\" > \"$3\"\n")
        let result = try workspace.run("run", "p.yaml")
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(workspace.files.filter { $0.hasPrefix("out/") } == ["out/a.jsonl", "out/count.txt"])
        #expect(String(decoding: try workspace.read("out/count.txt"), as: UTF8.self) == "50\n")
    }

    @Test(arguments: [
        ("echo warming up >&2; echo 'no such module: \u{1B}[31mx' >&2; exit 3", "'sh make.sh -x' failed to make …/out/count.txt: exit status 3; its last words: no such module: ␛[31mx"),
        ("kill -9 $$", "'sh make.sh -x' failed to make …/out/count.txt: signal 9, killed"),
        ("true", "'sh make.sh -x' ended well but wrote no file"),
    ]) func whenItFailsNothingAppearsAndTheNextRunFinishes(_ script: String, _ message: String) throws {
        let workspace = try workspace(script)
        let failed = try workspace.run("run", "p.yaml")
        #expect(failed.exitCode == 1)
        #expect(failed.errors.replacingOccurrences(of: "\(workspace.path)/", with: "…/").contains(message), "\(failed.errors)")
        #expect(!workspace.exists("out/a.jsonl") && !workspace.exists("out/count.txt"))
        try workspace.write("make.sh", "wc -l < \"$2\" > \"$3\"\n")
        let mended = try workspace.run("run", "p.yaml")
        #expect(mended.exitCode == 0, "\(mended.errors)")
        #expect(String(decoding: try workspace.read("out/count.txt"), as: UTF8.self) == "50\n")
        #expect(workspace.files.filter { $0.hasPrefix("out/") } == ["out/a.jsonl", "out/count.txt"])
    }

    /// What joins an output is in what is made of it.
    @Test func whatIsNewJoinsAndItIsMadeAnew() throws {
        let workspace = try workspace("wc -l < \"$2\" > \"$3\"\n")
        try workspace.write("p.yaml", "only: new\n" + String(decoding: try workspace.read("p.yaml"), as: UTF8.self))
        #expect(try workspace.run("run", "p.yaml").exitCode == 0)
        try workspace.write("in/b.jsonl", #"{"text":"The ferry sails again."}"#)
        #expect(try workspace.run("run", "p.yaml").exitCode == 0)
        #expect(String(decoding: try workspace.read("out/count.txt"), as: UTF8.self) == "51\n")
    }

    @Test func aMissingProgramOrSourceIsToldBeforeAnythingIsDone() throws {
        let other = try workspace("true", from: "out/b.jsonl")
        let check = try other.run("check", "p.yaml")
        #expect(check.exitCode == 78)
        #expect(check.errors.contains("output 'program': 'from' must be the path of a jsonl output above it, not 'out/b.jsonl'"), "\(check.errors)")
        let missing = try workspace("true")
        let text = String(decoding: try missing.read("p.yaml"), as: UTF8.self)
        try missing.write("p.yaml", text.replacingOccurrences(of: "[sh, make.sh, -x]", with: "[no-such-program]"))
        let run = try missing.run("run", "p.yaml")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("there is no program 'no-such-program' on the PATH"), "\(run.errors)")
        try missing.write("p.yaml", text.replacingOccurrences(of: "out/a.jsonl", with: "out/a.jsonl.gz"))
        #expect(try missing.run("check", "p.yaml").errors.contains("'from: out/a.jsonl.gz' is compressed; name one that is not"))
    }
}
