/// What the ranker looks at in one sentence. The names are what `docs/summarize.md` and the weights' file print.
package enum SentenceFeature: Int, CaseIterable, Sendable {
    // Position.
    case position0, position1, position2, logPosition, relativePosition
    // Length.
    case words, logWords, isShort, isVeryShort, isLong, isVeryLong
    // What an editor is likely to use.
    case bigramMean, bigramSum, wordMean, wordSum, bigramRatio, wordRatio, isBestByBigrams
    // The article as a whole.
    case centroid, centrality, leadOverlap, nextLeadOverlap, previousOverlap
    // Names and numbers.
    case nameShare, nameSalience, newNames, numbers, money, startsWithName
    // Speech.
    case quotedShare, startsInQuote, attribution, attributionToPronoun
    // How it opens and reads.
    case refersBack, opensWithPronoun, opensWithConnective, opensWithDemonstrative, opensWithTime, firstPerson
    case question, parenthesis, calendar, nextRefersBack
}

/// What the ranker looks at in a whole summary, beside its sentences.
package enum SetFeature: Int, CaseIterable, Sendable {
    /// Expected F1 of bigrams and of words, by the term model, and what it is made of.
    case expectedBigrams, expectedWords, coveredBigrams, coveredWords
    /// What two of its sentences both say.
    case sharedBigrams, sharedWords, mostShared
    case length, lengthSquared, excessLength
    case neighbours, span, lastPosition
    /// What a summary must not have: sentences without the one they need, two that say the same, surnames of people who
    /// were not introduced.
    case dangling, duplicates, strangers
}
