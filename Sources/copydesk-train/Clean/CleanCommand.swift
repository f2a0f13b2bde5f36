import ArgumentParser
import CleanStage
import Glibc
import StageKit

/// `copydesk-train clean`: trains the block model of the clean stage.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Trains the block model of the clean stage on the development pages; see docs/clean.md.")

    @Argument(help: "The folder with the pages, <id>.html.") var pages: String
    @Argument(help: "The manifest of the development set.") var manifest: String
    @Option(help: "The packed model to write; none: only cross-validate.") var output: String?
    @Option(help: "Where to write what models trained without each page's site extract; with .chances behind it, the blocks' chances.") var crossValidate: String?
    @Option(help: "Trees of the first model.") var firstTrees = 120
    @Option(help: "Trees of the second model.") var secondTrees = 100
    @Option(help: "Step size.") var rate: Float = 0.1
    @Option(help: "Rounds of self-training.") var rounds = 1
    @Option(help: "Weight of guessed labels.") var guessWeight: Float = 0.25
    @Option(help: "Share of the unknown blocks that are guessed.") var guessShare = 0.3
    @Option(help: "Pull of leaves to zero.") var ridge: Float = 4
    @Option(help: "Share of features a tree sees.") var featureShare = 0.4
    @Option(help: "Weight of English pages.") var englishWeight: Float = 2
    @Option(help: "Weight of pages that only have snippets.") var snippetWeight: Float = 1
    @Option(help: "Folds.") var folds = 5
    @Option(help: "What readers decided about single blocks; see BlockJudgements.") var judgements = "Benchmarks/quality/clean-judgements.tsv"
    @Option(help: "Seed.") var seed: UInt64 = 1

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let note: @Sendable (String) -> Void = { text in
            print("\((clock.now - start).components.seconds)s \(text)")
            fflush(nil)
        }
        let known = try EvaluationPage.read(manifest, pages: pages)
        let judged = try judgements.isEmpty ? BlockJudgements() : BlockJudgements(path: judgements)
        var loaded: [BlockTrainer.Page] = []
        for page in known {
            let analysis = try page.analysis()
            var labels = BlockLabels(page, texts: analysis.blockTexts, traits: analysis.blockTraits)
            judged.apply(to: &labels, of: page, texts: analysis.blockTexts)
            loaded.append(BlockTrainer.Page(page: page, analysis: analysis, labels: labels, fold: page.fold(of: folds)))
        }
        note("\(loaded.count) pages")
        var options = BlockTrainer.Options()
        options.folds = folds
        options.rounds = rounds
        options.guessWeight = guessWeight
        options.guessShare = guessShare
        options.snippetWeight = snippetWeight
        options.englishWeight = englishWeight
        options.first.ridge = ridge
        options.first.featureShare = featureShare
        options.first.trees = firstTrees
        options.first.rate = rate
        options.first.seed = seed
        options.second = options.first
        options.second.trees = secondTrees
        let result = BlockTrainer(pages: loaded, options: options, note: note).train(isForUse: output != nil)
        if let crossValidate {
            let extractor = ArticleExtractor(model: result.model)
            var writer = JSONWriter()
            var score = JudgedScore()
            for (index, page) in loaded.enumerated() {
                let extracted = extractor.extract(page.analysis, chances: result.outOfFold[index])
                CleanPrediction(page.page.id, extracted).write(to: &writer)
                score.add(page.page, extracted, page.analysis, judged)
            }
            note(score.report)
            try CommandFiles.write(String(decoding: writer.bytes, as: UTF8.self), to: crossValidate)
            try CommandFiles.write(result.outOfFold.joined().flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }, to: crossValidate + ".chances")
        }
        if let output { try CommandFiles.write(result.model.packed(), to: output) }
        note("done")
    }
}
