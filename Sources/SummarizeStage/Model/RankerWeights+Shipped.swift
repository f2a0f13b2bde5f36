/// Written by `copydesk-train summarize`; do not edit.
///
/// It saw 695 articles: the train part of 1,000 CNN articles of 2015 with their editors' highlights. No text of theirs is kept: these numbers are all there is.
/// Words and bigrams: logistic regression, 150 rounds, ridge 1e-05.
/// Sentences and sets: 150 rounds of cross-entropy (sharpness 30.0), 150 of minimum risk, ridge 0.02,
/// reward 0.7 ROUGE-2 + 0.3 ROUGE-1.
extension RankerWeights {
    package static let shipped = RankerWeights(
        words: [
            -0.6232,  // bias
            -0.0603,  // logUses
            0.6655,  // severalSentences
            0.4964,  // manySentences
            0.092,  // inFirst
            0.1175,  // inSecond
            0.2172,  // inThird
            0.1423,  // inverseFirst
            -1.0695,  // logFirst
            -0.5681,  // relativeFirst
            -0.3331,  // rarity
            -0.3331,  // leastRarity
            0.0,  // allFunction
            0.0,  // someFunction
            0.3204,  // allCapitals
            0.0,  // someCapitals
            0.4324,  // number
            -0.0601,  // logWordUses
            -0.6232,  // recurringWords
            0.3289,  // weightedUses
            -0.1747,  // quoted
            -0.4103,  // placeInSentence
            -0.3725,  // sentenceLength
            0.092,  // wordsInLead
            2.2951,  // centrality
            0.1175,  // wordsInSecond
        ],
        bigrams: [
            -0.6938,  // bias
            -0.5026,  // logUses
            1.3448,  // severalSentences
            1.0891,  // manySentences
            0.0572,  // inFirst
            0.2814,  // inSecond
            0.3144,  // inThird
            -0.0256,  // inverseFirst
            -0.9746,  // logFirst
            -0.715,  // relativeFirst
            -0.492,  // rarity
            -0.3262,  // leastRarity
            -1.0535,  // allFunction
            -0.7383,  // someFunction
            0.8727,  // allCapitals
            0.0501,  // someCapitals
            0.4912,  // number
            -0.2343,  // logWordUses
            -0.3464,  // recurringWords
            0.0793,  // weightedUses
            -0.1571,  // quoted
            -0.4573,  // placeInSentence
            -0.5943,  // sentenceLength
            0.4057,  // wordsInLead
            1.9402,  // centrality
            0.1077,  // wordsInSecond
        ],
        sentence: [
            0.2298,  // position0
            -0.0539,  // position1
            0.0329,  // position2
            -0.2379,  // logPosition
            -0.1078,  // relativePosition
            -0.5561,  // words
            -0.1438,  // logWords
            0.0731,  // isShort
            -0.1327,  // isVeryShort
            -0.4122,  // isLong
            -0.3014,  // isVeryLong
            0.4689,  // bigramMean
            0.9189,  // bigramSum
            0.2082,  // wordMean
            0.5603,  // wordSum
            0.7219,  // bigramRatio
            0.6632,  // wordRatio
            0.4358,  // isBestByBigrams
            0.0443,  // centroid
            0.9516,  // centrality
            -0.1731,  // leadOverlap
            -0.1137,  // nextLeadOverlap
            0.1078,  // previousOverlap
            0.2197,  // nameShare
            0.6425,  // nameSalience
            0.5793,  // newNames
            0.5714,  // numbers
            0.3393,  // money
            -0.22,  // startsWithName
            -0.5714,  // quotedShare
            -0.5555,  // startsInQuote
            -0.4568,  // attribution
            0.1031,  // attributionToPronoun
            0.073,  // refersBack
            -0.1072,  // opensWithPronoun
            0.0549,  // opensWithConnective
            0.2435,  // opensWithDemonstrative
            0.1402,  // opensWithTime
            -0.1763,  // firstPerson
            -0.1374,  // question
            -0.2328,  // parenthesis
            0.394,  // calendar
            -0.4133,  // nextRefersBack
        ],
        set: [
            0.4525,  // expectedBigrams
            0.3346,  // expectedWords
            0.015,  // repeatedBigrams
            -0.0956,  // repeatedWords
            -0.1859,  // length
            -0.6043,  // lengthSquared
            -0.2462,  // excessLength
            1.3987,  // neighbours
            -0.3932,  // span
            -0.2598,  // lastPosition
            -10.0,  // dangling
            -10.0,  // duplicates
        ])
}
