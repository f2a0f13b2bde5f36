internal import Glibc

/// The values of every ``SentenceFeature`` for every sentence of an article; kept and refilled.
package struct SentenceFeatures {
    package static let count = SentenceFeature.allCases.count

    /// Row after row, one row a sentence.
    package private(set) var values: [Float] = []

    package init() {}

    package func row(_ sentence: Int) -> ArraySlice<Float> {
        values[sentence * SentenceFeatures.count..<(sentence + 1) * SentenceFeatures.count]
    }

    /// Reads all sentences. The term model must have scored the analysis before.
    ///
    /// - Complexity: O(words).
    package mutating func read(_ analysis: Analysis) {
        values.removeAll(keepingCapacity: true)
        values.reserveCapacity(analysis.sentences.count * SentenceFeatures.count)
        var row = [Float](repeating: 0, count: SentenceFeatures.count)
        let profile = ArticleProfile(analysis)
        for index in analysis.sentences.indices {
            for feature in row.indices { row[feature] = 0 }
            var reader = SentenceReader(index, analysis, profile)
            reader.readWords()
            reader.fill(&row)
            values += row
        }
        addComparisons(analysis)
    }

    /// What can only be said when all sentences are read: shares of the article's best.
    private mutating func addComparisons(_ analysis: Analysis) {
        for (mean, ratio) in [(SentenceFeature.bigramMean, SentenceFeature.bigramRatio), (.wordMean, .wordRatio)] {
            var best: Float = 0
            var bestIndex = 0
            for index in analysis.sentences.indices where analysis.sentences[index].isEligible {
                let value = values[index * SentenceFeatures.count + mean.rawValue]
                if value > best { (best, bestIndex) = (value, index) }
            }
            guard best > 0 else { continue }
            for index in analysis.sentences.indices {
                let offset = index * SentenceFeatures.count
                values[offset + ratio.rawValue] = values[offset + mean.rawValue] / best
            }
            if mean == .bigramMean {
                values[bestIndex * SentenceFeatures.count + SentenceFeature.isBestByBigrams.rawValue] = 1
            }
        }
    }
}

/// What all sentences of an article are compared with.
struct ArticleProfile {
    /// Length of the tf-idf vector of the article.
    var centroidNorm: Float = 0
    var mostNameUses: Int32 = 1

    init(_ analysis: Analysis) {
        for term in analysis.terms where !term.isFunction {
            let weight = logarithm(term.uses) * term.rarity
            centroidNorm += weight * weight
            if term.isNameLike { mostNameUses = max(mostNameUses, term.uses) }
        }
        centroidNorm = centroidNorm.squareRoot()
    }
}
