import ArgumentParser
import StageKit
import SummarizeStage

/// Trains the ranker of `summarize`.
struct SummarizeTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize",
        abstract: "Trains the sentence ranker on articles with reference summaries and writes its weights as Swift.")

    @Argument(help: "JSONL with id, text and reference or references; - for stdin.") var articles: String
    @Option(help: "Only lines whose field split says this.") var split: String?
    @Option(help: "The Swift file to write; none: only cross-validate.") var output: String?
    @Option(help: "What the articles are, for the comment in the file.") var source = "articles with reference summaries"
    @Option(help: "Folds of the cross-validation; 0: none.") var folds = 5
    @Option(help: "Ridge of the set model.") var ridge: Float = 0.02
    @Option(help: "Share of ROUGE-1 in the reward.") var unigramShare: Float = 0.3
    @Option(help: "Rounds of minimum-risk training.") var riskRounds = 150
    @Option(help: "Sharpness of the first step.") var sharpness: Float = 30

    func run() throws {
        let examples = try SummarizeExample.read(CommandFiles.read(articles), split: split)
        var options = SetTrainer.Options()
        options.ridge = ridge
        options.unigramShare = unigramShare
        options.riskRounds = riskRounds
        options.sharpness = sharpness
        var analyser = Analyser()
        var terms = TermTrainer()
        for example in examples {
            let (analysis, targets) = Self.read(example, &analyser)
            terms.add(analysis, targets)
        }
        let model = terms.fit()
        var trainer = SetTrainer()
        trainer.options = options
        var lead: [(Float, Float)] = []
        for example in examples {
            var (analysis, targets) = Self.read(example, &analyser)
            let document = CandidateSets.document(of: &analysis, model, targets)
            if document.scores.count > 1 {
                let score = targets.rouge(of: Array(analysis.sentences.indices.prefix(3)), in: analysis)
                lead.append((score.one, score.two))
            }
            trainer.add(document)
        }
        trainer.standardize()
        let all = Array(trainer.documents.indices)
        print("\(all.count) articles, \(trainer.documents.map(\.scores.count).reduce(0, +)) candidate sets")
        report("lead", (100 * lead.map(\.0).reduce(0, +) / Float(lead.count), 100 * lead.map(\.1).reduce(0, +) / Float(lead.count)))
        let scaled = folds > 1 ? crossValidate(trainer, all) : trainer.fit(all)
        let weights = trainer.unscaled(scaled)
        report("in sample", trainer.evaluate(scaled, all))
        guard let output else { return }
        let ranker = RankerWeights(
            words: model.wordWeights, bigrams: model.bigramWeights, sentence: Array(weights.prefix(SentenceFeatures.count)),
            set: CandidateSets.withRules(Array(weights.dropFirst(SentenceFeatures.count))))
        try CommandFiles.write(WeightsFile.swift(ranker, source: source, articles: all.count, options: options), to: output)
    }

    /// Prints what folds score that training did not see; gives the mean of the folds' weights, which depends less on
    /// single articles than one fit to all (bagging: Breiman, Machine Learning 24, 1996).
    private func crossValidate(_ trainer: SetTrainer, _ all: [Int]) -> [Float] {
        var one: Float = 0, two: Float = 0
        var mean = [Float](repeating: 0, count: SetTrainer.width)
        for fold in 0..<folds {
            let held = all.filter { $0 % folds == fold }
            let weights = trainer.fit(all.filter { $0 % folds != fold })
            for index in mean.indices { mean[index] += weights[index] / Float(folds) }
            let score = trainer.evaluate(weights, held)
            one += score.one * Float(held.count) / Float(all.count)
            two += score.two * Float(held.count) / Float(all.count)
        }
        report("cross-validated", (one, two))
        return mean
    }

    private func report(_ name: String, _ score: (one: Float, two: Float)) {
        print("\(name): R1 \((score.one * 100).rounded() / 100)  R2 \((score.two * 100).rounded() / 100)")
    }

    static func read(_ example: SummarizeExample, _ analyser: inout Analyser) -> (Analysis, ReferenceTargets) {
        var analysis = Analysis()
        guard let text = example.article.text else { return (analysis, ReferenceTargets([], &analyser)) }
        analyser.read(
            text.utf8, ArticleReader.inputs(of: example.article), titles: ArticleReader.titles(of: example.article),
            into: &analysis)
        return (analysis, ReferenceTargets(example.references, &analyser))
    }
}
