import ArgumentParser
import SegmentStage
import StageKit

/// Runs `segment` over evaluation documents, for a scorer or a clock.
struct PredictSegment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict-segment",
        abstract: "Segments documents and prints predictions (code points), or the speed.",
        discussion: "Reads JSON Lines with \"id\" and \"text\" from standard input.")

    @Flag(help: "Print each sentence's tokens as well.")
    var tokens = false

    @Option(help: "Segment everything this many times on one core and print the speed of the best time instead.")
    var timing: Int?

    func run() throws {
        var articles: [(id: String, article: Article)] = []
        while let line = readLine() {
            guard !line.isEmpty else { continue }
            let value = try JSONParser.parse(Array(line.utf8))
            guard let id = value["id"]?.stringValue, let text = value["text"]?.stringValue else {
                throw ValidationError("line \(articles.count + 1) has no \"id\" or \"text\"")
            }
            let source = ArticleSource(uri: "-", record: articles.count)
            articles.append((id, Article(id: ArticleID(id), source: source, text: ArticleText(text))))
        }
        var worker = SegmentWorker()
        if let timing { return try time(articles.map(\.article), rounds: timing, &worker) }
        for (id, article) in articles {
            var article = article
            _ = try worker.process(&article)
            print(prediction(id, article).json)
        }
    }

    /// The best of the rounds, in time of the processor, as the machine may be busy with other things.
    private func time(_ articles: [Article], rounds: Int, _ worker: inout SegmentWorker) throws {
        var (sentences, tokens, bytes) = (0, 0, 0)
        var best = Double.infinity
        for _ in 0..<rounds {
            (sentences, tokens, bytes) = (0, 0, 0)
            let start = processorSeconds()
            for article in articles {
                var article = article
                _ = try worker.process(&article)
                sentences += article.sentences.count
                tokens += article.tokens.count
                bytes += article.text?.count ?? 0
            }
            best = min(best, processorSeconds() - start)
        }
        let seconds = best
        print("\(Int(Double(sentences) / seconds)) sentences/s, \(Int(Double(tokens) / seconds)) tokens/s, \(Int(Double(bytes) / seconds / 1e6)) MB/s")
    }

    private func prediction(_ id: String, _ article: Article) -> JSONValue {
        guard let text = article.text else { return .null }
        let offsets = TextOffsets(text, in: .codePoints)
        var object: [String: JSONValue] = ["id": .string(id)]
        object["sentences"] = .array(
            article.sentences.map { [.integer(offsets.offset(ofByte: $0.range.lowerBound)), .integer(offsets.offset(ofByte: $0.range.upperBound))] })
        if tokens {
            object["tokens"] = .array(
                article.sentences.map { .array(article.tokens[$0.tokens].map { .string(text[$0.range]) }) })
        }
        return .object(object)
    }
}
