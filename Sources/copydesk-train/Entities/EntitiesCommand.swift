import ArgumentParser
import EntitiesStage
import Glibc
import StageKit

/// `copydesk-train entities`: trains, packs and scores the model of the entities stage.
struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities", abstract: "Trains, packs and scores the names model of the entities stage.")

    @Option(help: "The folder that holds ner/ and gazetteers/.") var corpora = "../shared/corpora"
    @Option(help: "The folder of WordNet 3.0's files (Debian: wordnet-base).") var wordNet = "/usr/share/wordnet"
    @Option(help: "Where to write the packed model; not written when absent.") var output: String?
    @Option(help: "Corpora to score on, by file name without ending.") var test: [String] = ["uner-ewt-test.eval-only"]
    @Option(help: "Corpora not to train on (they are scored too).") var holdOut: [String] = []
    @Option(help: "Levers to leave out: clusters, gazetteers, wordnet, casing, replacement, silver, harmony, schemes, votes.") var without: [String] = []
    @Option(help: "Feature rows in the packed model.") var rows = 500_000
    @Option(help: "Rounds over the data.") var epochs = 4
    @Option(help: "First step size.") var rate: Float = 0.05
    @Option(help: "Share of features left out at random.") var dropout: Float = 0.5
    @Option(help: "Pull of weights towards zero.") var decay: Float = 0
    @Option(help: "Least count of a feature.") var least: UInt32 = 2
    @Option(help: "Word classes.") var clusters = 512
    @Option(help: "Sentences that make an article when scoring.") var documentLength = 20
    @Option(help: "Keeps the lexicon and name lists between runs, to save minutes in experiments.") var cache: String?
    @Option(help: "Least raw confidence of the mentions in silver sentences.") var silverLeast: Float = 0
    @Option(help: "Kinds of names that are replaced in further sentences.") var replace = ["organization"]
    @Option(help: "One sentence with names in so many is replaced.") var replaceShare: UInt64 = 2
    @Flag(inversion: .prefixedNo, help: "Replace names in silver sentences, too.") var replaceInNews = true
    @Option(help: "Seed.") var seed: UInt64 = 1

    mutating func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        func note(_ text: String) {
            print("\((clock.now - start).components.seconds)s \(text)")
            fflush(nil)
        }
        let harmony = without.contains("harmony") ? nil : try CorpusHarmony(in: corpora)
        let used = Corpus.training.filter { !holdOut.contains($0.name) }
        let gold = try used.flatMap { try Corpus.read($0, in: corpora, harmony) }
        let news = try Corpus.readPlain("raw-news", in: corpora)
        note("\(gold.count) sentences of \(used.count) corpora")
        let (lexicon, gazetteer) = try resources(gold, news)
        note("lexicon \(lexicon.count) bytes, gazetteer \(gazetteer.count) bytes")
        var training = Training(lexicon: lexicon, gazetteer: gazetteer, isVoting: !without.contains("votes"), note: note)
        training.options = FieldTrainer.Options(epochs: epochs, rate: rate, dropout: dropout, seed: seed, decay: decay)
        training.rows = rows
        training.leastCount = least
        training.isTellingCorpora = !without.contains("schemes")
        var extra = without.contains("casing") ? [] : Augmentation.casing(gold, seed: seed)
        let kinds = without.contains("replacement") ? [] : try kinds(named: replace)
        var replacement = try NameReplacement(from: corpora, seed: seed, share: replaceShare, kinds: kinds)
        extra += replacement.sentences(from: gold)
        if !without.contains("silver") {
            let silver = try silver(gold, news, training, extra: extra)
            extra += silver
            // News has other contexts than encyclopedias: "said in a statement", "shares of".
            if replaceInNews { extra += replacement.sentences(from: silver) }
        }
        note("\(extra.count) further sentences")
        let weights = try training.model(gold, extra: extra)
        let packed = try ModelBuilder.pack(weights, lexicon: lexicon, gazetteer: gazetteer)
        let model = try load(packed)
        note("packed: \(packed.count) bytes")
        for name in holdOut + test {
            let sentences = try Corpus.read(name, in: corpora)
            let score = SpanScore.of(sentences, model, documentLength: documentLength)
            note("\(name): \(score.summary)")
            if let harmony {
                let score = SpanScore.of(sentences.map(harmony.harmonized), model, documentLength: documentLength)
                note("\(name), harmonized: \(score.summary)")
            }
        }
        if let output { try ModelFile.write(packed, to: output) }
    }

    private func kinds(named names: [String]) throws -> Set<Label.Kind> {
        try Set(names.map { name in
            guard let kind = Label.Kind.allCases.first(where: { "\($0)" == name }) else {
                throw ValidationError("--replace takes \(Label.Kind.allCases.map { "\($0)" }.joined(separator: ", ")), not '\(name)'")
            }
            return kind
        })
    }

    /// The sentences of raw news on which the full tagger and one without word classes and name lists agree.
    private func silver(_ gold: [TaggedSentence], _ news: [TaggedSentence], _ training: Training, extra: [TaggedSentence]) throws -> [TaggedSentence] {
        var full = training
        full.rows = .max
        full.isVoting = false
        let one = try load(try ModelBuilder.pack(
            try full.model(gold, extra: extra), lexicon: training.lexicon, gazetteer: training.gazetteer))
        var bare = full
        bare.lexicon = try LexiconBuilder.build(from: gold + news, gold: gold, fine: 1, coarse: 1, withClusters: false, wordNet: nil)
        bare.gazetteer = try GazetteerBuilder.build(from: corpora, excluding: true, wordNet: nil)
        bare.options.seed += 1
        let other = try load(try ModelBuilder.pack(
            try bare.model(gold, extra: extra), lexicon: bare.lexicon, gazetteer: bare.gazetteer))
        let kept = SilverSentences.agreed(news, one, other, least: silverLeast)
        training.note("silver: \(kept.count) of \(news.count) sentences")
        return kept
    }

    /// The lexicon and the name lists, from the cache where there is one.
    private func resources(_ gold: [TaggedSentence], _ news: [TaggedSentence]) throws -> ([UInt8], [UInt8]) {
        if let cache, let lexicon = try? ModelFile.read("\(cache).lexicon"), let gazetteer = try? ModelFile.read("\(cache).gazetteer") {
            return (lexicon, gazetteer)
        }
        let wordNet = without.contains("wordnet") ? nil : try WordNet(in: wordNet)
        let lexicon = try LexiconBuilder.build(
            from: gold + news, gold: gold, fine: clusters, coarse: 64, withClusters: !without.contains("clusters"), wordNet: wordNet)
        let gazetteer = try GazetteerBuilder.build(from: corpora, excluding: without.contains("gazetteers"), wordNet: wordNet)
        if let cache {
            try ModelFile.write(lexicon, to: "\(cache).lexicon")
            try ModelFile.write(gazetteer, to: "\(cache).gazetteer")
        }
        return (lexicon, gazetteer)
    }
}
