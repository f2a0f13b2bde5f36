import ArgumentParser
import EntitiesStage
import StageKit

/// `copydesk-train entities-score`: scores the model that is part of the program, and measures its speed.
struct EntitiesScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities-score", abstract: "Scores the embedded names model on corpora and measures tokens a second.")

    @Option(help: "The folder that holds ner/.") var corpora = "../shared/corpora"
    @Option(help: "A packed model; without it the one that is part of the program.") var model: String?
    @Option(help: "A packed model to compare with, article by article.") var against: String?
    @Option(help: "Corpora to score on, by file name without ending.") var test: [String] = ["uner-ewt-test.eval-only"]
    @Flag(name: .customLong("harmonized"), help: "Score after the harmony of the corpora, as in training.") var isHarmonized = false
    @Option(help: "Sentences that make an article.") var documentLength = Training.documentLength
    @Option(help: "A name list to measure with, as `gazetteers` takes it.") var gazetteer: String?
    @Option(help: "Rounds over raw-news for the speed; 0: no measurement.") var rounds = 3

    func run() throws {
        let model = try model.map { try load(try ModelFile.read($0)) } ?? EntityModel.embedded()
        let harmony = isHarmonized ? try CorpusHarmony(in: corpora) : nil
        for name in test {
            let sentences = try Corpus.read(name, in: corpora).map { harmony?.harmonized($0) ?? $0 }
            let score = SpanScore.of(sentences, model, documentLength: documentLength)
            print("\(name): \(score.summary)")
            guard let against else { continue }
            let other = try load(try ModelFile.read(against))
            let comparison = PairedBootstrap(
                SpanScore.eachArticle(sentences, model, documentLength: documentLength),
                SpanScore.eachArticle(sentences, other, documentLength: documentLength))
            print("\(name), against \(against): \(comparison.summary)")
        }
        guard rounds > 0 else { return }
        let news = try Corpus.readPlain("raw-news", in: corpora)
        let articles = stride(from: 0, to: news.count, by: documentLength).map { start in
            article(news[start..<min(start + documentLength, news.count)])
        }
        let tokens = articles.reduce(0) { $0 + $1.tokens.count }
        var tagger = Tagger(model)
        var mentions: [Mention] = []
        let documents = articles.map { article in
            (bytes: article.text?.utf8 ?? [], tokens: article.tokens.map(\.range), sentences: article.sentences.map(\.tokens))
        }
        measure("tagger alone", tokens) {
            for document in documents {
                document.bytes.withUnsafeBufferPointer {
                    tagger.tag($0, tokens: document.tokens, sentences: document.sentences, into: &mentions)
                }
            }
        }
        let context = StageContext(pipeline: "score", inputDirectory: ".", outputDirectory: ".", run: "score")
        try measure("whole stage (tagger, rules, linking)", EntitiesStage(), context, articles, tokens)
        if let gazetteer {
            var stage = EntitiesStage()
            stage.gazetteers = [gazetteer]
            let start = processorSeconds()
            try stage.prepare(context)
            print("loading \(gazetteer): \(Int((processorSeconds() - start) * 1000)) ms")
            try measure("whole stage with \(gazetteer)", stage, context, articles, tokens)
        }
    }

    private func measure(_ title: String, _ stage: EntitiesStage, _ context: StageContext, _ articles: [Article], _ tokens: Int) throws {
        var worker = try stage.makeWorker(context)
        try measure(title, tokens) {
            for article in articles {
                var article = article
                _ = try worker.process(&article)
            }
        }
    }

    /// The best of the rounds, in time of the processor, as the machine may be busy with other things.
    private func measure(_ title: String, _ tokens: Int, _ work: () throws -> Void) rethrows {
        var best = Double.infinity
        for _ in 0..<rounds {
            let start = processorSeconds()
            try work()
            best = min(best, processorSeconds() - start)
        }
        print("\(title): \(Int(Double(tokens) / best)) tokens/s (\(tokens) tokens in \(Int(best * 1000)) ms on one core)")
    }

    private func article(_ sentences: ArraySlice<TaggedSentence>) -> Article {
        let document = Document(sentences)
        var article = Article(
            id: ArticleID("0"), source: ArticleSource(uri: "score", record: 0), text: ArticleText(repairing: document.bytes))
        article.tokens = document.tokens.map { Token($0) }
        article.sentences = document.sentences.map { range in
            Sentence(range: document.tokens[range.lowerBound].lowerBound..<document.tokens[range.upperBound - 1].upperBound, tokens: range)
        }
        return article
    }
}
