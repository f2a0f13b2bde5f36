import StageKit

/// A phrase as the layer has it.
struct FoundPhrase {
    /// Where it stands first; UTF-8 bytes.
    var range: Range<Int>
    var count: Int
    /// 1 for the best, towards 0 for those that say less.
    var score: Double
}

/// Counts an article's words and phrases, and ranks the phrases. A worker keeps one and uses it again.
struct PhraseFinder {
    /// A word of a sentence. A sentence's words are in a row; what breaks phrases stands between them as a gap.
    struct Use {
        var range: Range<Int>
        /// Index into ``terms``.
        var term: Int32
        /// Whether it starts a sentence, or a mark stands before it that no phrase goes over.
        var startsRun: Bool
        /// Whether a phrase may begin or end with it.
        var isBorder: Bool
        /// Whether it looks like an English "-ing" or "-ed".
        var isParticiple: Bool
    }

    struct Phrase {
        var first: Range<Int>
        /// Of its words, indices into ``uses``.
        var words: Range<Int>
        var count: Int32
        /// Whether each of its words has a capital, but for prepositions inside.
        var isName: Bool
        var score = 0.0
    }

    let mostWords: Int
    var uses: [Use] = []
    var terms: [Term] = []
    var phrases: [Phrase] = []
    var termNumbers = HashIndex()
    var pairNumbers = HashIndex()
    var phraseNumbers = HashIndex()

    init(mostWords: Int) {
        self.mostWords = mostWords
    }

    /// At most `most` phrases, the best first.
    mutating func find(_ article: Article, _ bytes: UnsafeBufferPointer<UInt8>, most: Int) -> [FoundPhrase] {
        uses.removeAll(keepingCapacity: true)
        terms.removeAll(keepingCapacity: true)
        phrases.removeAll(keepingCapacity: true)
        termNumbers.removeAll()
        pairNumbers.removeAll()
        phraseNumbers.removeAll()
        let sentences = countWords(article, bytes)
        guard !uses.isEmpty else { return [] }
        countCompany()
        markTitle(article)
        scoreTerms(sentences: sentences)
        countPhrases(sentences: sentences)
        return ranked(most: most)
    }

    private func ranked(most: Int) -> [FoundPhrase] {
        let order = phrases.indices.sorted {
            let (one, other) = (phrases[$0], phrases[$1])
            return (one.score, one.first.lowerBound, one.words.count) < (other.score, other.first.lowerBound, other.words.count)
        }
        var found: [FoundPhrase] = []
        var taken: [Set<Int32>] = []
        let best = order.first.map { phrases[$0].score } ?? 0
        for index in order where found.count < most && !isPadded(phrases[index]) {
            let words = Set(phrases[index].words.map { uses[$0].term }.filter { !terms[Int($0)].isStop })
            guard !taken.contains(where: { overlaps($0, words) }) else { continue }
            taken.append(words)
            let score = (best + PhraseFinder.softening) / (phrases[index].score + PhraseFinder.softening)
            found.append(FoundPhrase(range: phrases[index].first, count: Int(phrases[index].count), score: score))
        }
        return found
    }

    /// Added to both scores of the ratio that is shown, so that a very good best phrase does not make all others look like nothing.
    private static let softening = 1e-3

    /// Whether two phrases say the same: one holds all words of the other, or they share half of all their words.
    private func overlaps(_ one: Set<Int32>, _ other: Set<Int32>) -> Bool {
        let shared = one.intersection(other).count
        return shared == min(one.count, other.count) || shared * 2 >= one.count + other.count - shared
    }
}
