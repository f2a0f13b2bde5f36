import EntitiesStage
import StageKit

/// The steps from sentences to a packed model.
struct Training {
    var options = FieldTrainer.Options()
    var leastCount: UInt32 = 2
    /// Feature rows kept, besides those of votes.
    var rows = 500_000
    var lexicon: [UInt8]
    var gazetteer: [UInt8]
    var isVoting = true
    /// Whether the corpora have features of their own while training.
    var isTellingCorpora = true
    var note: (String) -> Void
    /// Parts of the data that a model for the votes' training has not seen.
    private static let folds = 3
    /// Sentences taken for one article where a corpus does not mark where articles end.
    static let documentLength = 20

    /// Weights of the features of single tokens.
    func baseWeights(_ sentences: [TaggedSentence], title: String) throws -> ModelBuilder.Weights {
        let resources = try load(try ModelBuilder.resources(lexicon: lexicon, gazetteer: gazetteer))
        var set = TrainingSet(sentences, resources: resources, leastCount: leastCount, isTellingCorpora: isTellingCorpora)
        let all = set.keys.count
        var options = options
        // Which features matter shows after two rounds.
        if all > rows { options.epochs = min(options.epochs, 2) }
        var trainer = FieldTrainer(features: set.keys.count, options: options)
        var likelihood = 0.0
        trainer.train(set) { likelihood = $1 }
        if all > rows {
            options.epochs = self.options.epochs
            set.keep(ModelBuilder.chosen(trainer, set, most: rows))
            trainer = FieldTrainer(features: set.keys.count, options: options)
            trainer.train(set) { likelihood = $1 }
        }
        note("\(title): \(set.labels.count) tokens, \(all) features, log-likelihood \(likelihood)")
        let shared = set.keys.indices.filter { !set.corpusKeys.contains(set.keys[$0]) }
        return ModelBuilder.Weights(
            keys: shared.map { set.keys[$0] }, rows: shared.map { trainer.weights[$0] }, transitions: trainer.transitions)
    }

    /// A whole model: base weights, and on top of them the weights of the votes of an article's other sentences, learned
    /// from what models say about data that they have not seen.
    ///
    /// - Parameters:
    ///   - gold: in the order of their articles.
    ///   - extra: further sentences for the base weights alone; the folds do without.
    func model(_ gold: [TaggedSentence], extra: [TaggedSentence]) throws -> ModelBuilder.Weights {
        var weights = try baseWeights(gold + extra, title: "base")
        guard isVoting else { return weights }
        var lists: [[UInt32]] = []
        var labels: [UInt8] = []
        var offsets: [SIMD16<Float>] = []
        var sentences: [(tokens: Range<Int>, lacksMisc: Bool, weight: Float)] = []
        var whole = self
        whole.rows = .max
        var score = SpanScore()
        var mentions: [Mention] = []
        for fold in 0..<Training.folds {
            let isHeld = { (index: Int) in index / Training.documentLength % Training.folds == fold }
            let seen = gold.indices.filter { !isHeld($0) }.map { gold[$0] }
            let held = gold.indices.filter { isHeld($0) && gold[$0].isRunning }.map { gold[$0] }
            let base = try load(try ModelBuilder.pack(
                try whole.baseWeights(seen, title: "fold \(fold)"), lexicon: lexicon, gazetteer: gazetteer))
            var tagger = Tagger(base)
            var votes = DocumentVotes()
            for start in stride(from: 0, to: held.count, by: Training.documentLength) {
                let part = held[start..<min(start + Training.documentLength, held.count)]
                let document = Document(part)
                let first = lists.count
                document.bytes.withUnsafeBufferPointer { tagger.score($0, tokens: document.tokens, sentences: document.sentences) }
                if !part.contains(where: \.lacksMisc) {
                    document.bytes.withUnsafeBufferPointer {
                        tagger.tag($0, tokens: document.tokens, sentences: document.sentences, into: &mentions)
                    }
                    score.add(found: mentions, wanted: document.mentions)
                }
                lists += Training.voteFeatures(tagger, &votes, tokens: document.tokens.count)
                for token in 0..<document.tokens.count {
                    var score = SIMD16<Float>.zero
                    for label in 0..<Label.count { score[label] = Float(tagger.tokenScores[token][label]) / ModelBuilder.unitsPerNat }
                    offsets.append(score)
                }
                for (range, sentence) in zip(document.sentences, part) {
                    labels += sentence.labels
                    sentences.append((range.lowerBound + first..<range.upperBound + first, sentence.lacksMisc, sentence.weight))
                }
            }
        }
        let set = TrainingSet(features: lists, labels: labels, sentences: sentences, offsets: offsets, leastCount: 3)
        var options = options
        options.dropout = 0.1
        options.transitions = weights.transitions
        var trainer = FieldTrainer(features: set.keys.count, options: options)
        trainer.train(set) { note("votes, epoch \($0): \(set.keys.count) features, log-likelihood \($1)") }
        // Two templates may share a hash with a base feature: one in ten thousand does, and goes.
        let known = Set(weights.keys)
        for (key, row) in zip(set.keys, trainer.weights) where !known.contains(key) {
            weights.keys.append(key)
            weights.rows.append(row)
        }
        weights.calibration = CalibrationFit.points(score.confidences)
        note("held-out folds: \(score.summary)")
        note("calibration: " + weights.calibration.map { "\($0)→\($1)" }.joined(separator: " "))
        return weights
    }

    private static func voteFeatures(_ tagger: Tagger, _ votes: inout DocumentVotes, tokens: Int) -> [[UInt32]] {
        var lists: [[UInt32]] = Array(repeating: [], count: tokens)
        var buffer: [UInt32] = Array(repeating: 0, count: DocumentVotes.most)
        votes.reset(tagger.words.count)
        tagger.tokenLabels.withUnsafeBufferPointer { labels in
            guard let labels = labels.baseAddress else { return }
            votes.count(tagger.words, labels)
            for word in tagger.words {
                let count = votes.write(word, labels, to: &buffer)
                lists[Int(word.token)] = Array(buffer[..<count])
            }
        }
        return lists
    }
}
