import Glibc

/// What counting finds about one word, its inflections counted as one.
struct Term {
    var uses: Int32 = 0
    /// Uses that begin with a capital away from a sentence's start.
    var capitals: Int32 = 0
    /// Uses in capitals alone: "NATO".
    var acronyms: Int32 = 0
    /// Sentences that have it.
    var sentences: Int32 = 0
    var lastSentence: Int32 = -1
    /// Different words before and behind it, and how many there are at all.
    var lefts: Int32 = 0
    var rights: Int32 = 0
    var leftUses: Int32 = 0
    var rightUses: Int32 = 0
    /// Sum of the numbers of its sentences, for where it stands.
    var position: Int64 = 0
    var isStop = false
    /// Whether it is a preposition that may join a name's parts: "of".
    var isLink = false
    var isInTitle = false
    /// Whether it is once a noun for sure: behind an article or a possessive, or in the plural.
    var isNominal = false
    /// Whether a noun phrase follows it: "the", "her".
    var isDeterminer = false
    /// The lower the better.
    var score = 0.0
}

extension Term {
    /// The word's score after Campos and others, "YAKE! Keyword extraction from single documents using multiple local features"
    /// (2020), section 3.2, but that the mean takes the median's place for its position, and that words of the
    /// headline are ``titleFactor`` times as good.
    ///
    /// - Parameters:
    ///   - mean: of the uses of all words that are no stop words, with `deviation` and `most` of the same.
    func score(mean: Double, deviation: Double, most: Double, sentences total: Int) -> Double {
        let uses = Double(uses)
        let casing = Double(max(capitals, acronyms)) / (1 + log(uses))
        let position = log(log(3 + Double(self.position) / Double(max(self.uses, 1))))
        let frequency = uses / (mean + deviation)
        let left = leftUses > 0 ? Double(lefts) / Double(leftUses) : 0
        let right = rightUses > 0 ? Double(rights) / Double(rightUses) : 0
        let company = 1 + (left + right) * uses / most
        let spread = Double(sentences) / Double(max(total, 1))
        let score = company * position / (casing + frequency / company + spread / company)
        return isInTitle ? score / Term.titleFactor : score
    }

    /// The headline's words are chosen to say what the article is about. By eye on sample articles: the development set has no headlines.
    private static let titleFactor = 5.0
}
