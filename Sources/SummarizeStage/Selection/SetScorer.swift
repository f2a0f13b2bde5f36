internal import Glibc

/// Values what a set of sentences is worth beyond the sum of its sentences: what it covers (every word and bigram
/// counts once), what it repeats, how long it is, whether it hangs together.
package struct SetScorer {
    /// Words of the summary an editor would write per sentence that is asked for; the length that expected F1 is
    /// measured against. Three highlights of CNN have 35 to 40.
    package static let wordsPerSentence: Float = 13

    /// A sentence that shares this much of its content words with the rest of the summary says the same again.
    private static let duplicateShare: Float = 0.7

    /// Scratch: which set last had a bigram or term, so that nothing need be cleared.
    private var bigramStamps: [Int32] = []
    private var termStamps: [Int32] = []
    private var stamp: Int32 = 0

    package init() {}

    /// Makes ready for another article.
    package mutating func prepare(for analysis: Analysis) {
        stamp = 0
        bigramStamps.removeAll(keepingCapacity: true)
        bigramStamps.append(contentsOf: repeatElement(0, count: analysis.bigrams.count))
        termStamps.removeAll(keepingCapacity: true)
        termStamps.append(contentsOf: repeatElement(0, count: analysis.terms.count))
    }

    /// Sets `values` to the ``SetFeature``s of `set`, ascending indices of sentences.
    ///
    /// - Complexity: O(words of the set).
    package mutating func read(_ set: [Int], of analysis: Analysis, wanted: Int, values: inout [Float]) {
        stamp += 1
        var coveredBigrams: Float = 0
        var coveredWords: Float = 0
        var words = 0, bigramUses = 0, repeatedBigrams = 0, content = 0, repeatedWords = 0
        var duplicates = 0
        for sentence in set {
            let repeatedBefore = repeatedWords
            let contentBefore = content
            for number in analysis.sentences[sentence].words {
                let word = analysis.words[number]
                words += 1
                let term = Int(word.term)
                let isContent = !analysis.terms[term].isFunction
                if isContent { content += 1 }
                if termStamps[term] == stamp {
                    if isContent { repeatedWords += 1 }
                } else {
                    termStamps[term] = stamp
                    coveredWords += analysis.terms[term].probability
                }
                guard word.bigram >= 0 else { continue }
                let bigram = Int(word.bigram)
                bigramUses += 1
                if bigramStamps[bigram] == stamp {
                    repeatedBigrams += 1
                } else {
                    bigramStamps[bigram] = stamp
                    coveredBigrams += analysis.bigrams[bigram].probability
                }
            }
            let repeats = Float(repeatedWords - repeatedBefore)
            if repeats >= SetScorer.duplicateShare * Float(content - contentBefore), repeats > 0 { duplicates += 1 }
        }
        let expected = SetScorer.wordsPerSentence * Float(wanted)
        let length = Float(words) / Float(25 * wanted)
        func ratio(_ part: Int, _ whole: Int) -> Float { whole > 0 ? Float(part) / Float(whole) : 0 }
        values[SetFeature.expectedBigrams.rawValue] = 20 * coveredBigrams / (Float(words) + expected)
        values[SetFeature.expectedWords.rawValue] = 10 * coveredWords / (Float(words) + expected)
        values[SetFeature.repeatedBigrams.rawValue] = 10 * ratio(repeatedBigrams, bigramUses)
        values[SetFeature.repeatedWords.rawValue] = 5 * ratio(repeatedWords, content)
        values[SetFeature.length.rawValue] = length
        values[SetFeature.lengthSquared.rawValue] = length * length
        values[SetFeature.excessLength.rawValue] = max(0, length - 1)
        values[SetFeature.duplicates.rawValue] = Float(duplicates)
        readOrder(set, of: analysis, values: &values)
    }

    private func readOrder(_ set: [Int], of analysis: Analysis, values: inout [Float]) {
        var neighbours = 0
        var dangling = 0
        for (place, sentence) in set.enumerated() {
            let follows = place > 0 && set[place - 1] == sentence - 1
            if follows { neighbours += 1 }
            if analysis.sentences[sentence].needsPredecessor, !follows { dangling += 1 }
        }
        let span = Float((set.last ?? 0) - (set.first ?? 0))
        values[SetFeature.neighbours.rawValue] = Float(neighbours)
        values[SetFeature.span.rawValue] = span / Float(max(1, analysis.sentences.count))
        values[SetFeature.lastPosition.rawValue] = log2(Float(1 + (set.last ?? 0))) / 4
        values[SetFeature.dangling.rawValue] = Float(dangling)
    }
}
