/// Sums the weights of a token's features.
package enum TokenScorer {
    /// Writes the scores of every token of a sentence.
    ///
    /// - Complexity: O(tokens), no allocation.
    package static func score(
        _ sentence: borrowing SentenceTraits, _ model: EntityModel, features: UnsafeMutablePointer<UInt32>,
        into scores: UnsafeMutablePointer<SIMD16<Int16>>
    ) {
        let table = model.features
        sentence.traits.withUnsafeBufferPointer { traits in
            guard let base = traits.baseAddress else { return }
            for index in 0..<sentence.count {
                let token = base + index + SentenceTraits.margin
                if isOutside(token, sentence.sentenceCase) {
                    scores[index] = TokenScorer.outside
                    continue
                }
                let count = FeatureTemplates.write(
                    base, at: index + SentenceTraits.margin, sentenceCase: sentence.sentenceCase, to: features)
                // First which rows, without a branch that would have to be guessed; then their sum.
                var known = 0
                for feature in 0..<count {
                    let (slot, one) = table.slot(features[feature])
                    features[known] = slot
                    known &+= one
                }
                var even = SIMD8<Int16>.zero
                var odd = SIMD8<Int16>.zero
                for row in 0..<known {
                    // Sixteen signed bytes, widened: see EntityModel.weightOrder.
                    let weights = (table.rows + Int(features[row]) &* EntityModel.rowSize).loadUnaligned(as: SIMD8<Int16>.self)
                    even &+= (weights &<< 8) &>> 8
                    odd &+= weights &>> 8
                }
                scores[index] = SIMD16(lowHalf: even, highHalf: odd)
            }
        }
    }

    /// Whether the token is outside of names for sure, by the lexicon or by where it stands.
    @inline(__always)
    private static func isOutside(_ token: UnsafePointer<TokenTraits>, _ sentenceCase: SentenceTraits.SentenceCase) -> Bool {
        guard sentenceCase == .ordinary else { return false }
        return token.pointee.lexicon.isOutside || token.pointee.isUsuallySmall && isFarFromCapitals(token)
    }

    /// Whether no capital letter stands in the tokens within ``SentenceTraits/margin``: small words of names stand next to or next but one
    /// to great ones ("Bank of the West"). Without them nearly half of the tokens of news need no scoring.
    @inline(__always)
    private static func isFarFromCapitals(_ token: UnsafePointer<TokenTraits>) -> Bool {
        token[-2].flags.union(token[-1].flags).union(token[1].flags).union(token[2].flags).isDisjoint(with: .hasCapital)
    }

    /// The scores of a token that is outside for sure: far enough from all others for ``Segments``.
    private static let outside: SIMD16<Int16> = {
        var scores = SIMD16<Int16>(repeating: -2000)
        scores[Label.outside] = 0
        return scores
    }()

    /// The weights of one feature, in the order of the labels.
    @inline(__always)
    static func weights(_ feature: UInt32, _ model: EntityModel) -> SIMD16<Int16> {
        guard let row = model.features.row(feature) else { return .zero }
        let weights = row.loadUnaligned(as: SIMD8<Int16>.self)
        return SIMD16(lowHalf: (weights &<< 8) &>> 8, highHalf: weights &>> 8)
    }
}
