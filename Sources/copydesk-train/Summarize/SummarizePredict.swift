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
    @Flag(help: "Only print how the time grows with an article's sentences.") var growth = false

    func run() throws {
        let examples = try SummarizeExample.read(CommandFiles.read(articles), split: split)
        var stage = SummarizeStage()
        stage.sentences = sentences
        stage.trim = trim
        stage.style = .bullets
        var worker = stage.makeWorker(StageContext(pipeline: "train", inputDirectory: "/", outputDirectory: "/", run: "train"))
        if speed { return try SummarizeTimes.printSpeed(examples, &worker) }
        if growth { return try SummarizeTimes.printGrowth(examples, &worker) }
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
}
