import StageKit

/// A checked pipeline: every stage with its settings, ready to run. A value type; safe to hand to other threads.
public struct PipelinePlan: Sendable {
    /// Fit for a file name.
    public var name: String
    /// Absolute path of the pipeline file.
    public var file: String
    /// Absolute path of its folder, which input paths are relative to.
    public var directory: String
    public var source: any SourceStage
    public var transforms: [any TransformStage]
    public var sink: any SinkStage
    public var errors: ErrorLimits
    public var only = InputSelection.all
    /// No part of the fingerprint: an interrupted run may go on with another.
    public var isolation = Isolation.none
    public var limits = ArticleLimits()
    /// Absolute path of the state folder, where the file names one.
    public var statePath: String?
    /// Changes when any stage or setting does that has a part in what is written.
    public var fingerprint: ContentHash
    /// One for each stage in order, the source first, the sink last.
    public var stageFingerprints: [String]
}

extension PipelinePlan {
    /// A plan of these stages as they are set, computing the fingerprints.
    init(
        name: String, file: String, directory: String, source: any SourceStage, transforms: [any TransformStage],
        sink: any SinkStage, errors: ErrorLimits, isolation: Isolation = .none, limits: ArticleLimits = ArticleLimits(), statePath: String?
    ) {
        let stages: [any Stage] = [source] + transforms + [sink]
        let fingerprints = stages.map { ContentHash(Array($0.settingsInForce.utf8)).description }
        self.init(
            name: name, file: file, directory: directory, source: source, transforms: transforms, sink: sink, errors: errors,
            isolation: isolation, limits: limits, statePath: statePath, fingerprint: ContentHash(Array(fingerprints.joined(separator: " ").utf8)),
            stageFingerprints: fingerprints)
    }
}

extension Stage {
    /// The stage's name and every setting's value with its length, so that no value can pass for two.
    fileprivate var settingsInForce: String {
        ([Self.name] + settingValues.map { "\($0.name) \($0.value.utf8.count) \($0.value)" }).joined(separator: "\n")
    }
}
