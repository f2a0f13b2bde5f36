import Foundation
import StageKit
import Testing

@testable import copydesk

/// A stage is in Plugins/, in Package.swift and in StageList.swift, or in none of them.
@Suite struct ListingTests {
    private static func text(_ file: String) throws -> String {
        try String(contentsOfFile: "\(Project.path)/\(file)", encoding: .utf8)
    }

    /// The folders in Plugins/ that hold a stage: those with Swift files.
    private static var folders: [String] {
        FileSystem.names(in: "\(Project.path)/Plugins").filter { folder in
            FileSystem.names(in: "\(Project.path)/Plugins/\(folder)").contains { $0.hasSuffix(".swift") }
        }
    }

    @Test func everyFolderInPluginsIsListed() throws {
        let package = try ListingTests.text("Package.swift")
        let list = try ListingTests.text("Sources/copydesk/StageList.swift")
        #expect(!ListingTests.folders.isEmpty)
        for folder in ListingTests.folders {
            #expect(
                package.contains("\n    \"\(folder)\",\n"),
                "Plugins/\(folder) is not listed in Package.swift: add the line '    \"\(folder)\",' to 'plugins'")
            #expect(
                list.contains("\n    \(folder)Stage.self,\n"),
                "Plugins/\(folder) is not listed in Sources/copydesk/StageList.swift: add the line '    \(folder)Stage.self,' to 'stageTypes'")
        }
    }

    @Test func everyPluginHasItsTestsAndItsReadme() {
        for folder in ListingTests.folders {
            let path = "\(Project.path)/Plugins/\(folder)"
            #expect(FileSystem.size("\(path)/README.md") != nil, "Plugins/\(folder) has no README.md")
            #expect(
                FileSystem.names(in: "\(path)/Tests").contains { $0.hasSuffix("Tests.swift") },
                "Plugins/\(folder)/Tests has no tests: see Plugins/Readability/Tests")
        }
    }
}
