import Foundation
import StageKit
import Testing

/// `copydesk replay`: exactly what waits in quarantine, once more.
@Suite struct ReplayTests {
    private static func pipeline(_ settings: String = "") -> String {
        """
        pipeline: r
        errors: {most: 90%}
        stages:
          - load: {from: in/*\(settings)}
          - clean
          - segment
          - export: [{jsonl: out/a.jsonl}, {sqlite: out/a.db}, {jsonl: out/a.jsonl.gz}]
        """
    }

    private let good = "{\"title\": \"A\", \"text\": \"The ferry sailed on Monday.\"}\n"
    private let long = "{\"title\": \"B\", \"text\": \"\(String(repeating: "The ferry sailed again. ", count: 60_000))\"}\n"

    @Test func whatPassesAfterAFixJoinsTheOutputs() throws {
        let workspace = try Workspace()
        try workspace.write("r.yaml", Self.pipeline(", most_record: 1MB"))
        try workspace.write("in/a.jsonl", good + long + "{\"text\": \"cut o\n" + good)
        #expect(try workspace.run("run", "r.yaml").exitCode == 3)
        #expect(try workspace.records("out/a.jsonl").count == 2)
        #expect(try workspace.quarantine(of: "r").count == 2)

        // Nothing was mended: both fail again, and say so.
        let unmended = try workspace.run("replay", "r.yaml")
        #expect(unmended.exitCode == 3)
        #expect(try workspace.quarantine(of: "r").count == 2)

        try workspace.write("r.yaml", Self.pipeline())
        let replay = try workspace.run("replay", "r.yaml")
        #expect(replay.exitCode == 3, "\(replay.errors)")
        #expect(try workspace.records("out/a.jsonl").compactMap { $0["source"]?["record"]?.integerValue } == [0, 3, 1])
        #expect(try workspace.sqlite("out/a.db", "SELECT count(*) FROM articles") == "3")
        #expect(try workspace.quarantine(of: "r").map { $0["source"]?["line"] } == [3])

        // The rest is mended at its source, and replayed: the record was damaged in the quarantine as well as in the file.
        #expect(try workspace.run("replay", "r.yaml").exitCode == 3)
        #expect(try workspace.records("out/a.jsonl").count == 3)
    }

    @Test func aFileThatCouldNotBeReadIsReadAgainFromWhereItBroke() throws {
        let workspace = try Workspace()
        try workspace.write("r.yaml", Self.pipeline())
        let lines = (1...4000).map { "{\"title\": \"\($0)\", \"text\": \"The ferry no. \($0) sailed on Monday with \($0 * 7919 % 1000) people.\"}\n" }.joined()
        try workspace.write("whole.jsonl", lines)
        try Program.shell("cd \"$1\" && mkdir in && gzip -c whole.jsonl > whole.gz && head -c 20000 whole.gz > in/a.jsonl.gz", workspace.path)
        #expect(try workspace.run("run", "r.yaml").exitCode == 3)
        let partial = try workspace.records("out/a.jsonl").count
        #expect(partial > 0 && partial < 4000)

        try Program.shell("cd \"$1\" && mv whole.gz in/a.jsonl.gz", workspace.path)
        let replay = try workspace.run("replay", "r.yaml")
        #expect(replay.exitCode == 0, "\(replay.errors)")
        #expect(try workspace.records("out/a.jsonl").compactMap { $0["source"]?["record"]?.integerValue } == Array(0..<4000))
        #expect(try workspace.quarantine(of: "r").isEmpty)
    }

    @Test func anEmptyQuarantineIsNothingToDo() throws {
        let workspace = try Workspace()
        try workspace.write("r.yaml", Self.pipeline())
        try workspace.write("in/a.jsonl", good)
        #expect(try workspace.run("run", "r.yaml").exitCode == 0)
        let bytes = try workspace.read("out/a.jsonl")
        #expect(try workspace.run("replay", "r.yaml").exitCode == 0)
        #expect(try workspace.read("out/a.jsonl") == bytes)
    }
}
