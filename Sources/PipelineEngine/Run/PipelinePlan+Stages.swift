import PipelineConfig
import StageKit

extension PipelinePlan {
    /// Every stage's name and fingerprint, the source first, the sink last.
    var stageIdentities: [StageIdentity] {
        let stages: [any Stage.Type] = [type(of: source)] + transforms.map { type(of: $0) } + [type(of: sink)]
        return zip(stages, stageFingerprints).map { StageIdentity(name: $0.name, fingerprint: $1, counters: $0.counters) }
    }
}
