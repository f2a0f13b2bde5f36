import StageKit

/// An ordered stage in a preview: it compares an article with those of the same file before it.
final class PreviewMemory: TransformStep {
    private let stage: any OrderedStage
    private let step: any OrderedStep
    private var memory: any ArticleMemory
    /// What to remember of the article that is on its way.
    private var entry: [UInt8]?

    init(_ stage: any OrderedStage, _ step: any OrderedStep) {
        self.stage = stage
        self.step = step
        memory = stage.makeAnyMemory()
    }

    func process(_ article: inout Article) throws -> Verdict {
        entry = nil
        let key = SeenEntry.key(of: SourceRecord(source: article.source, bytes: [], format: ""), article: article)
        let judgement = try memory.judge(Newcomer(id: article.id, key: key, digest: try step.digest(of: article)))
        entry = judgement.entry
        if let layer = judgement.layer, judgement.verdict == .keep { article.extensions[type(of: stage).name] = layer }
        return judgement.verdict
    }

    func articleWentAllTheWay() {
        if let entry { _ = memory.remember(entry) }
        entry = nil
    }

    func forget() {
        memory = stage.makeAnyMemory()
    }
}
