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

    /// One article: rows of features, one a candidate set, and their scores.
    struct Document {
        var rows: [Float] = []
        /// ROUGE-1 and ROUGE-2 of each candidate.
        var scores: [(one: Float, two: Float)] = []
    }

    static let width = SentenceFeatures.count + SetFeature.allCases.count
    var options = Options()
    private(set) var documents: [Document] = []

    /// Standard deviation of every feature over all candidates; the ridge holds features of any scale alike.
    private var spread: [Float] = []

    /// An article with fewer than two candidates teaches nothing, but keeps its place.
    mutating func add(_ document: Document) {
        documents.append(document)
    }

    /// Divides every feature by its spread; to be called once, when all documents are there.
    mutating func standardize() {
        let width = SetTrainer.width
        var sums = [Double](repeating: 0, count: width), squares = sums
        var count = 0.0
        for document in documents {
            for (index, value) in document.rows.enumerated() {
                sums[index % width] += Double(value)
                squares[index % width] += Double(value) * Double(value)
            }
            count += Double(document.scores.count)
        }
        spread = zip(sums, squares).map { sum, square in
            let variance = square / count - (sum / count) * (sum / count)
            // A feature that never changes says nothing.
            return variance > 1e-8 ? Float(variance.squareRoot()) : .infinity
        }
        for document in documents.indices {
            for index in documents[document].rows.indices { documents[document].rows[index] /= spread[index % width] }
        }
    }

    /// Weights for features as they are read.
    func unscaled(_ weights: [Float]) -> [Float] { zip(weights, spread).map { $0 / $1 } }

    /// The inverse of ``unscaled(_:)``.
    func scaled(_ weights: [Float]) -> [Float] { zip(weights, spread).map { $1 < .infinity ? $0 * $1 : 0 } }

    func fit(_ chosen: [Int]) -> [Float] {
        var weights = [Float](repeating: 0, count: SetTrainer.width)
        let rewards = documents.map { document in
            document.scores.map { (1 - options.unigramShare) * $0.two + options.unigramShare * $0.one }
        }
        var optimizer = Adam(count: weights.count, rate: 0.03)
        for _ in 0..<options.startRounds { optimizer.step(&weights, gradient(weights, chosen, rewards, isRisk: false)) }
        optimizer = Adam(count: weights.count, rate: 0.02)
        for _ in 0..<options.riskRounds { optimizer.step(&weights, gradient(weights, chosen, rewards, isRisk: true)) }
        return weights
    }

    private func gradient(_ weights: [Float], _ chosen: [Int], _ rewards: [[Float]], isRisk: Bool) -> [Float] {
        var gradient = weights.map { $0 * options.ridge }
        let width = SetTrainer.width
        for number in chosen {
            let document = documents[number]
            let rewards = rewards[number]
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
            document.rows.withUnsafeBufferPointer { rows in
                for candidate in pull.indices where abs(pull[candidate]) > 1e-7 {
                    let row = candidate * width
                    let share = pull[candidate] / Float(chosen.count)
                    for feature in 0..<width { gradient[feature] += share * rows[row + feature] }
                }
            }
        }
        return gradient
    }

    private func scores(_ document: Document, _ weights: [Float]) -> [Float] {
        let width = SetTrainer.width
        return document.rows.withUnsafeBufferPointer { rows in
            document.scores.indices.map { candidate in
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
            one += document.scores[best].one
            two += document.scores[best].two
        }
        return (100 * one / Float(max(1, chosen.count)), 100 * two / Float(max(1, chosen.count)))
    }
}
