import Glibc
import SummarizeStage

/// Fits the term model: logistic regression by full-batch gradient descent with Adam (Kingma, Ba 2015).
struct TermTrainer {
    static let rounds = 150
    static let ridge: Float = 1e-5

    private(set) var words = TermSamples()
    private(set) var bigrams = TermSamples()

    /// Adds every term and bigram of an article, as used in a reference or not.
    mutating func add(_ analysis: Analysis, _ targets: ReferenceTargets) {
        var features = TermFeatures()
        for index in 0..<analysis.termCount where !analysis.isFunctionTerm(index) {
            features.read(term: index, of: analysis)
            words.add(features.values, targets.share(ofTerm: index))
        }
        for index in 0..<analysis.bigramCount {
            features.read(bigram: index, of: analysis)
            bigrams.add(features.values, targets.share(ofBigram: index))
        }
    }

    func fit() -> TermModel {
        TermModel(wordWeights: words.fit(), bigramWeights: bigrams.fit())
    }
}

/// Rows of features with the share of the references that use what they describe.
struct TermSamples {
    private var rows: [Float] = []
    private var targets: [Float] = []
    private let width = TermFeature.allCases.count

    mutating func add(_ values: [Float], _ target: Float) {
        rows += values
        targets.append(target)
    }

    func fit() -> [Float] {
        var optimizer = Adam(count: width, rate: 0.1)
        var weights = [Float](repeating: 0, count: width)
        for _ in 0..<TermTrainer.rounds {
            var gradient = weights.map { $0 * TermTrainer.ridge }
            rows.withUnsafeBufferPointer { rows in
                for sample in targets.indices {
                    let row = sample * width
                    var sum: Float = 0
                    for feature in 0..<width { sum += rows[row + feature] * weights[feature] }
                    let error = (TermModel.logistic(sum) - targets[sample]) / Float(targets.count)
                    for feature in 0..<width { gradient[feature] += error * rows[row + feature] }
                }
            }
            optimizer.step(&weights, gradient)
        }
        return weights
    }
}

/// Adam with the usual moments (0.9, 0.999).
struct Adam {
    private var first: [Float]
    private var second: [Float]
    private var steps: Float = 0
    private let rate: Float

    init(count: Int, rate: Float) {
        first = Array(repeating: 0, count: count)
        second = first
        self.rate = rate
    }

    mutating func step(_ weights: inout [Float], _ gradient: [Float]) {
        steps += 1
        for index in weights.indices {
            first[index] = 0.9 * first[index] + 0.1 * gradient[index]
            second[index] = 0.999 * second[index] + 0.001 * gradient[index] * gradient[index]
            let mean = first[index] / (1 - pow(0.9, steps))
            let spread = second[index] / (1 - pow(0.999, steps))
            weights[index] -= rate * mean / (spread.squareRoot() + 1e-8)
        }
    }
}
