import ExportStage
import Foundation
import LoadStage
import StageKit
import Testing

@testable import PipelineConfig

@Suite struct PipelineLoaderTests {
    private let loader = PipelineLoader(catalog: Pipelines.catalog, environment: Pipelines.environment)

    @Test func aMissingFileIsNamed() throws {
        let error = try #require(throws: ConfigurationError.self) { try loader.load(path: "/no/such\u{1B}/nightly.yaml") }
        #expect(error.rendered(colour: false) == "error: there is no pipeline file /no/such␛/nightly.yaml\n")
    }

    @Test func aFolderCannotBeRead() throws {
        let error = try #require(throws: ConfigurationError.self) { try loader.load(path: "/tmp") }
        #expect(error.rendered(colour: false).hasPrefix("error: /tmp cannot be read: "))
    }

    @Test func anEndlessFileIsNotReadToItsEnd() throws {
        let error = try #require(throws: ConfigurationError.self) { try loader.load(path: "/dev/zero") }
        #expect(error.diagnostics.map(\.message) == ["the file is longer than 1048576 bytes, the most a pipeline file may have"])
    }

    @Test func pathsAreRelativeToTheFile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "copydesk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("state: state\n\(Pipelines.around("  - clean"))".utf8).write(to: URL(filePath: "\(folder)/nightly.v2.yaml"))
        let plan = try loader.load(path: "\(folder)/nightly.v2.yaml")
        #expect(plan.name == "nightly")
        #expect(plan.directory == folder)
        #expect(plan.file == "\(folder)/nightly.v2.yaml")
        #expect(plan.statePath == "\(folder)/state")
    }

    @Test func defaultsHaveEveryStageOnce() throws {
        let plan = try loader.loadDefaults(named: "preview", directory: "/srv")
        #expect(plan.transforms.map { type(of: $0).name } == ["clean", "segment", "entities", "summarize"])
        #expect(plan.name == "preview")
        let more = PipelineLoader(catalog: StageCatalog([LoadStage.self, NeedyStage.self, ExportStage.self]), environment: [:])
        #expect(try more.loadDefaults(named: "preview", directory: "/srv").transforms.isEmpty)
        #expect(throws: ConfigurationError.self) {
            try PipelineLoader(catalog: StageCatalog([]), environment: [:]).loadDefaults(named: "preview", directory: "/srv")
        }
    }
}

/// Does nothing before it is told what.
private struct NeedyStage: TransformStage, ArticleWorker {
    static let name = "needy"
    static let abstract = "Needs a setting."
    var reads: Set<ArticlePart> { [] }
    var writes: Set<ArticlePart> { [] }
    @Setting(required: "What to do.") var task = ""

    func process(_ article: inout Article) -> Verdict { .keep }
}
