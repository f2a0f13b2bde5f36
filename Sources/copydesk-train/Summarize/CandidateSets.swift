import SummarizeStage

/// The summaries of three sentences that training chooses among.
enum CandidateSets {
    /// From the article's beginning, and from the best by the term model.
    private static let leading = 12
    private static let likely = 6
    private static let size = 3

    /// What no candidate does, a summary must not do either: training never sees these features, so they are set, not learnt.
    private static let ruled: [SetFeature] = [.dangling, .duplicates]
    private static let prohibition: Float = -10

    static func withRules(_ weights: [Float]) -> [Float] {
        var weights = weights
        for feature in ruled { weights[feature.rawValue] = prohibition }
        return weights
    }

    static func document(of analysis: inout Analysis, _ model: TermModel, _ targets: ReferenceTargets) -> SetTrainer.Document {
        model.score(&analysis)
        var features = SentenceFeatures()
        features.read(analysis)
        let eligible = analysis.sentences.indices.filter { analysis.sentences[$0].isEligible }
        let worth = SentenceFeature.bigramSum.rawValue
        let best = eligible.sorted { features.row($0)[features.row($0).startIndex + worth] > features.row($1)[features.row($1).startIndex + worth] }
        let pool = Set(eligible.prefix(leading)).union(best.prefix(likely)).sorted()
        var scorer = SetScorer()
        scorer.prepare(pool, of: analysis)
        var document = SetTrainer.Document()
        var values = [Float](repeating: 0, count: SetFeature.allCases.count)
        for places in sets(ofFirst: pool.count) {
            let set = places.map { pool[$0] }
            var row = [Float](repeating: 0, count: SentenceFeatures.count)
            for sentence in set {
                for (index, value) in features.row(sentence).enumerated() { row[index] += value }
            }
            scorer.read(places, of: analysis, wanted: size, values: &values)
            if ruled.contains(where: { values[$0.rawValue] > 0 }) { continue }
            document.rows += row
            document.rows += values
            document.scores.append(targets.rouge(of: set, in: analysis))
        }
        return document
    }

    private static func sets(ofFirst count: Int) -> [[Int]] {
        var sets: [[Int]] = []
        for a in 0..<count {
            for b in a + 1..<max(count, a + 1) {
                for c in b + 1..<max(count, b + 1) { sets.append([a, b, c]) }
            }
        }
        return sets
    }
}
