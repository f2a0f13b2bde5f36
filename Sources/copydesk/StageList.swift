// No imports of stages here: Package.swift makes every stage's module visible to this target.
import PipelineConfig
import StageKit

/// Every stage this program knows: one line each, here and in Package.swift.
let stageTypes: [any Stage.Type] = [
    LoadStage.self,
    CleanStage.self,
    SegmentStage.self,
    EntitiesStage.self,
    SummarizeStage.self,
    ExportStage.self,
    DedupeStage.self,
    ExecStage.self,
    FilterStage.self,
    KeyphrasesStage.self,
    LanguageStage.self,
    QuotesStage.self,
    ReadabilityStage.self,
    RedactStage.self,
    TopicsStage.self,
]

let catalog = StageCatalog(stageTypes)
