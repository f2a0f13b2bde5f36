import Foundation
import Testing

@Suite struct NewPipelineTests {
    @Test func aNewPipelineIsValidAndRuns() throws {
        let workspace = try Workspace()
        let made = try Program.run(["new", "pipeline", "nightly"], in: workspace.path)
        #expect(made.exitCode == 0, "\(made.errors)")
        let check = try Program.run(["check", "nightly.yaml"], in: workspace.path)
        #expect(check.exitCode == 0, "\(check.errors)")
        #expect(check.output.contains("pipeline 'nightly' is valid: load → clean → segment → entities → summarize → export"))
        try workspace.write("inbox/a.txt", Array("The council met on Monday. It decided nothing of note at all, and went home early.".utf8))
        let run = try Program.run(["run", "nightly.yaml"], in: workspace.path)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try workspace.texts()["out/articles.jsonl"]?.contains("The council met on Monday.") == true)
    }

    /// Every setting that is commented out is one that exists.
    @Test func whatItOffersInCommentsIsValidToo() throws {
        let workspace = try Workspace()
        _ = try Program.run(["new", "pipeline", "nightly"], in: workspace.path)
        let text = try #require(try workspace.texts()["nightly.yaml"])
        for offer in ["only: new", "csv: out/articles.csv", "sqlite: out/articles.db", "fields: {title: headline, text: body}"] {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasSuffix(offer) ? line.replacingOccurrences(of: "# ", with: "") : String(line)
            }
            #expect(lines.joined(separator: "\n") != text, "the file no longer offers '\(offer)'")
            try workspace.write("nightly.yaml", Array(lines.joined(separator: "\n").utf8))
            let check = try Program.run(["check", "nightly.yaml"], in: workspace.path)
            #expect(check.exitCode == 0, "\(offer): \(check.errors)")
        }
    }

    @Test func aFileThatIsThereIsNotOverwritten() throws {
        let workspace = try Workspace()
        try workspace.write("nightly.yaml", Array("mine".utf8))
        let result = try Program.run(["new", "pipeline", "nightly"], in: workspace.path)
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("there is a file nightly.yaml already"), "\(result.errors)")
        #expect(try workspace.texts() == ["nightly.yaml": "mine"])
    }

    @Test func aNameThatCannotBeIsTold() throws {
        let workspace = try Workspace()
        let result = try Program.run(["new", "pipeline", "a: b"], in: workspace.path)
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("'a: b' cannot be a pipeline's name"), "\(result.errors)")
        #expect(try workspace.texts().isEmpty)
    }
}
