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

    /// An article as counted, with what its references use of it.
    private typealias Reading = (analysis: Analysis, targets: ReferenceTargets)

    func run() throws {
        let examples = try SummarizeExample.read(CommandFiles.read(articles), split: split)
        var analyser = Analyser()
        let readings = examples.map { Self.read($0, &analyser) }
        report("lead", lead(readings))
        var weights = folds > 1 ? crossValidate(readings) : nil
        let model = terms(readings)
        let trainer = setTrainer(readings, model)
        let all = Array(readings.indices)
        print("\(all.count) articles, \(trainer.documents.map(\.scores.count).reduce(0, +)) candidate sets")
        if weights == nil { weights = trainer.unscaled(trainer.fit(all)) }
        guard let weights else { return }
        report("in sample", trainer.evaluate(trainer.scaled(weights), all))
        guard let output else { return }
        let ranker = RankerWeights(
            words: model.wordWeights, bigrams: model.bigramWeights, sentence: Array(weights.prefix(SentenceFeatures.count)),
            set: CandidateSets.withRules(Array(weights.dropFirst(SentenceFeatures.count))))
        try CommandFiles.write(WeightsFile.swift(ranker, source: source, articles: all.count, options: trainer.options), to: output)
    }

    /// Prints what folds score that training did not see, the term model's included; gives the mean of the folds'
    /// weights, which depends less on single articles than one fit to all (bagging: Breiman, Machine Learning 24, 1996).
    private func crossValidate(_ readings: [Reading]) -> [Float] {
        var one: Float = 0, two: Float = 0
        var mean = [Float](repeating: 0, count: SetTrainer.width)
        for fold in 0..<folds {
            let held = readings.indices.filter { $0 % folds == fold }
            let seen = readings.indices.filter { $0 % folds != fold }
            let trainer = setTrainer(readings, terms(seen.map { readings[$0] }))
            let weights = trainer.fit(seen)
            for (index, weight) in trainer.unscaled(weights).enumerated() { mean[index] += weight / Float(folds) }
            let score = trainer.evaluate(weights, held)
            one += score.one * Float(held.count) / Float(readings.count)
            two += score.two * Float(held.count) / Float(readings.count)
        }
        report("cross-validated", (one, two))
        return mean
    }

    private func terms(_ readings: [Reading]) -> TermModel {
        var trainer = TermTrainer()
        for reading in readings { trainer.add(reading.analysis, reading.targets) }
        return trainer.fit()
    }

    private func setTrainer(_ readings: [Reading], _ model: TermModel) -> SetTrainer {
        var trainer = SetTrainer()
        trainer.options.ridge = ridge
        trainer.options.unigramShare = unigramShare
        trainer.options.riskRounds = riskRounds
        trainer.options.sharpness = sharpness
        for reading in readings {
            var analysis = reading.analysis
            trainer.add(CandidateSets.document(of: &analysis, model, reading.targets))
        }
        trainer.standardize()
        return trainer
    }

    /// What the first three sentences score.
    private func lead(_ readings: [Reading]) -> (one: Float, two: Float) {
        var sum: (one: Float, two: Float) = (0, 0)
        for (analysis, targets) in readings {
            let score = targets.rouge(of: Array(analysis.sentences.indices.prefix(3)), in: analysis)
            sum.one += 100 * score.one / Float(readings.count)
            sum.two += 100 * score.two / Float(readings.count)
        }
        return sum
    }

    private func report(_ name: String, _ score: (one: Float, two: Float)) {
        print("\(name): R1 \((score.one * 100).rounded() / 100)  R2 \((score.two * 100).rounded() / 100)")
    }

    private static func read(_ example: SummarizeExample, _ analyser: inout Analyser) -> Reading {
        var analysis = Analysis()
        guard let text = example.article.text else { return (analysis, ReferenceTargets([], &analyser)) }
        analyser.read(
            text.utf8, ArticleReader.inputs(of: example.article), titles: ArticleReader.titles(of: example.article),
            into: &analysis)
        return (analysis, ReferenceTargets(example.references, &analyser))
    }
}
