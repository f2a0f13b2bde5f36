import Foundation
import Testing

/// docs/adding-a-stage.md, followed to the letter as far as it goes without building the program again.
@Suite struct AddingAStageTests {
    private static func document() throws -> String {
        try String(contentsOfFile: "\(Program.project)/docs/adding-a-stage.md", encoding: .utf8)
    }

    /// The commands of the document: indented by four, outside of code in fences.
    private static func commands() throws -> [[String]] {
        var commands: [[String]] = []
        var isFenced = false
        for line in try document().split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isFenced.toggle() }
            guard !isFenced, line.hasPrefix("    ") else { continue }
            commands.append(line.split(separator: " ").map(String.init))
        }
        return commands
    }

    @Test func everyCommandIsOneThatExists() throws {
        let help = try Program.run(["--help"], in: "/").output
        let commands = try AddingAStageTests.commands()
        #expect(commands.count >= 8)
        for command in commands {
            switch command.prefix(3) {
            case ["swift", "run", "copydesk"]:
                #expect(help.contains("\n  \(command[3]) "), "copydesk has no '\(command[3])'")
            case ["swift", "test", "--filter"]:
                let suite = command[3].replacingOccurrences(of: "ReadingTime", with: "Readability")
                #expect(suite.hasSuffix("Tests") && AddingAStageTests.isTestTarget(suite), "there are no tests '\(command[3])'")
            default: Issue.record("the document has a command of an unknown kind: \(command.joined(separator: " "))")
            }
        }
    }

    private static func isTestTarget(_ name: String) -> Bool {
        let paths = ["Tests/\(name)", "Plugins/\(name.replacingOccurrences(of: "StageTests", with: ""))/Tests"]
        return paths.contains { FileManager.default.fileExists(atPath: "\(Program.project)/\($0)") }
    }

    /// The stage is the shipped Readability in place of the new one, of which it is the twin.
    @Test func thePipelineAndItsExampleWork() throws {
        let workspace = try Workspace()
        for command in try AddingAStageTests.commands() where command.starts(with: ["swift", "run", "copydesk", "new", "pipeline"]) {
            #expect(try workspace.run(arguments: Array(command.dropFirst(3))).exitCode == 0)
        }
        var pipeline = try #require(try workspace.texts()["reading.yaml"])
        pipeline = pipeline.replacingOccurrences(of: "\n  - segment\n", with: "\n  - segment\n  - readability\n")
        try workspace.write("reading.yaml", pipeline)
        let document = try AddingAStageTests.document().replacingOccurrences(of: "reading_time", with: "readability")
        let example = try #require(document.components(separatedBy: "```yaml\n").first { $0.hasPrefix("- it:") }?.components(separatedBy: "```").first)
        try workspace.write("reading.examples.yaml", example)
        try workspace.write("inbox/a.txt", "The council met on Monday and decided nothing of note.\n")
        for command in try AddingAStageTests.commands() where command.count == 5 && command[4] == "reading.yaml" {
            let result = try workspace.run(arguments: Array(command.dropFirst(3)))
            #expect(result.exitCode == 0, "\(command): \(result.output)\(result.errors)")
        }
        #expect(try workspace.records("out/articles.jsonl").first?["extensions"]?["readability"]?["words"] == 10)
    }

    /// What the document says of the names is what `new stage` makes.
    @Test func theNamesAreThoseThatTheCommandMakes() throws {
        let document = try AddingAStageTests.document()
        let workspace = try Workspace()
        for file in ["Package.swift", "Sources/copydesk/StageList.swift"] {
            try workspace.write(file, String(contentsOfFile: "\(Program.project)/\(file)", encoding: .utf8))
        }
        #expect(document.contains("    swift run copydesk new stage reading-time\n"))
        let result = try workspace.run("new", "stage", "reading-time")
        #expect(result.exitCode == 0, "\(result.errors)")
        for command in ["swift test --filter ReadingTimeStageTests", "swift run copydesk stages reading_time", "swift run copydesk preview Pipelines/samples/library-goat.txt"] {
            #expect(result.output.contains(command))
            #expect(document.contains("    \(command)\n"))
        }
        for file in ["ReadingTimeStage.swift", "ReadingTimeStage+Examples.swift"] {
            #expect(workspace.exists("Plugins/ReadingTime/\(file)"))
            #expect(document.contains(file))
        }
    }
}
