import PipelineConfig
import StageKit

/// The ordered stage of a chain with the worker that one thread has of it.
protocol OrderedStep: AnyObject {
    func digest(of article: Article) throws -> [UInt8]
}

/// Holds a worker of a known type, so that its calls need no existential.
private final class DigestStep<Worker: OrderedWorker>: OrderedStep {
    private var worker: Worker

    init(_ worker: Worker) {
        self.worker = worker
    }

    func digest(of article: Article) throws -> [UInt8] {
        try worker.digest(of: article)
    }
}

extension OrderedStage {
    func makeOrderedStep(_ context: StageContext) throws -> any OrderedStep {
        DigestStep(try makeWorker(context))
    }

    func makeAnyMemory() -> any ArticleMemory { makeMemory() }
}

extension PipelinePlan {
    /// The stage that compares articles with those before them, and its place among the transforms; nil where there is none.
    var orderedStage: (stage: any OrderedStage, index: Int)? {
        for (index, transform) in transforms.enumerated() {
            if let stage = transform as? any OrderedStage { return (stage, index) }
        }
        return nil
    }
}

extension Judgement {
    /// What a stage says of an article with nothing before it.
    static let original = Judgement(.keep)

    /// Whether the rest of the chain comes to the same end after either.
    func means(_ other: Judgement) -> Bool {
        verdict == other.verdict && layer == other.layer
    }
}
