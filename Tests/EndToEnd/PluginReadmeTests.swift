import Foundation
import StageKit
import Testing

/// The example in a plug-in's README.md, an article and its record, is what really comes out.
@Suite struct PluginReadmeTests {
    @Test(arguments: ["keyphrases", "language", "quotes", "topics"]) func theExampleIsWhatComesOut(_ stage: String) throws {
        let readme = try String(contentsOfFile: "\(Program.project)/Plugins/\(stage.capitalized)/README.md", encoding: .utf8)
        func block(_ kind: String) throws -> String {
            let parts = readme.components(separatedBy: "```\(kind)\n")
            try #require(parts.count == 2, "one block of \(kind)")
            return try #require(parts[1].components(separatedBy: "\n```").first)
        }
        let workspace = try Workspace()
        try workspace.write("in/a.txt", try block("text"))
        try workspace.write("x.yaml", """
            pipeline: x
            stages: [{load: in/*}, clean, segment, entities, \(stage), {export: {jsonl: out/a.jsonl}}]

            """)
        let result = try workspace.run("run", "x.yaml")
        #expect(result.exitCode == 0, "\(result.errors)")
        let record = try #require(try workspace.records("out/a.jsonl").first)
        let expected = try JSONParser.parse(Array("{\(try block("json"))}".utf8)).objectValue ?? [:]
        #expect(!expected.isEmpty)
        for (member, value) in expected { #expect(record[member] == value, "\(member): \(record[member]?.json ?? "nothing")") }
    }
}
