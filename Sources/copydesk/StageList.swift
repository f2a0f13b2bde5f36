import CleanStage
import EntitiesStage
import ExecStage
import ExportStage
import LoadStage
import PipelineConfig
import SegmentStage
import StageKit
import SummarizeStage

/// Every stage this program knows: one line each, here and in Package.swift.
let stageTypes: [any Stage.Type] = [
    LoadStage.self,
    CleanStage.self,
    SegmentStage.self,
    EntitiesStage.self,
    SummarizeStage.self,
    ExecStage.self,
    ExportStage.self,
]

let catalog = StageCatalog(stageTypes)
