import ArgumentParser
import SegmentStage
import StageKit
import SummarizeStage

/// Writes the summaries that the shipped model makes of evaluation articles, one sentence a line, for a ROUGE scorer.
struct SummarizePredict: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize-predict",
        abstract: "Sums up the articles of a JSONL file with id and text as {\"id\",\"summary\"} lines on stdout.")

    @Argument(help: "JSONL with id and text; - for stdin.") var articles: String
    @Option(help: "Only lines whose field split says this.") var split: String?
    @Option(help: "How many sentences.") var sentences = 3
    @Flag(help: "Take the first sentences instead (Lead-N).") var lead = false
    @Flag(help: "Trim the sentences.") var trim = false
    @Flag(help: "Only print how many articles a second one core sums up.") var speed = false

    func run() throws {
        let examples = try SummarizeExample.read(CommandFiles.read(articles), split: split)
        var stage = SummarizeStage()
        stage.sentences = sentences
        stage.trim = trim
        stage.style = .bullets
        var worker = stage.makeWorker(StageContext(pipeline: "train", inputDirectory: "/", outputDirectory: "/", run: "train"))
        if speed {
            try measure(examples, &worker)
            return
        }
        var writer = JSONWriter()
        for example in examples {
            var article = example.article
            let summary: String
            if lead {
                summary = article.sentences.prefix(sentences).compactMap { article.text?[$0.range] }.joined(separator: "\n")
            } else {
                // A bullet a sentence: the scorer takes a line for a sentence and does not see the bullets.
                _ = try worker.process(&article)
                summary = article.summary?.text ?? ""
            }
            writer.beginObject()
            writer.name("id")
            writer.string(example.id)
            writer.name("summary")
            writer.string(summary)
            writer.endObject()
            writer.endLine()
        }
        print(String(decoding: writer.bytes, as: UTF8.self), terminator: "")
    }

    /// Processor time, the best of several rounds: the same on a busy machine.
    private func measure(_ examples: [SummarizeExample], _ worker: inout SummarizeWorker) throws {
        var summing = Double.infinity
        var both = Double.infinity
        for _ in 0..<5 {
            var start = processorSeconds()
            for example in examples {
                var article = example.article
                _ = try worker.process(&article)
            }
            summing = min(summing, processorSeconds() - start)
            var segmenter = SegmentWorker()
            start = processorSeconds()
            for example in examples {
                var article = example.article
                _ = try segmenter.process(&article)
                _ = try worker.process(&article)
            }
            both = min(both, processorSeconds() - start)
        }
        print("summarize: \(Int(Double(examples.count) / summing)) articles/s; segment and summarize: \(Int(Double(examples.count) / both))")
    }
}
