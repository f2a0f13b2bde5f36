import PipelineConfig
import StageKit

extension PipelinePlan {
    /// Every stage's name and fingerprint, the source first, the sink last.
    var stageIdentities: [StageIdentity] {
        let names = [type(of: source).name] + transforms.map { type(of: $0).name } + [type(of: sink).name]
        return zip(names, stageFingerprints).map { StageIdentity(name: $0, fingerprint: $1) }
    }
}
