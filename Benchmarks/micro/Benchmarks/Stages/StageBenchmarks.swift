import Benchmark
import StageKit

/// One benchmark a stage: the sample articles, once, as they come out of the stage before.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [Metric.allocations, Metric.work],
        warmupIterations: 3, maxDuration: .seconds(3),
        thresholds: [
            // A busy machine moves the one by half; nothing but a change of the code moves the other.
            Metric.work: .init(relative: [.p90: 50]), Metric.allocations: .init(relative: [.p90: 2]),
        ])
    do {
        try register(try Line())
    } catch {
        fatalError("the samples cannot be prepared: \(error)")
    }
}

private func register(_ line: Line) throws {
    Benchmark("load") { benchmark in
        try Metric.record(benchmark) {
            for record in line.records { blackHole(try line.load.decode(record)) }
        }
    }
    for (stage, articles) in zip(line.transforms, line.articles) { try register(stage, articles, line.context) }
    Benchmark("export") { benchmark in
        var batch = line.export.makeBatch()
        Metric.record(benchmark) {
            for article in line.articles[line.articles.count - 1] { line.export.encode(article, into: &batch) }
        }
        blackHole(batch)
    }
}

private func register<Stage: TransformStage>(_ stage: Stage, _ articles: [Article], _ context: StageContext) throws {
    Benchmark(Stage.name) { benchmark in
        var worker = try stage.makeWorker(context)
        // Its buffers grow to their size first.
        for article in articles { blackHole(try processed(article, by: &worker)) }
        try Metric.record(benchmark) {
            for article in articles { blackHole(try processed(article, by: &worker)) }
        }
    }
}

private func processed(_ article: Article, by worker: inout some ArticleWorker) throws -> Article {
    var article = article
    _ = try worker.process(&article)
    return article
}
