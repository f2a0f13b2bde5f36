import Foundation
import StageKit
import Testing

/// What a run leaves on disk of an article that it redacts.
@Suite struct RedactTests {
    private static let samples = "\(Program.project)/Pipelines/samples"

    /// The names in a sample, as `entities` finds them without redaction, in small letters: whole, and part by part.
    private static func names(in record: JSONValue) throws -> Set<String> {
        var names: Set<String> = []
        for entity in record["entities"]?.arrayValue ?? [] where entity["type"] == "person" {
            for name in [entity["name"]?.stringValue, entity["text"]?.stringValue].compactMap({ $0 }) {
                names.formUnion(name.lowercased().split(separator: " ").map(String.init).filter { $0.count > 3 && $0.allSatisfy { $0.isLetter } })
            }
        }
        for author in record["byline"]?.arrayValue ?? [] {
            names.formUnion((author.stringValue ?? "").lowercased().split(separator: " ").map(String.init).filter { $0.count > 3 })
        }
        return names
    }

    private func run(
        _ workspace: Workspace, _ name: String, redact: String, behind: String = "", isolation: String = "none"
    ) throws -> Program.Result {
        try workspace.write("\(name).yaml", """
            pipeline: \(name)
            errors: 100%
            isolation: \(isolation)
            stages:
              - load: in/*
              - clean
              - segment
              - entities
              - summarize
            \(redact)
            \(behind)
              - export:
                  - jsonl: \(name)/a.jsonl
                  - csv: \(name)/a.csv
                  - sqlite: \(name)/a.db
                  - digest: \(name)/a.md
            """)
        return try workspace.run("run", "\(name).yaml")
    }

    @Test(arguments: ["harbour-ferry.html", "island-doctor.html", "river-ruling.html", "port-strike.txt", "slow-train.md"])
    func noNameOfASampleIsInAnyOutput(_ sample: String) throws {
        let workspace = try Workspace()
        let kind = sample.split(separator: ".").last ?? ""
        try workspace.write("in/article.\(kind)", Array(try Data(contentsOf: URL(fileURLWithPath: "\(RedactTests.samples)/\(sample)"))))
        #expect(try run(workspace, "open", redact: "").exitCode == 0)
        let names = try RedactTests.names(in: try #require(try workspace.records("open/a.jsonl").first))
        try #require(!names.isEmpty)
        let result = try run(workspace, "closed", redact: "  - redact: [person, email, phone, url]")
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(try workspace.records("closed/a.jsonl").first?["text"]?.stringValue?.contains("Person 1") == true)
        for file in try FileManager.default.subpathsOfDirectory(atPath: workspace.path) where file.hasPrefix("closed/") || file.hasPrefix("state/copydesk/closed") {
            guard !FileSystem.isFolder("\(workspace.path)/\(file)") else { continue }
            let words = String(decoding: try workspace.read(file), as: UTF8.self).lowercased().split { !$0.isLetter }
            for name in names.intersection(words.map(String.init)) { Issue.record("\(name) is left in \(file)") }
        }
    }

    /// An article that fails waits by its name alone, and comes through once what is behind is mended.
    @Test(arguments: ["none", "process"]) func theQuarantineHoldsNothingOfIt(_ isolation: String) throws {
        let workspace = try Workspace()
        let text = "Jean Reisz came to Lisbon on Monday, and the council of the harbour town met to hear her. Reisz said that nothing was decided yet."
        let lines = (0..<3).map { #"{"text":"\#(text) No. \#($0)."}"# }.joined(separator: "\n")
        try workspace.write("in/a.jsonl", lines)
        let exec = """
              - exec:
                  command: [sh, stage.sh]
                  writes: [extensions.seen]
            """
        try workspace.write("stage.sh", """
            read -r hello
            echo '{"copydesk":1,"name":"check"}'
            while read -r line; do
                number=${line#'{"n":'}
                case "$line" in
                    *Reisz*) echo "{\\"n\\":${number%%,*},\\"fail\\":\\"a name came through\\"}" ;;
                    *"No. 1."*) if [ -e mended ]; then echo "{\\"n\\":${number%%,*},\\"article\\":{}}"; else echo "{\\"n\\":${number%%,*},\\"fail\\":\\"not today\\"}"; fi ;;
                    *) echo "{\\"n\\":${number%%,*},\\"article\\":{}}" ;;
                esac
            done
            """)
        let first = try run(workspace, "p", redact: "  - redact: person", behind: exec, isolation: isolation)
        #expect(first.exitCode == 3, "\(first.errors)")
        let waiting = try workspace.quarantine(of: "p")
        #expect(waiting.map { $0["reason"] } == ["the program says: not today"])
        #expect(waiting.map { $0["source"]?["record"] } == [1])
        #expect(!String(decoding: try workspace.read("state/copydesk/p/quarantine.jsonl"), as: UTF8.self).contains("Reisz"))
        try workspace.write("mended", "")
        let replay = try workspace.run("replay", "p.yaml")
        #expect(replay.exitCode == 0, "\(replay.errors)")
        #expect(try workspace.records("p/a.jsonl").count == 3)
        #expect(try workspace.quarantine(of: "p").isEmpty)
        #expect(!String(decoding: try workspace.read("p/a.jsonl"), as: UTF8.self).contains("Reisz"))
    }
}
