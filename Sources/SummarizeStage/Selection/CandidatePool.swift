/// The sentences a summary is chosen among. Training and the search use the same, for weights tell nothing of sentences
/// that training never set beside others.
package enum CandidatePool {
    /// Beyond the wanted ones, so many of the article's first and of those that say most: 12 and 6 for three sentences.
    private static let leading = 9
    private static let likely = 3

    /// Indices of eligible sentences, ascending.
    ///
    /// `promise` tells how much each is likely to say (``SentenceFeature/bigramSum``).
    ///
    /// - Complexity: O(sentences × log sentences).
    package static func sentences(of analysis: Analysis, wanted: Int, promise: (Int) -> Float) -> [Int] {
        let eligible = analysis.sentences.indices.filter { analysis.sentences[$0].isEligible }
        let promises = eligible.map { (index: $0, value: promise($0)) }
        let best = promises.sorted { ($0.value, $1.index) > ($1.value, $0.index) }.prefix(wanted + likely).map(\.index)
        return Set(eligible.prefix(wanted + leading)).union(best).sorted()
    }
}
