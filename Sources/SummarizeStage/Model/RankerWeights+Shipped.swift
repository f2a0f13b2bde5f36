/// Written by `copydesk-train summarize`; do not edit.
///
/// It saw 697 articles: the train part of 1,000 CNN articles of 2015 with their editors' highlights. No text of theirs is kept: these numbers are all there is.
/// Words and bigrams: logistic regression, 150 rounds, ridge 1e-05.
/// Sentences and sets: 150 rounds of cross-entropy (sharpness 30.0), 150 of minimum risk, ridge 0.02,
/// reward 0.7 ROUGE-2 + 0.3 ROUGE-1; mean of the folds of the cross-validation, features scaled to one spread.
extension RankerWeights {
    package static let shipped = RankerWeights(
        words: [
            -0.6228,  // bias
            -0.0599,  // logUses
            0.665,  // severalSentences
            0.4951,  // manySentences
            0.0906,  // inFirst
            0.1168,  // inSecond
            0.2135,  // inThird
            0.1429,  // inverseFirst
            -1.0712,  // logFirst
            -0.5721,  // relativeFirst
            -0.3327,  // rarity
            -0.3327,  // leastRarity
            0.0,  // allFunction
            0.0,  // someFunction
            0.3179,  // allCapitals
            0.0,  // someCapitals
            0.4292,  // number
            -0.0597,  // logWordUses
            -0.6228,  // recurringWords
            0.3298,  // weightedUses
            -0.1915,  // quoted
            -0.4098,  // placeInSentence
            -0.371,  // sentenceLength
            0.0906,  // wordsInLead
            2.2953,  // centrality
            0.1168,  // wordsInSecond
        ],
        bigrams: [
            -0.6944,  // bias
            -0.5032,  // logUses
            1.3458,  // severalSentences
            1.0895,  // manySentences
            0.0581,  // inFirst
            0.2806,  // inSecond
            0.3133,  // inThird
            -0.0243,  // inverseFirst
            -0.977,  // logFirst
            -0.7191,  // relativeFirst
            -0.4922,  // rarity
            -0.3259,  // leastRarity
            -1.0542,  // allFunction
            -0.7391,  // someFunction
            0.8728,  // allCapitals
            0.0506,  // someCapitals
            0.4921,  // number
            -0.2344,  // logWordUses
            -0.3469,  // recurringWords
            0.0791,  // weightedUses
            -0.1319,  // quoted
            -0.4579,  // placeInSentence
            -0.5952,  // sentenceLength
            0.4061,  // wordsInLead
            1.942,  // centrality
            0.1127,  // wordsInSecond
        ],
        sentence: [
            -0.2347,  // position0
            -0.1746,  // position1
            -0.6946,  // position2
            0.1424,  // logPosition
            0.096,  // relativePosition
            -0.214,  // words
            -0.3729,  // logWords
            -0.2716,  // isShort
            -0.2996,  // isVeryShort
            -0.2642,  // isLong
            -0.5423,  // isVeryLong
            1.8753,  // bigramMean
            0.2306,  // bigramSum
            2.3716,  // wordMean
            0.4141,  // wordSum
            1.0469,  // bigramRatio
            1.1246,  // wordRatio
            -0.0011,  // isBestByBigrams
            0.56,  // centroid
            1.5403,  // centrality
            -1.6112,  // leadOverlap
            -1.4517,  // nextLeadOverlap
            0.9508,  // previousOverlap
            2.0721,  // nameShare
            1.7395,  // nameSalience
            0.0193,  // newNames
            0.6408,  // numbers
            1.0261,  // money
            -0.6694,  // startsWithName
            -1.2913,  // quotedShare
            -1.0035,  // startsInQuote
            -0.4846,  // attribution
            0.095,  // attributionToPronoun
            0.133,  // refersBack
            0.2651,  // opensWithPronoun
            1.4353,  // opensWithConnective
            1.3954,  // opensWithDemonstrative
            0.4146,  // opensWithTime
            -0.5461,  // firstPerson
            -0.8211,  // question
            -0.1759,  // parenthesis
            0.2526,  // calendar
            -0.5746,  // nextRefersBack
        ],
        set: [
            1.9848,  // expectedBigrams
            5.3902,  // expectedWords
            0.1609,  // coveredBigrams
            1.2313,  // coveredWords
            1.8531,  // sharedBigrams
            2.3129,  // sharedWords
            -3.2973,  // mostShared
            -0.6421,  // length
            -0.5874,  // lengthSquared
            -3.5231,  // excessLength
            0.6959,  // neighbours
            -3.7514,  // span
            -2.0889,  // lastPosition
            -100.0,  // dangling
            -100.0,  // duplicates
            -100.0,  // strangers
        ])
}
