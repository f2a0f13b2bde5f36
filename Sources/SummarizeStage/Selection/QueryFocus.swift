/// Leans a summary towards what a reader asks about (`about: [immigration]`).
enum QueryFocus {
    /// What a sentence gains by the first word of the query it has, as a share of what lies between the article's best
    /// and worst: enough that the worst which has it stands above the best which has not, though what the set covers moves
    /// the choice about as much as the sentences' own scores.
    private static let gain: Float = 2
    /// Further words of the query add less.
    private static let further: Float = 0.25

    /// Marks the terms of the query, inflected or not.
    static func mark(_ queries: [String], in analysis: inout Analysis, by analyser: inout Analyser) {
        for query in queries {
            for case let term? in analyser.terms(of: Array(query.utf8)) where !analysis.terms[term].isFunction {
                analysis.terms[term].isQueried = true
            }
        }
    }

    /// Raises the favour of sentences about the query.
    ///
    /// - Complexity: O(words).
    static func lean(_ favour: inout [Float], _ scores: [Float], _ analysis: Analysis) {
        let eligible = analysis.sentences.indices.filter { analysis.sentences[$0].isEligible }.map { scores[$0] }
        guard let best = eligible.max(), let worst = eligible.min() else { return }
        // Where all are alike, or there is but one, any gain will do.
        let spread = max(1, best - worst)
        for index in favour.indices { favour[index] += spread * bonus(ofSentence: index, in: analysis) }
    }

    private static func bonus(ofSentence index: Int, in analysis: Analysis) -> Float {
        var found: Set<Int32> = []
        for number in analysis.sentences[index].words {
            let term = analysis.words[number].term
            if analysis.terms[Int(term)].isQueried { found.insert(term) }
        }
        return found.isEmpty ? 0 : gain + further * Float(min(3, found.count - 1))
    }
}
