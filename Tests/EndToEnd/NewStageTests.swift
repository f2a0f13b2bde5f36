import Foundation
import Testing

/// `copydesk new stage` in a copy of the project's own files.
@Suite struct NewStageTests {
    /// A checkout with the files that matter to the verb.
    private static func checkout() throws -> Workspace {
        let workspace = try Workspace()
        for file in ["Package.swift", "Sources/copydesk/StageList.swift", "Plugins/Readability/README.md"] {
            try workspace.write(file, Array(Data(contentsOf: URL(fileURLWithPath: "\(Program.project)/\(file)"))))
        }
        return workspace
    }

    @Test func aNewStageIsItsOwnFolderAndOneLineInEachList() throws {
        let workspace = try NewStageTests.checkout()
        let before = try workspace.texts()
        let result = try Program.run(["new", "stage", "word-count"], in: "\(workspace.path)/Sources")
        #expect(result.exitCode == 0, "\(result.errors)")
        let after = try workspace.texts()
        #expect(
            after.keys.filter { before[$0] != after[$0] }.sorted() == [
                "Package.swift", "Plugins/WordCount/README.md", "Plugins/WordCount/Tests/WordCountStageTests.swift",
                "Plugins/WordCount/WordCountStage+Examples.swift", "Plugins/WordCount/WordCountStage.swift", "Sources/copydesk/StageList.swift",
            ])
        #expect(added(before["Package.swift"], after["Package.swift"]) == ["    \"WordCount\","])
        #expect(added(before["Sources/copydesk/StageList.swift"], after["Sources/copydesk/StageList.swift"]) == ["    WordCountStage.self,"])
        // The three commands to try it.
        for command in ["swift test --filter WordCountStageTests", "swift run copydesk stages word_count", "swift run copydesk preview "] {
            #expect(result.output.contains("\n  \(command)"))
        }
    }

    /// The lines that one text has more than the other, where nothing else differs.
    private func added(_ old: String?, _ new: String?) -> [String]? {
        var rest = (new ?? "").split(separator: "\n", omittingEmptySubsequences: false)[...]
        var added: [String] = []
        for line in (old ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            guard let index = rest.firstIndex(of: line) else { return nil }
            added += rest[..<index].map(String.init)
            rest = rest[(index + 1)...]
        }
        return added + rest.map(String.init)
    }

    @Test(arguments: [
        ("Readability", "there is a stage 'readability' already"), ("segment", "there is a stage 'segment' already"),
        ("word count", "cannot be a stage's name"),
    ])
    func aNameThatCannotBeChangesNothing(_ name: String, message: String) throws {
        let workspace = try NewStageTests.checkout()
        let before = try workspace.texts()
        let result = try Program.run(["new", "stage", name], in: workspace.path)
        #expect(result.exitCode == 1)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try workspace.texts() == before)
    }

    @Test func aFolderThatIsThereIsLeftAlone() throws {
        let workspace = try NewStageTests.checkout()
        try workspace.write("Plugins/wordcount/mine.txt", Array("mine".utf8))
        let before = try workspace.texts()
        let result = try Program.run(["new", "stage", "word-count"], in: workspace.path)
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("there is a Plugins/wordcount already"), "\(result.errors)")
        #expect(try workspace.texts() == before)
    }

    @Test func whatCannotBeFinishedIsUndone() throws {
        let workspace = try NewStageTests.checkout()
        // The second list cannot be written: its temporary file's name is taken by a folder.
        try workspace.write("Sources/copydesk/StageList.swift.part/x", [])
        let before = try workspace.texts()
        let result = try Program.run(["new", "stage", "word-count"], in: workspace.path)
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("nothing was changed"), "\(result.errors)")
        #expect(try workspace.texts() == before)
        #expect(!FileManager.default.fileExists(atPath: "\(workspace.path)/Plugins/WordCount"))
    }

    @Test func aListThatLooksOtherwiseIsNotGuessedAt() throws {
        let workspace = try NewStageTests.checkout()
        try workspace.write("Package.swift", "let plugins = [String]()\n")
        let before = try workspace.texts()
        let result = try workspace.run("new", "stage", "word-count")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("Package.swift has no list that begins with the line 'let plugins: [String] = ['"), "\(result.errors)")
        #expect(try workspace.texts() == before)
    }

    @Test func outsideOfACheckoutItSaysSo() throws {
        let workspace = try Workspace()
        let result = try Program.run(["new", "stage", "word-count"], in: workspace.path)
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("lies in no checkout of copydesk"), "\(result.errors)")
        #expect(try workspace.texts().isEmpty)
    }
}
