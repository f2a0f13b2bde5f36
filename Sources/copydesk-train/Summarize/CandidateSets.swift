import SummarizeStage

/// The summaries of three sentences that training chooses among.
enum CandidateSets {
    /// From the article's beginning, and from the best by the term model.
    private static let leading = 10
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
        var scorer = SetScorer()
        scorer.prepare(for: analysis)
        let eligible = analysis.sentences.indices.filter { analysis.sentences[$0].isEligible }
        let mean = SentenceFeature.bigramMean.rawValue
        let best = eligible.sorted { features.row($0)[features.row($0).startIndex + mean] > features.row($1)[features.row($1).startIndex + mean] }
        let pool = Set(eligible.prefix(leading)).union(best.prefix(likely)).sorted()
        var document = SetTrainer.Document()
        var values = [Float](repeating: 0, count: SetFeature.allCases.count)
        for set in sets(of: pool) {
            var row = [Float](repeating: 0, count: SentenceFeatures.count)
            for sentence in set {
                for (index, value) in features.row(sentence).enumerated() { row[index] += value }
            }
            scorer.read(set, of: analysis, wanted: size, values: &values)
            if ruled.contains(where: { values[$0.rawValue] > 0 }) { continue }
            document.rows += row
            document.rows += values
            let score = targets.rouge(of: set, in: analysis)
            document.one.append(score.one)
            document.two.append(score.two)
        }
        return document
    }

    private static func sets(of pool: [Int]) -> [[Int]] {
        var sets: [[Int]] = []
        for (first, a) in pool.enumerated() {
            for (second, b) in pool.enumerated().dropFirst(first + 1) {
                for c in pool.dropFirst(second + 1) { sets.append([a, b, c]) }
            }
        }
        return sets
    }
}
