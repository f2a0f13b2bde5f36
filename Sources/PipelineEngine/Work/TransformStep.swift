import StageKit

/// One transform of a chain with the worker that one thread has of it.
protocol TransformStep: AnyObject {
    func process(_ article: inout Article) throws -> Verdict
}

/// Holds a worker of a known type, so that its calls need no existential.
private final class WorkerStep<Worker: ArticleWorker>: TransformStep {
    private var worker: Worker

    init(_ worker: Worker) {
        self.worker = worker
    }

    func process(_ article: inout Article) throws -> Verdict {
        try worker.process(&article)
    }
}

extension TransformStage {
    func makeStep(_ context: StageContext) throws -> any TransformStep {
        WorkerStep(try makeWorker(context))
    }
}
