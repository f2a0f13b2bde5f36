/// Graph centrality in linear time: sentences and words as the two sides of a bipartite graph, scored by mutual
/// reinforcement (Zha, SIGIR 2002; Kleinberg's HITS), so that no sentence is ever compared with another.
enum Centrality {
    /// Rounds of the power iteration; the order of sentences no longer changes after a few.
    private static let rounds = 3

    /// Sets the centrality of every term and sentence, 0 to 1.
    ///
    /// - Complexity: O(words).
    static func score(_ analysis: inout Analysis) {
        var termScores = analysis.terms.map { $0.isFunction || $0.sentences < 2 ? 0 : $0.rarity / 16 }
        var sentenceScores = [Float](repeating: 0, count: analysis.sentences.count)
        for _ in 0..<rounds {
            for (index, sentence) in analysis.sentences.enumerated() {
                var sum: Float = 0
                for word in sentence.words { sum += termScores[Int(analysis.words[word].term)] }
                // A long sentence has more words to gain by; the root keeps it from winning by that alone.
                sentenceScores[index] = sum / Float(sentence.words.count + 4).squareRoot()
            }
            scale(&sentenceScores)
            for index in termScores.indices { termScores[index] = 0 }
            for (index, sentence) in analysis.sentences.enumerated() {
                let score = sentenceScores[index] / Float(sentence.words.count + 4).squareRoot()
                for word in sentence.words { termScores[Int(analysis.words[word].term)] += score }
            }
            for (index, term) in analysis.terms.enumerated() {
                termScores[index] *= term.isFunction || term.sentences < 2 ? 0 : term.rarity / 16
            }
            scale(&termScores)
        }
        for index in analysis.terms.indices { analysis.terms[index].centrality = termScores[index] }
        for index in analysis.sentences.indices { analysis.sentences[index].centrality = sentenceScores[index] }
    }

    private static func scale(_ scores: inout [Float]) {
        let most = scores.max() ?? 0
        guard most > 0 else { return }
        for index in scores.indices { scores[index] /= most }
    }
}
