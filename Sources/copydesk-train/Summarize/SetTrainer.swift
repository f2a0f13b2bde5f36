import Glibc
import SummarizeStage

/// Fits the weights of sentences and sets together: of all candidate summaries of an article those with the higher
/// ROUGE shall be the likelier. First cross-entropy against a softened ranking (convex), then minimum expected risk
/// (Shen et al., ACL 2016).
struct SetTrainer {
    struct Options {
        var ridge: Float = 0.02
        var riskRounds = 150
        var startRounds = 150
        /// Share of ROUGE-1 in the reward, beside ROUGE-2.
        var unigramShare: Float = 0.3
        /// How sharply the first step prefers the best candidates.
        var sharpness: Float = 30
    }

    /// One article: rows of features, one a candidate set, and their rewards.
    struct Document {
        var rows: [Float] = []
        var one: [Float] = []
        var two: [Float] = []
    }

    static let width = SentenceFeatures.count + SetFeature.allCases.count
    var options = Options()
    private(set) var documents: [Document] = []

    mutating func add(_ document: Document) {
        if document.one.count > 1 { documents.append(document) }
    }

    func fit(_ chosen: [Int]) -> [Float] {
        var weights = [Float](repeating: 0, count: SetTrainer.width)
        var optimizer = Adam(count: weights.count, rate: 0.03)
        for _ in 0..<options.startRounds { optimizer.step(&weights, gradient(weights, chosen, isRisk: false)) }
        optimizer = Adam(count: weights.count, rate: 0.02)
        for _ in 0..<options.riskRounds { optimizer.step(&weights, gradient(weights, chosen, isRisk: true)) }
        return weights
    }

    private func gradient(_ weights: [Float], _ chosen: [Int], isRisk: Bool) -> [Float] {
        var gradient = weights.map { $0 * options.ridge }
        let width = SetTrainer.width
        for number in chosen {
            let document = documents[number]
            let rewards = zip(document.one, document.two).map { (1 - options.unigramShare) * $1 + options.unigramShare * $0 }
            let likely = SetTrainer.softmax(scores(document, weights))
            var pull: [Float]
            if isRisk {
                let expected = zip(likely, rewards).reduce(0) { $0 + $1.0 * $1.1 }
                // Rewards are small; scaled so that the ridge weighs the same in both steps.
                pull = zip(likely, rewards).map { $0 * ($1 - expected) * -20 }
            } else {
                let wanted = SetTrainer.softmax(rewards.map { $0 * options.sharpness })
                pull = zip(likely, wanted).map { $0 - $1 }
            }
            for index in pull.indices { pull[index] /= Float(chosen.count) }
            document.rows.withUnsafeBufferPointer { rows in
                for candidate in pull.indices where abs(pull[candidate]) > 1e-9 {
                    let row = candidate * width
                    for feature in 0..<width { gradient[feature] += pull[candidate] * rows[row + feature] }
                }
            }
        }
        return gradient
    }

    private func scores(_ document: Document, _ weights: [Float]) -> [Float] {
        let width = SetTrainer.width
        return document.rows.withUnsafeBufferPointer { rows in
            document.one.indices.map { candidate in
                var sum: Float = 0
                for feature in 0..<width { sum += rows[candidate * width + feature] * weights[feature] }
                return sum
            }
        }
    }

    private static func softmax(_ scores: [Float]) -> [Float] {
        let most = scores.max() ?? 0
        var values = scores.map { exp($0 - most) }
        let sum = values.reduce(0, +)
        for index in values.indices { values[index] /= sum }
        return values
    }

    /// Mean ROUGE-1 and ROUGE-2 of what the weights choose of these documents.
    func evaluate(_ weights: [Float], _ chosen: [Int]) -> (one: Float, two: Float) {
        var one: Float = 0, two: Float = 0
        for number in chosen {
            let document = documents[number]
            let scores = scores(document, weights)
            guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { continue }
            one += document.one[best]
            two += document.two[best]
        }
        return (100 * one / Float(max(1, chosen.count)), 100 * two / Float(max(1, chosen.count)))
    }
}
