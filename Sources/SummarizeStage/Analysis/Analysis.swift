/// What counting finds in one article. A worker keeps one and refills it, so that its arrays are allocated once.
package struct Analysis {
    /// A word of a sentence.
    struct WordUse {
        /// Index into ``terms``.
        var term: Int32
        /// Index into ``bigrams`` of this word and the next of its sentence; -1 for the last.
        var bigram: Int32
        /// UTF-8 byte offset in the text.
        var start: Int32
        /// In UTF-8 bytes.
        var length: Int32
        /// Hash of the word as it is written, in lower case.
        var form: UInt64
        var classes: WordClass
        var isCapitalised: Bool
        var isQuoted: Bool
        var hasDigit: Bool
        /// Whether it ends as many verbs do: "-ed", "-s".
        var hasVerbEnding: Bool
    }

    /// A word type (its inflections counted as one).
    struct Term {
        var hash: UInt64
        /// Uses in the article.
        var uses: Int32 = 0
        /// Sentences that have it.
        var sentences: Int32 = 0
        /// The first sentence that has it.
        var first: Int32
        var last: Int32 = -1
        /// Uses that begin with a capital away from a sentence's start.
        var capitals: Int32 = 0
        /// See ``BackgroundFrequencies/rarity(of:)``.
        var rarity: Float
        var isFunction: Bool
        var hasDigit: Bool
        /// Whether it stands in the headline or the standfirst.
        var isInTitle = false
        /// Whether the user asked about it.
        var isQueried = false
        /// How much the graph of sentences and words makes of it, 0 to 1.
        var centrality: Float = 0
        /// How likely an editor is to use it in a summary, by the term model.
        var probability: Float = 0
        /// Index of the first use into ``words``.
        var firstUse: Int32
        /// Whether its first use ends a longer name ("Ada Turner").
        var isIntroduced = false
        /// The last sentence that uses it so; -1 for none.
        var lastInFull: Int32 = -1

        mutating func count(in sentence: Int, isCapitalised: Bool) {
            uses += 1
            if isCapitalised { capitals += 1 }
            guard last != Int32(sentence) else { return }
            last = Int32(sentence)
            sentences += 1
        }
    }

    /// Two words in a row.
    struct Bigram {
        var left: Int32
        var right: Int32
        var uses: Int32 = 0
        var sentences: Int32 = 0
        var first: Int32
        var last: Int32 = -1
        var firstUse: Int32
        var probability: Float = 0
    }

    package struct SentenceFacts {
        /// UTF-8 byte range in the article's text, without its dateline.
        package var range: Range<Int>
        /// Index of its block, or 0; only whether two sentences share one matters.
        var block: Int
        /// Range of indices into ``Analysis/words``.
        package var words: Range<Int> = 0..<0
        var marks = SentenceMarks()
        /// Whether it may stand in a summary at all.
        package var isEligible = true
        /// Whether it needs the sentence before it to be understood.
        package var needsPredecessor = false
        var centrality: Float = 0
        /// Whether it belongs to the standfirst.
        var isStandfirst = false
        /// Range of indices into ``Analysis/bareNames``.
        var bareNames: Range<Int> = 0..<0
    }

    var words: [WordUse] = []
    /// See ``BareNames``; sentence after sentence.
    var bareNames: [Int32] = []
    var terms: [Term] = []
    var bigrams: [Bigram] = []
    package var sentences: [SentenceFacts] = []

    package init() {}

    mutating func removeAll() {
        words.removeAll(keepingCapacity: true)
        bareNames.removeAll(keepingCapacity: true)
        terms.removeAll(keepingCapacity: true)
        bigrams.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
    }
}

/// Signs of a sentence that are read off its bytes.
struct SentenceMarks {
    /// Words inside quotation marks.
    var quotedWords = 0
    var startsInQuote = false
    /// Whether it opens with a small letter: the rest of a sentence that was cut in two.
    var startsSmall = false
    var endsInQuote = false
    /// Whether a quotation begun in an earlier sentence is still open where it starts.
    var continuesQuote = false
    var hasParenthesis = false
    var hasMoneyOrPercent = false
    var hasAddress = false
    var endsWithTerminal = false
    /// Whether a blank stands before the full stop: where that is rare, it was put behind a line that had none.
    var hasLooseStop = false
    var isQuestion = false
    var isExclamation = false
    var endsWithColon = false
}

// What training needs to see.
extension Analysis {
    package var termCount: Int { terms.count }
    package var bigramCount: Int { bigrams.count }

    package func isFunctionTerm(_ term: Int) -> Bool { terms[term].isFunction }

    /// Calls `body` with the term and the bigram (-1: none) of every word of a sentence.
    package func forEachWord(of sentence: Int, _ body: (_ term: Int, _ bigram: Int) -> Void) {
        for number in sentences[sentence].words { body(Int(words[number].term), Int(words[number].bigram)) }
    }
}
