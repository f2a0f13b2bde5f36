import Foundation
import StageKit
import Testing

@testable import copydesk

@Suite struct GoldenTests {
    /// Plugins/Readability is the golden of what `new stage` makes: it is compiled and tested as every plug-in is.
    @Test func readabilityIsWhatTheTemplateMakes() throws {
        for (name, text) in StageTemplate(names: try StageNames("Readability")).files {
            let golden = try String(contentsOfFile: "\(Project.path)/Plugins/Readability/\(name)", encoding: .utf8)
            #expect(text == golden, "Plugins/Readability/\(name) and StageTemplate.swift differ: change both")
        }
    }

    @Test func anotherNameChangesEveryMention() throws {
        let files = StageTemplate(names: try StageNames("word-count")).files
        #expect(files.keys.sorted() == ["README.md", "Tests/WordCountStageTests.swift", "WordCountStage+Examples.swift", "WordCountStage.swift"])
        #expect(files.values.allSatisfy { !$0.lowercased().contains("readability") })
    }
}
