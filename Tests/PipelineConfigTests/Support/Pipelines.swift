import CleanStage
import EntitiesStage
import ExportStage
import LoadStage
import SegmentStage
import StageKit
import SummarizeStage

@testable import PipelineConfig

/// Loads pipelines as the program does, with the real stages, in an environment that is always the same.
enum Pipelines {
    static let catalog = StageCatalog([
        LoadStage.self, CleanStage.self, SegmentStage.self, EntitiesStage.self, SummarizeStage.self, ExportStage.self,
    ])

    static let environment = ["HOME_FOLDER": "/srv/news", "EMPTY": "", "SENTENCES": "4"]

    static func load(_ text: [UInt8], path: String = "/srv/test.yaml") throws(ConfigurationError) -> PipelinePlan {
        try PipelineLoader(catalog: catalog, environment: environment).load(text, path: path)
    }

    static func load(_ text: String, path: String = "/srv/test.yaml") throws(ConfigurationError) -> PipelinePlan {
        try load(Array(text.utf8), path: path)
    }

    /// What is wrong with `text`; empty where nothing is.
    static func problems(of text: String) -> [Diagnostic] {
        do throws(ConfigurationError) {
            _ = try load(text)
            return []
        } catch {
            return error.diagnostics
        }
    }

    /// A pipeline with `stages`, each a line or more at indentation 2, between a `load` and an `export`.
    static func around(_ stages: String) -> String {
        "stages:\n  - load: in/*\n\(stages)\n  - export: [{jsonl: out/a.jsonl}]\n"
    }
}
