internal import Glibc

/// How likely an editor is to use a word, or two words in a row, of the article in a summary: a logistic regression
/// over what counting knows (the idea: Hong, Nenkova, EACL 2014; Gillick, Favre 2009).
package enum TermFeature: Int, CaseIterable, Sendable {
    case bias, logUses, severalSentences, manySentences, inFirst, inSecond, inThird, inverseFirst, logFirst, relativeFirst
    case rarity, leastRarity, allFunction, someFunction, allCapitals, someCapitals, number, logWordUses, recurringWords
    case weightedUses, quoted, placeInSentence, sentenceLength, wordsInLead, centrality, wordsInSecond
}

package struct TermModel: Sendable {
    package var wordWeights: [Float]
    package var bigramWeights: [Float]

    package init(wordWeights: [Float], bigramWeights: [Float]) {
        self.wordWeights = wordWeights
        self.bigramWeights = bigramWeights
    }

    /// Sets the probability of every term and bigram.
    ///
    /// - Complexity: O(terms + bigrams).
    package func score(_ analysis: inout Analysis) {
        var features = TermFeatures()
        for index in analysis.terms.indices {
            features.read(term: index, of: analysis)
            analysis.terms[index].probability = TermModel.logistic(features.product(with: wordWeights))
        }
        for index in analysis.bigrams.indices {
            features.read(bigram: index, of: analysis)
            analysis.bigrams[index].probability = TermModel.logistic(features.product(with: bigramWeights))
        }
    }

    package static func logistic(_ value: Float) -> Float { 1 / (1 + exp(-value)) }
}

/// The values of ``TermFeature`` for one word or bigram; kept and refilled.
package struct TermFeatures {
    package private(set) var values = [Float](repeating: 0, count: TermFeature.allCases.count)

    package init() {}

    package mutating func read(term index: Int, of analysis: Analysis) {
        let term = analysis.terms[index]
        read(
            term, term, uses: term.uses, sentences: term.sentences, first: Int(term.first), firstUse: Int(term.firstUse),
            of: analysis)
    }

    package mutating func read(bigram index: Int, of analysis: Analysis) {
        let bigram = analysis.bigrams[index]
        read(
            analysis.terms[Int(bigram.left)], analysis.terms[Int(bigram.right)], uses: bigram.uses,
            sentences: bigram.sentences, first: Int(bigram.first), firstUse: Int(bigram.firstUse), of: analysis)
    }

    private mutating func read(
        _ left: Analysis.Term, _ right: Analysis.Term, uses: Int32, sentences: Int32, first: Int, firstUse: Int,
        of analysis: Analysis
    ) {
        let sentence = analysis.sentences[first]
        let use = analysis.words[firstUse]
        let capitals = (left.isNameLike ? 1 : 0) + (right.isNameLike ? 1 : 0)
        let functions = (left.isFunction ? 1 : 0) + (right.isFunction ? 1 : 0)
        let leftUses = left.isFunction ? 0 : logarithm(left.uses)
        let rightUses = right.isFunction ? 0 : logarithm(right.uses)
        set(.bias, 1)
        set(.logUses, logarithm(uses))
        set(.severalSentences, sentences > 1)
        set(.manySentences, sentences > 3)
        set(.inFirst, first == 0)
        set(.inSecond, first == 1)
        set(.inThird, first == 2)
        set(.inverseFirst, 1 / Float(1 + first))
        set(.logFirst, log2(Float(1 + first)) / 4)
        set(.relativeFirst, Float(first) / Float(analysis.sentences.count))
        set(.rarity, (left.rarity + right.rarity) / 20)
        set(.leastRarity, min(left.rarity, right.rarity) / 10)
        set(.allFunction, functions == 2)
        set(.someFunction, functions == 1)
        set(.allCapitals, capitals == 2)
        set(.someCapitals, capitals == 1)
        set(.number, left.hasDigit || right.hasDigit)
        set(.logWordUses, (leftUses + rightUses) / 4)
        set(.recurringWords, min(leftUses, rightUses) > 0)
        set(.weightedUses, (leftUses * left.rarity + rightUses * right.rarity) / 40)
        set(.quoted, use.isQuoted)
        set(.placeInSentence, Float(firstUse - sentence.words.lowerBound) / Float(max(1, sentence.words.count)))
        set(.sentenceLength, Float(sentence.words.count) / 30)
        set(.wordsInLead, Float((left.isInLead ? 1 : 0) + (right.isInLead ? 1 : 0)) / 2)
        set(.centrality, (left.centrality + right.centrality) / 2)
        set(.wordsInSecond, Float((left.first == 1 ? 1 : 0) + (right.first == 1 ? 1 : 0)) / 2)
    }

    private mutating func set(_ feature: TermFeature, _ value: Float) { values[feature.rawValue] = value }
    private mutating func set(_ feature: TermFeature, _ value: Bool) { values[feature.rawValue] = value ? 1 : 0 }

    package func product(with weights: [Float]) -> Float {
        var sum: Float = 0
        for index in values.indices { sum += values[index] * weights[index] }
        return sum
    }
}

/// log2(1 + count), from a table for the counts that words have.
func logarithm(_ count: Int32) -> Float {
    count < 64 ? logarithms[Int(count)] : log2(Float(1 + count))
}

private let logarithms: [Float] = (0..<64).map { log2(Float(1 + $0)) }

extension Analysis.Term {
    /// Whether it is written with a capital more often than not.
    var isNameLike: Bool { capitals * 2 > uses }
    /// Whether it is a content word of the first sentence, the headline or the standfirst.
    var isInLead: Bool { !isFunction && (first == 0 || isInTitle) }
}
