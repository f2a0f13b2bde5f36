/// All learnt weights: the term model, what makes a sentence worth having, what makes a set of sentences a summary.
package struct RankerWeights: Sendable {
    package var words: [Float]
    package var bigrams: [Float]
    /// By ``SentenceFeature``.
    package var sentence: [Float]
    /// By ``SetFeature``.
    package var set: [Float]

    package init(words: [Float], bigrams: [Float], sentence: [Float], set: [Float]) {
        self.words = words
        self.bigrams = bigrams
        self.sentence = sentence
        self.set = set
    }
}

/// Scores the sentences of an article. A worker keeps one, with its scratch.
package struct Ranker {
    package let weights: RankerWeights
    private let terms: TermModel
    package private(set) var features = SentenceFeatures()
    /// One score a sentence, without what only the whole set can tell.
    package private(set) var scores: [Float] = []

    package init(weights: RankerWeights = .shipped) {
        self.weights = weights
        terms = TermModel(wordWeights: weights.words, bigramWeights: weights.bigrams)
    }

    /// How much of a summary the sentence is likely to hold: the sum of its bigrams' probabilities.
    package func promise(ofSentence index: Int) -> Float {
        features.values[index * SentenceFeatures.count + SentenceFeature.bigramSum.rawValue]
    }

    /// - Complexity: O(words of the article).
    package mutating func rank(_ analysis: inout Analysis) {
        terms.score(&analysis)
        features.read(analysis)
        scores.removeAll(keepingCapacity: true)
        for index in analysis.sentences.indices {
            var sum: Float = 0
            var weight = 0
            for value in features.row(index) {
                sum += value * weights.sentence[weight]
                weight += 1
            }
            scores.append(sum)
        }
    }
}
