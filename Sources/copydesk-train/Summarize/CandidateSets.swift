import SummarizeStage

/// The summaries of three sentences that training chooses among.
enum CandidateSets {
    private static let size = 3

    /// What no candidate does, a summary must not do either: training never sees these features, so they are set, not learnt: more than
    /// sentences differ by, less than a preferred standfirst gains.
    private static let ruled: [SetFeature] = [.dangling, .duplicates, .strangers]
    private static let prohibition: Float = -100

    static func withRules(_ weights: [Float]) -> [Float] {
        var weights = weights
        for feature in ruled { weights[feature.rawValue] = prohibition }
        return weights
    }

    static func document(of analysis: inout Analysis, _ model: TermModel, _ targets: ReferenceTargets) -> SetTrainer.Document {
        model.score(&analysis)
        var features = SentenceFeatures()
        features.read(analysis)
        let worth = SentenceFeature.bigramSum.rawValue
        let pool = CandidatePool.sentences(of: analysis, wanted: size) { features.values[$0 * SentenceFeatures.count + worth] }
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
            scorer.read(places[...], of: analysis, wanted: size, values: &values)
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
