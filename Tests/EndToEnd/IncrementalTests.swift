import Foundation
import StageKit
import Testing

/// `only: new`: what is new or changed joins the outputs, the rest is left alone.
@Suite struct IncrementalTests {
    private static let pipeline = """
        pipeline: nightly
        only: new
        stages:
          - load: in/*
          - clean
          - segment
          - export: [{jsonl: out/a.jsonl}, {csv: out/a.csv}, {sqlite: out/a.db}]
        """

    private func workspace() throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write("nightly.yaml", Self.pipeline)
        for number in 1...30 { try workspace.write("in/\(number).txt", "The ferry no. \(number) sailed on Monday.\n") }
        return workspace
    }

    private func uris(_ workspace: Workspace) throws -> [String] {
        try workspace.records("out/a.jsonl").compactMap { $0["source"]?["uri"]?.stringValue }
    }

    @Test func aSecondRunTakesWhatIsNewOrChanged() throws {
        let workspace = try workspace()
        #expect(try workspace.run("run", "nightly.yaml").exitCode == 0)
        let before = try workspace.records("out/a.jsonl")
        #expect(before.count == 30)

        try workspace.write("in/7.txt", "The ferry no. 7 sank on Tuesday.\n")
        try workspace.write("in/31.txt", "The ferry no. 31 is new.\n")
        let second = try workspace.run("run", "nightly.yaml")
        #expect(second.exitCode == 0, "\(second.errors)")
        #expect(second.output.contains("load dropped 29 articles: taken before"))
        #expect(second.output.contains("a.jsonl  2 articles added"))
        let records = try workspace.records("out/a.jsonl")
        #expect(records.count == 32)
        #expect(Array(records.prefix(30)) == before)
        let changed = try #require(records.last { $0["source"]?["uri"] == "in/7.txt" })
        let earlier = try #require(before.first { $0["source"]?["uri"] == "in/7.txt" })
        #expect(changed["replaces"] == earlier["id"] && changed["id"] != earlier["id"])
        let database = try workspace.sqlite("out/a.db", "SELECT count(*), (SELECT text FROM articles WHERE source_uri = 'in/7.txt'), "
            + "(SELECT count(*) FROM article_search WHERE article_search MATCH 'sank') FROM articles")
        #expect(database == "31|The ferry no. 7 sank on Tuesday.|1")
        #expect(try workspace.read("out/a.csv").count { $0 == 0x0A } == 33)

        // Nothing new is no error, and touches no output.
        let bytes = try workspace.read("out/a.db")
        #expect(try workspace.run("run", "nightly.yaml").exitCode == 0)
        #expect(try workspace.records("out/a.jsonl") == records)
        #expect(try workspace.read("out/a.db") == bytes)
    }

    @Test func fullTakesEverythingAgain() throws {
        let workspace = try workspace()
        #expect(try workspace.run("run", "nightly.yaml").exitCode == 0)
        let first = try workspace.read("out/a.jsonl")
        #expect(try workspace.run("run", "nightly.yaml", "--full").exitCode == 0)
        #expect(try workspace.read("out/a.jsonl") == first)
        #expect(try workspace.run("run", "nightly.yaml").output.contains("load dropped 30 articles"))
    }

    @Test func anOutputThatIsGoneIsSaid() throws {
        let workspace = try workspace()
        #expect(try workspace.run("run", "nightly.yaml").exitCode == 0)
        try FileManager.default.removeItem(atPath: "\(workspace.path)/out/a.jsonl")
        try workspace.write("in/31.txt", "The ferry no. 31 is new.\n")
        let result = try workspace.run("run", "nightly.yaml", "--quiet")
        #expect(result.exitCode == 0)
        #expect(result.errors.contains("out/a.jsonl, which the last run wrote, is gone") && result.errors.contains("--full"))
        #expect(try uris(workspace) == ["in/31.txt"])
    }

    /// What failed waits in quarantine; it does not fail anew every night.
    @Test func whatFailedBeforeIsNotTriedEveryNight() throws {
        let workspace = try workspace()
        try workspace.write("in/bad.txt", [UInt8]("Only the first word \u{0}".utf8))
        try workspace.write("in/empty.txt", "")
        #expect(try workspace.run("run", "nightly.yaml").exitCode == 3)
        #expect(try workspace.quarantine(of: "nightly").count == 1)
        #expect(try workspace.run("run", "nightly.yaml").exitCode == 0)
        #expect(try workspace.quarantine(of: "nightly").count == 1)
        try workspace.write("in/empty.txt", "Now it says something.\n")
        #expect(try workspace.run("run", "nightly.yaml").exitCode == 0)
        #expect(try workspace.quarantine(of: "nightly").isEmpty)
        #expect(try uris(workspace).contains("in/empty.txt"))
    }

    @Test func placeholdersInPaths() throws {
        let workspace = try Workspace()
        try workspace.write("in/1.txt", "One ferry sailed.\n")
        try workspace.write("p.yaml", "pipeline: p\nstages:\n  - load: in/*\n  - export: [{jsonl: \"out/{pipeline}-{date}-{run}.jsonl\"}]\n")
        #expect(try workspace.run("run", "p.yaml").exitCode == 0)
        let name = try #require(workspace.files.first { $0.hasPrefix("out/p-") })
        #expect(name.wholeMatch(of: /out\/p-\d{4}-\d\d-\d\d-\d{8}T\d{6}Z-\d+\.jsonl/) != nil, "\(name)")
        try workspace.write("p.yaml", "pipeline: p\nstages:\n  - load: in/*\n  - export: [{jsonl: \"out/{titel}.jsonl\"}]\n")
        let refused = try workspace.run("run", "p.yaml")
        #expect(refused.exitCode == 78 && refused.errors.contains("a path cannot hold '{titel}'"))
    }
}
