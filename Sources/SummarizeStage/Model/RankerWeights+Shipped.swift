/// Written by `copydesk-train summarize`; do not edit.
///
/// It saw 695 articles: the train part of 1,000 CNN articles of 2015 with their editors' highlights. No text of theirs is kept: these numbers are all there is.
/// Words and bigrams: logistic regression, 150 rounds, ridge 1e-05.
/// Sentences and sets: 150 rounds of cross-entropy (sharpness 30.0), 150 of minimum risk, ridge 0.02,
/// reward 0.7 ROUGE-2 + 0.3 ROUGE-1.
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
            0.4013,  // position0
            -0.7673,  // position1
            -1.1686,  // position2
            0.0499,  // logPosition
            0.3502,  // relativePosition
            -0.1602,  // words
            -0.4566,  // logWords
            0.2253,  // isShort
            -0.2682,  // isVeryShort
            -0.061,  // isLong
            -0.4064,  // isVeryLong
            1.1472,  // bigramMean
            0.1463,  // bigramSum
            1.5024,  // wordMean
            0.3419,  // wordSum
            0.9076,  // bigramRatio
            0.8868,  // wordRatio
            0.8444,  // isBestByBigrams
            -0.4556,  // centroid
            1.1953,  // centrality
            -1.2966,  // leadOverlap
            -2.5621,  // nextLeadOverlap
            4.3556,  // previousOverlap
            2.4094,  // nameShare
            0.802,  // nameSalience
            0.3271,  // newNames
            0.3879,  // numbers
            1.2759,  // money
            -0.1942,  // startsWithName
            -1.4455,  // quotedShare
            -0.8695,  // startsInQuote
            -0.3805,  // attribution
            0.553,  // attributionToPronoun
            -0.312,  // refersBack
            -0.0255,  // opensWithPronoun
            1.7525,  // opensWithConnective
            1.4567,  // opensWithDemonstrative
            0.855,  // opensWithTime
            0.3145,  // firstPerson
            -0.2412,  // question
            -0.8565,  // parenthesis
            0.3233,  // calendar
            -0.2663,  // nextRefersBack
        ],
        set: [
            2.632,  // expectedBigrams
            5.9239,  // expectedWords
            0.2188,  // coveredBigrams
            1.3307,  // coveredWords
            0.0168,  // sharedBigrams
            1.1422,  // sharedWords
            -0.1666,  // mostShared
            -0.4805,  // length
            -0.4837,  // lengthSquared
            -3.4921,  // excessLength
            1.6235,  // neighbours
            -4.6783,  // span
            -2.2523,  // lastPosition
            -10.0,  // dangling
            -10.0,  // duplicates
        ])
}
