/// Leans a summary towards what a reader asks about (`about: [immigration]`).
enum QueryFocus {
    /// What a sentence gains by the first word of the query it has: more than position gives, less than a preferred
    /// standfirst.
    private static let gain: Float = 6
    /// Further words of the query add less.
    private static let further: Float = 2

    /// Marks the terms of the query, inflected or not.
    static func mark(_ queries: [String], in analysis: inout Analysis, by analyser: inout Analyser) {
        for query in queries {
            for case let term? in analyser.terms(of: Array(query.utf8)) where !analysis.terms[term].isFunction {
                analysis.terms[term].isQueried = true
            }
        }
    }

    /// - Complexity: O(words of the sentence).
    static func bonus(ofSentence index: Int, in analysis: Analysis) -> Float {
        var found: Set<Int32> = []
        for number in analysis.sentences[index].words {
            let term = analysis.words[number].term
            if analysis.terms[Int(term)].isQueried { found.insert(term) }
        }
        return found.isEmpty ? 0 : gain + further * Float(min(3, found.count - 1))
    }
}
