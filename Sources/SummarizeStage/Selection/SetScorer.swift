internal import Glibc

/// Values what a set of sentences is worth beyond the sum of its sentences: what it covers, what it repeats, how long
/// it is, whether it hangs together.
///
/// What is covered is counted by inclusion and exclusion up to pairs: the sum of what each sentence says less what
/// each two of them both say.
package struct SetScorer {
    /// Words of the summary an editor would write per sentence that is asked for; the length that expected F1 is
    /// measured against. Three highlights of a news site have 35 to 55.
    package static let wordsPerSentence: Float = 13
    /// Words of an average sentence of a news article, the unit of the length features.
    private static let usualWords: Float = 25

    /// Two sentences that share this much of their content words say the same.
    private static let duplicateShare: Float = 0.5

    private(set) var pairs = SentencePairs()

    package init() {}

    /// Makes ready for sets of these sentences, ascending indices. From here on they are known by their place in the list.
    ///
    /// - Complexity: O(sentences given × their words).
    package mutating func prepare(_ sentences: [Int], of analysis: Analysis) {
        pairs.read(sentences, of: analysis)
    }

    /// Sets `values` to the ``SetFeature``s of `set`, ascending places in the list given to ``prepare(_:of:)``.
    ///
    /// - Complexity: O(square of the set's size).
    package func read(_ set: ArraySlice<Int>, of analysis: Analysis, wanted: Int, values: inout [Float]) {
        var bigrams: Float = 0, terms: Float = 0, words: Float = 0
        var sharedBigrams: Float = 0, shares: Float = 0, mostShared: Float = 0, duplicates: Float = 0, strangers = 0
        for (place, member) in zip(set.indices, set) {
            let own = pairs.own[member]
            bigrams += own.bigrams
            terms += own.terms
            words += own.words
            var unknown = own.bareNames
            for other in set[set.startIndex..<place] {
                let shared = pairs.shared(other, member)
                bigrams -= shared.bigrams
                terms -= shared.terms
                sharedBigrams += shared.bigramCount
                shares += shared.contentShare
                mostShared = max(mostShared, shared.contentShare)
                if shared.contentShare >= SetScorer.duplicateShare { duplicates += 1 }
                unknown &= ~shared.introduced
            }
            strangers += unknown.nonzeroBitCount
        }
        let expected = SetScorer.wordsPerSentence * Float(wanted)
        let length = words / (SetScorer.usualWords * Float(wanted))
        values[SetFeature.expectedBigrams.rawValue] = 20 * bigrams / (words + expected)
        values[SetFeature.expectedWords.rawValue] = 10 * terms / (words + expected)
        values[SetFeature.coveredBigrams.rawValue] = bigrams
        values[SetFeature.coveredWords.rawValue] = terms / 4
        values[SetFeature.sharedBigrams.rawValue] = sharedBigrams / 10
        values[SetFeature.sharedWords.rawValue] = shares
        values[SetFeature.mostShared.rawValue] = mostShared
        values[SetFeature.length.rawValue] = length
        values[SetFeature.lengthSquared.rawValue] = length * length
        values[SetFeature.excessLength.rawValue] = max(0, length - 1)
        values[SetFeature.duplicates.rawValue] = duplicates
        values[SetFeature.strangers.rawValue] = Float(strangers)
        readOrder(set, of: analysis, values: &values)
    }

    private func readOrder(_ set: ArraySlice<Int>, of analysis: Analysis, values: inout [Float]) {
        var neighbours = 0
        var dangling = 0
        var before = -2
        for member in set {
            let sentence = pairs.sentences[member]
            let follows = sentence == before + 1
            if follows { neighbours += 1 }
            if analysis.sentences[sentence].needsPredecessor, !follows { dangling += 1 }
            before = sentence
        }
        let first = set.first.map { pairs.sentences[$0] } ?? 0
        let last = set.last.map { pairs.sentences[$0] } ?? 0
        values[SetFeature.neighbours.rawValue] = Float(neighbours)
        values[SetFeature.span.rawValue] = Float(last - first) / Float(max(1, analysis.sentences.count))
        values[SetFeature.lastPosition.rawValue] = log2(Float(1 + last)) / 4
        values[SetFeature.dangling.rawValue] = Float(dangling)
    }
}
