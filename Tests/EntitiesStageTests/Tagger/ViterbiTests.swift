import Testing
import TestSupport

@testable import EntitiesStage

@Suite struct ViterbiTests {
    private static let transitions: [Int16] = (0..<Label.count * Label.count).map { index in
        let (from, to) = (index / Label.count, index % Label.count)
        guard Label.may(from, precede: to) else { return Viterbi.forbidden }
        return Int16((from * 7 + to * 13) % 23) - 11
    }

    /// Small sentences with every labelling tried one by one.
    @Test(arguments: 1...20)
    func agreesWithExhaustiveSearch(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let scores = (0..<4).map { _ in
            var row = SIMD16<Int16>.zero
            for label in 0..<Label.count { row[label] = Int16(random.below(128)) - 64 }
            return row
        }
        var best = (score: Int.min, total: 0.0)
        let units: Float = 28
        var labels = [0, 0, 0, 0]
        var shares = Array(repeating: Array(repeating: 0.0, count: Label.count), count: 4)
        func search(_ place: Int, _ score: Int) {
            if place == 4 {
                guard Label.mayEnd(labels[3]) else { return }
                best.score = max(best.score, score)
                let weight = exponential(Double(score) / Double(units))
                best.total += weight
                for at in 0..<4 { shares[at][labels[at]] += weight }
                return
            }
            for label in 0..<Label.count {
                if place == 0 ? !Label.mayStart(label) : !Label.may(labels[place - 1], precede: label) { continue }
                labels[place] = label
                let step = place == 0 ? 0 : Int(Self.transitions[labels[place - 1] * Label.count + label])
                search(place + 1, score + step + Int(scores[place][label]))
            }
        }
        search(0, 0)
        var found: [UInt8] = [0, 0, 0, 0]
        Self.transitions.withUnsafeBufferPointer { transitions in
            guard let first = transitions.baseAddress else { return }
            scores.withUnsafeBufferPointer { scores in
                found.withUnsafeMutableBufferPointer { found in
                    guard let out = found.baseAddress else { return }
                    var viterbi = Viterbi(first)
                    viterbi.decode(scores, into: out)
                }
                var probabilities = ForwardBackward(first, unitsPerNat: units)
                probabilities.run(scores, nats: 1 / units)
                for place in 0..<4 {
                    for label in 0..<Label.count {
                        let share = Double(probabilities.share(at: place)[label])
                        #expect(abs(share - shares[place][label] / best.total) < 1e-3, "seed \(seed)")
                    }
                }
            }
        }
        var score = Int(scores[0][Int(found[0])])
        for place in 1..<4 {
            score += Int(Self.transitions[Int(found[place - 1]) * Label.count + Int(found[place])]) + Int(scores[place][Int(found[place])])
        }
        #expect(score == best.score, "seed \(seed)")
    }

    /// By its series, so that the test leans on nothing it tests.
    private func exponential(_ power: Double) -> Double {
        var (term, sum) = (1.0, 1.0)
        let part = power / 16
        for step in 1..<30 {
            term *= part / Double(step)
            sum += term
        }
        return (0..<4).reduce(sum) { total, _ in total * total }
    }
}
