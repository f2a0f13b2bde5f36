import Foundation
import StageKit
import Testing

/// A real article that lies beside the project, not in it, through the quickstart's stages. The facts are the issue's; the
/// sentences stay where they are.
@Suite struct SharedArticleTests {
    private static let folder = "\(Program.project)/../shared/articles"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: SharedArticleTests.folder), "the shared articles are not here"))
    func theDetentionStoryIsReadAsAReaderReadsIt() throws {
        let workspace = try Workspace()
        try workspace.write("shared.yaml", """
            pipeline: shared
            stages:
              - load: {from: "\(Self.folder)/000_319076c0bdaf1bb3.txt"}
              - clean
              - segment
              - entities: {types: [person, organization, location]}
              - summarize: {sentences: 3}
              - export: [{jsonl: out.jsonl}]
            """)
        let result = try workspace.run("run", "shared.yaml")
        #expect(result.exitCode == 0, "\(result.errors)")
        let record = try #require(try workspace.records("out.jsonl").first)
        let blocks = record["blocks"]?.arrayValue ?? []
        func texts(_ role: String) -> String { blocks.filter { $0["role"]?.stringValue == role }.compactMap { $0["text"]?.stringValue }.joined(separator: "\n") }
        #expect(texts("caption").contains("Adelanto Detention Facility"))
        #expect(texts("standfirst").contains("In summary"))
        #expect(texts("promotion").contains("commentary@calmatters.org"))
        let text = record["text"]?.stringValue ?? ""
        #expect(text.hasPrefix("California’s sanctuary law"))
        let summary = record["summary"]?["text"]?.stringValue ?? ""
        #expect(summary.utf8.count > 100)
        for aside in ["Adelanto", "In summary", "calmatters", "guest commentary"] { #expect(!text.contains(aside) && !summary.contains(aside)) }

        let entities = record["entities"]?.arrayValue ?? []
        func names(_ type: String) -> Set<String> { Set(entities.filter { $0["type"]?.stringValue == type }.compactMap { $0["name"]?.stringValue ?? $0["text"]?.stringValue }) }
        #expect(names("person").isSuperset(of: ["Jean Reisz", "Jon Rodney"]))
        #expect(!names("person").contains("Reisz"))
        #expect(names("organization").contains { $0.hasPrefix("University of Southern California") })
        #expect(names("organization").isSuperset(of: ["California Immigrant Policy Center", "Los Angeles Times"]))
        #expect(names("location").isSuperset(of: ["California", "Sacramento"]))
    }
}
