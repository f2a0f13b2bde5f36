import SegmentStage
import StageKit
import SummarizeStage

/// Measures `summarize` in processor time, the best of several rounds: the same on a busy machine.
enum SummarizeTimes {
    private static let rounds = 5

    /// Prints how many articles a second one core sums up, and how many when it finds their sentences as well.
    static func printSpeed(_ examples: [SummarizeExample], _ worker: inout SummarizeWorker) throws {
        let summing = try best { for example in examples { try sumUp(example.article, &worker) } }
        var segmenter = SegmentWorker()
        let both = try best {
            for example in examples {
                var article = example.article
                _ = try segmenter.process(&article)
                try sumUp(article, &worker)
            }
        }
        print("summarize: \(Int(Double(examples.count) / summing)) articles/s; segment and summarize: \(Int(Double(examples.count) / both))")
    }

    /// Prints the time of one article of 10, 100, 1,000 and 10,000 sentences, made by joining articles.
    static func printGrowth(_ examples: [SummarizeExample], _ worker: inout SummarizeWorker) throws {
        for count in [10, 100, 1_000, 10_000] {
            let article = try joined(examples, sentences: count)
            // Short articles are repeated, so that every line measures about the same work.
            let repeats = 10_000 / count
            let time = try best { for _ in 0..<repeats { try sumUp(article, &worker) } } / Double(repeats)
            let microseconds = time * 1e6
            let perSentence = (microseconds / Double(article.sentences.count) * 100).rounded() / 100
            print("\(article.sentences.count) sentences: \(Int(microseconds)) µs, \(perSentence) µs a sentence")
        }
    }

    private static func joined(_ examples: [SummarizeExample], sentences count: Int) throws -> Article {
        var text: [UInt8] = []
        var missing = count
        for example in examples where missing > 0 {
            guard let own = example.article.text else { continue }
            let sentences = example.article.sentences.prefix(missing)
            guard let end = sentences.last?.range.upperBound else { continue }
            text += own.utf8[..<end] + Array("\n\n".utf8)
            missing -= sentences.count
        }
        guard missing == 0 else { throw StageFailure("the articles have \(count - missing) sentences in all", advice: "give more articles") }
        var article = Article(id: ArticleID(content: text), source: ArticleSource(uri: "joined", record: 0), text: ArticleText(String(decoding: text, as: UTF8.self)))
        var segmenter = SegmentWorker()
        _ = try segmenter.process(&article)
        return article
    }

    private static func sumUp(_ article: Article, _ worker: inout SummarizeWorker) throws {
        var article = article
        _ = try worker.process(&article)
    }

    private static func best(_ work: () throws -> Void) rethrows -> Double {
        var least = Double.infinity
        for _ in 0..<rounds {
            let start = processorSeconds()
            try work()
            least = min(least, processorSeconds() - start)
        }
        return least
    }
}
