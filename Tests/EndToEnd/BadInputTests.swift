import Foundation
import StageKit
import Testing

/// Nothing crashes, nothing is lost: every bad input ends in quarantine with a reason, or comes through mended, and the good
/// article beside it always passes.
@Suite struct BadInputTests {
    static let pipeline = """
        pipeline: bad
        stages:
          - load: in/*
          - clean
          - segment
          - entities
          - summarize
          - export: [{jsonl: out/bad.jsonl}]
        """

    @Test(arguments: BadInput.all) func badInputCostsItselfOnly(input: BadInput) throws {
        let workspace = try Workspace()
        try workspace.write("bad.yaml", BadInputTests.pipeline)
        try workspace.write("in/good.txt", "The good article stands beside the bad one.\n")
        try input.write(workspace)

        let result = try workspace.run("run", "bad.yaml")
        #expect(!result.wasKilled)
        #expect(result.exitCode == (input.quarantined > 0 ? 3 : 0), "\(result.errors)")
        let quarantine = try workspace.quarantine(of: "bad")
        #expect(quarantine.count == input.quarantined, "\(quarantine.map { $0["reason"] })")
        for entry in quarantine {
            #expect(entry["reason"]?.stringValue?.isEmpty == false)
            #expect(entry["source"]?["uri"]?.stringValue?.hasPrefix("in/") == true)
        }
        let texts = try workspace.records("out/bad.jsonl").compactMap { $0["text"]?.stringValue }
        #expect(texts.count == input.passing + 1)
        #expect(texts.contains("The good article stands beside the bad one."))
        for text in result.errors.unicodeScalars where text != "\n" {
            #expect(text.value >= 0x20, "a control character reached the terminal")
        }
    }

    @Test func aFileThatMayNotBeReadIsQuarantinedByName() throws {
        // Root may read everything: then there is nothing to test but that it passes.
        let workspace = try Workspace()
        try workspace.write("bad.yaml", BadInputTests.pipeline)
        try workspace.write("in/bad.txt", "Nobody may read this.\n")
        try Program.shell("chmod 000 \"$1/in/bad.txt\"", workspace.path)
        let mayRead = try Program.shell("cat \"$1/in/bad.txt\" >/dev/null", workspace.path).exitCode == 0
        let result = try workspace.run("run", "bad.yaml")
        #expect(result.exitCode == (mayRead ? 0 : 3))
        #expect(try workspace.quarantine(of: "bad").count == (mayRead ? 0 : 1))
    }

    @Test func aMissingPathIsNoInput() throws {
        let workspace = try Workspace()
        try workspace.write("bad.yaml", BadInputTests.pipeline.replacingOccurrences(of: "in/*", with: "in/missing.html"))
        let result = try workspace.run("run", "bad.yaml")
        #expect(result.exitCode == 5)
        #expect(result.errors.contains("in/missing.html"))
    }
}
