/// Written by `copydesk-train summarize`; do not edit.
///
/// It saw 695 articles: the train part of 1,000 CNN articles of 2015 with their editors' highlights. No text of theirs is kept: these numbers are all there is.
/// Words and bigrams: logistic regression, 150 rounds, ridge 1e-05.
/// Sentences and sets: 150 rounds of cross-entropy (sharpness 30.0), 150 of minimum risk, ridge 0.02,
/// reward 0.7 ROUGE-2 + 0.3 ROUGE-1; mean of the folds of the cross-validation, features scaled to one spread.
extension RankerWeights {
    package static let shipped = RankerWeights(
        words: [
            -0.6237,  // bias
            -0.0605,  // logUses
            0.6654,  // severalSentences
            0.4962,  // manySentences
            0.0923,  // inFirst
            0.118,  // inSecond
            0.2144,  // inThird
            0.1418,  // inverseFirst
            -1.0697,  // logFirst
            -0.5679,  // relativeFirst
            -0.3334,  // rarity
            -0.3334,  // leastRarity
            0.0,  // allFunction
            0.0,  // someFunction
            0.3202,  // allCapitals
            0.0,  // someCapitals
            0.4332,  // number
            -0.0602,  // logWordUses
            -0.6237,  // recurringWords
            0.3292,  // weightedUses
            -0.1747,  // quoted
            -0.4103,  // placeInSentence
            -0.3703,  // sentenceLength
            0.0923,  // wordsInLead
            2.2968,  // centrality
            0.118,  // wordsInSecond
        ],
        bigrams: [
            -0.694,  // bias
            -0.5028,  // logUses
            1.3452,  // severalSentences
            1.089,  // manySentences
            0.0582,  // inFirst
            0.28,  // inSecond
            0.3128,  // inThird
            -0.0265,  // inverseFirst
            -0.9746,  // logFirst
            -0.7145,  // relativeFirst
            -0.4921,  // rarity
            -0.3262,  // leastRarity
            -1.0536,  // allFunction
            -0.7385,  // someFunction
            0.8728,  // allCapitals
            0.0509,  // someCapitals
            0.4927,  // number
            -0.2346,  // logWordUses
            -0.3466,  // recurringWords
            0.0792,  // weightedUses
            -0.1569,  // quoted
            -0.4576,  // placeInSentence
            -0.5942,  // sentenceLength
            0.4071,  // wordsInLead
            1.9406,  // centrality
            0.1126,  // wordsInSecond
        ],
        sentence: [
            0.422,  // position0
            -0.7954,  // position1
            -1.1576,  // position2
            0.0302,  // logPosition
            0.3532,  // relativePosition
            -0.1533,  // words
            -0.436,  // logWords
            0.2475,  // isShort
            0.1066,  // isVeryShort
            -0.0698,  // isLong
            -0.4361,  // isVeryLong
            1.1629,  // bigramMean
            0.1538,  // bigramSum
            1.5525,  // wordMean
            0.3554,  // wordSum
            0.931,  // bigramRatio
            0.9122,  // wordRatio
            0.7647,  // isBestByBigrams
            -0.4186,  // centroid
            1.2316,  // centrality
            -1.3898,  // leadOverlap
            -2.578,  // nextLeadOverlap
            4.0893,  // previousOverlap
            2.2322,  // nameShare
            0.7581,  // nameSalience
            0.3166,  // newNames
            0.454,  // numbers
            1.2981,  // money
            -0.2317,  // startsWithName
            -1.3747,  // quotedShare
            -0.8537,  // startsInQuote
            -0.3661,  // attribution
            0.5252,  // attributionToPronoun
            -0.3346,  // refersBack
            0.2066,  // opensWithPronoun
            1.4205,  // opensWithConnective
            1.2884,  // opensWithDemonstrative
            0.7552,  // opensWithTime
            0.2895,  // firstPerson
            -0.6478,  // question
            -0.8058,  // parenthesis
            0.2916,  // calendar
            -0.2984,  // nextRefersBack
        ],
        set: [
            2.7005,  // expectedBigrams
            5.9232,  // expectedWords
            0.2278,  // coveredBigrams
            1.3122,  // coveredWords
            -0.1241,  // sharedBigrams
            0.9356,  // sharedWords
            -0.3188,  // mostShared
            -0.4599,  // length
            -0.4937,  // lengthSquared
            -3.637,  // excessLength
            1.5738,  // neighbours
            -4.7095,  // span
            -2.2972,  // lastPosition
            -100.0,  // dangling
            -100.0,  // duplicates
        ])
}
