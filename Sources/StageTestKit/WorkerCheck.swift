import StageKit

/// Checks that a stage's result depends on its article alone: a worker that has seen others agrees with a fresh one, and
/// the same article comes out the same again.
enum WorkerCheck {
    static func problems(of stage: any Stage.Type, _ examples: [StageExample]) -> [String] {
        guard stage is any TransformStage.Type else { return [] }
        var problems: [String] = []
        for example in examples {
            guard let run = try? ExampleRun.configured(stage, example), let transform = run.stage as? any TransformStage else { continue }
            // Every example's article through this example's settings.
            let articles = examples.compactMap { try? ExampleArticle.articles($0.given).last }
            if let problem = disagreement(transform, articles, run.context) { problems.append("example '\(example.title)': \(problem)") }
        }
        return problems
    }

    private static func disagreement(_ transform: some TransformStage, _ articles: [Article], _ context: StageContext) -> String? {
        guard var used = try? transform.makeWorker(context) else { return "no second worker can be made" }
        let fresh = articles.map { article in
            guard var worker = try? transform.makeWorker(context) else { return "no worker" }
            return outcome(&worker, article)
        }
        // Backwards and forwards, so that each article follows every kind of neighbour.
        for index in Array(articles.indices.reversed()) + Array(articles.indices) where outcome(&used, articles[index]) != fresh[index] {
            return "a worker that has seen other articles does not agree with a fresh one on article \(index); does it keep something between articles?"
        }
        return nil
    }

    private static func outcome(_ worker: inout some ArticleWorker, _ article: Article) -> String {
        var article = article
        do {
            // What a stage that compares articles makes of one is its digest.
            if var ordered = worker as? any OrderedWorker { return "digest: \(try ordered.digest(of: article))" }
            switch try worker.process(&article) {
            case .keep: return ArticleCheck.problems(of: article).first ?? ExampleRecord.record(of: article).json
            case .drop(let reason): return "dropped: \(reason)"
            }
        } catch {
            return "failed: \(error)"
        }
    }
}
