import Foundation
import StageKit
import Testing

/// Every pipeline in Pipelines/ is valid and runs over the samples, and README.md tells of it.
@Suite struct ShippedPipelinesTests {
    private static let folder = "\(Program.project)/Pipelines"
    static let names = FileSystem.names(in: folder).filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".examples.yaml") }
        .map { String($0.dropLast(".yaml".count)) }.sorted()

    @Test func thereAreSome() throws {
        #expect(ShippedPipelinesTests.names.count >= 5)
        let readme = try String(contentsOfFile: "\(ShippedPipelinesTests.folder)/README.md", encoding: .utf8)
        for name in ShippedPipelinesTests.names { #expect(readme.contains("`\(name).yaml`"), "Pipelines/README.md does not tell of \(name).yaml") }
    }

    @Test(arguments: names) func isValidAndRunsOverTheSamples(_ name: String) throws {
        let workspace = try Workspace()
        let file = "\(ShippedPipelinesTests.folder)/\(name).yaml"
        let check = try workspace.run("check", file)
        #expect(check.exitCode == 0, "\(check.errors)")
        let run = try workspace.run("run", file, "--out", workspace.path)
        #expect(run.exitCode == 0, "\(run.errors)")
        let outputs = workspace.files.filter { $0.hasPrefix("out/") }
        #expect(!outputs.isEmpty)
        for output in outputs { #expect(!(try workspace.read(output).isEmpty), "\(output) is empty") }
        #expect(try workspace.quarantine(of: name).isEmpty)
        // Its own name, so that its state is its own.
        #expect(workspace.exists("state/copydesk/\(name)/run.json"))
    }

    /// What is not new is not taken again, and what comes joins.
    @Test func theNightlyOneTakesEachArticleOnce() throws {
        let workspace = try Workspace()
        let file = "\(ShippedPipelinesTests.folder)/nightly.yaml"
        let inbox = ["INBOX": "\(workspace.path)/inbox"]
        func article(_ number: Int) -> String {
            "Number \(number) of the ferries sails again from Monday, the company said after a week of repairs in the harbour, and its tickets cost what they did before the storm."
        }
        try workspace.write("inbox/1.txt", article(1))
        #expect(try workspace.run("run", file, "--out", workspace.path, environment: inbox).exitCode == 0)
        try workspace.write("inbox/2.txt", article(2))
        #expect(try workspace.run("run", file, "--out", workspace.path, environment: inbox).exitCode == 0)
        #expect(try workspace.run("run", file, "--out", workspace.path, environment: inbox).exitCode == 0)
        let texts = try workspace.records("out/news.jsonl").compactMap { $0["text"]?.stringValue }
        #expect(texts == [article(1), article(2)])
        #expect(try workspace.sqlite("out/news.db", "select count(*) from articles") == "2")
    }
}
