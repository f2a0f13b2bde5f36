import EntitiesStage
import Glibc
import SeededRandom

/// Trains a linear-chain conditional random field by stochastic gradient ascent on its log-likelihood, with step sizes
/// per weight (AdaGrad: Duchi, Hazan and Singer, JMLR 12, 2011) that fall to nothing over the epochs, and with features
/// left out at random (Hinton et al. 2012), which keeps the model from leaning on a word's identity alone.
///
/// Where a corpus lacks misc, all labellings count as right that agree with it elsewhere (Tsuboi et al., COLING 2008).
struct FieldTrainer {
    struct Options {
        var epochs = 4
        var rate: Float = 0.05
        var dropout: Float = 0.5
        var seed: UInt64 = 1
        /// Pulls every weight that is touched towards zero.
        var decay: Float = 0
        /// Given steps between labels, which then stay as they are; nil: they are trained.
        var transitions: [SIMD16<Float>]?
    }

    private(set) var weights: [SIMD16<Float>]
    private var squares: [SIMD16<Float>]
    private(set) var transitions: [SIMD16<Float>] = Array(repeating: .zero, count: Label.count)
    private var transitionSquares: [SIMD16<Float>] = Array(repeating: .zero, count: Label.count)
    private let options: Options

    init(features: Int, options: Options) {
        weights = Array(repeating: .zero, count: features)
        squares = weights
        self.options = options
        if let given = options.transitions { transitions = given }
    }

    /// - Parameter report: called after every epoch with the mean log-likelihood of a token.
    mutating func train(_ set: TrainingSet, report: (Int, Double) -> Void) {
        var random = SplitMix64(seed: options.seed)
        var order = Array(set.sentences.indices)
        var chain = Chain()
        let steps = options.epochs * order.count
        var step = 0
        for epoch in 1...options.epochs {
            order.shuffle(using: &random)
            var likelihood = 0.0
            var tokens = 0
            for index in order {
                let rate = options.rate * (1 - Float(step) / Float(steps))
                step += 1
                likelihood += Double(learn(set, set.sentences[index], rate: rate, &chain, &random))
                tokens += set.sentences[index].tokens.count
            }
            report(epoch, likelihood / Double(tokens))
        }
    }

    private mutating func learn(
        _ set: TrainingSet, _ sentence: (tokens: Range<Int>, lacksMisc: Bool, weight: Float), rate: Float, _ chain: inout Chain,
        _ random: inout SplitMix64
    ) -> Float {
        let tokens = sentence.tokens
        let count = tokens.count
        let threshold = UInt32(options.dropout * 65536)
        let scale = 1 / (1 - options.dropout)
        chain.prepare(count)
        // The features left in this time.
        chain.active.removeAll(keepingCapacity: true)
        chain.activeStarts.removeAll(keepingCapacity: true)
        for (place, token) in tokens.enumerated() {
            chain.activeStarts.append(chain.active.count)
            var sum = SIMD16<Float>.zero
            var bits: UInt64 = 0
            var left = 0
            for at in set.starts[token]..<set.starts[token + 1] {
                if left == 0 {
                    bits = random.next()
                    left = 4
                }
                let draw = UInt32(truncatingIfNeeded: bits & 0xFFFF)
                bits >>= 16
                left -= 1
                let feature = set.features[at]
                guard feature >= 0, draw >= threshold else { continue }
                sum += weights[Int(feature)]
                chain.active.append(feature)
            }
            chain.scores[place] = sum * scale + (set.offsets.isEmpty ? .zero : set.offsets[token])
        }
        chain.activeStarts.append(chain.active.count)
        chain.allow(set.labels[tokens], lacksMisc: sentence.lacksMisc)
        let likelihood = chain.run(transitions)
        for place in 0..<count {
            let gradient = (chain.wanted[place] - chain.expected[place]) * sentence.weight
            if gradient.max() < 1e-4, gradient.min() > -1e-4 { continue }
            let square = gradient * gradient
            for at in chain.activeStarts[place]..<chain.activeStarts[place + 1] {
                let feature = Int(chain.active[at])
                squares[feature] += square
                weights[feature] += rate * gradient / (squares[feature] + 0.01).squareRoot() - (options.decay * rate) * weights[feature]
            }
        }
        guard options.transitions == nil else { return likelihood }
        for from in 0..<Label.count {
            let gradient = chain.stepGradient[from] * sentence.weight
            transitionSquares[from] += gradient * gradient
            transitions[from] += rate * gradient / (transitionSquares[from] + 0.01).squareRoot()
        }
        return likelihood
    }
}

/// Forward-backward over one sentence, twice where several labellings are right.
struct Chain {
    var scores: [SIMD16<Float>] = []
    var active: [Int32] = []
    var activeStarts: [Int] = []
    /// Label probabilities under the model, and among the labellings that are right.
    private(set) var expected: [SIMD16<Float>] = []
    private(set) var wanted: [SIMD16<Float>] = []
    /// Right minus expected steps.
    private(set) var stepGradient: [SIMD16<Float>] = Array(repeating: .zero, count: Label.count)
    private var allowed: [SIMD16<Float>] = []
    private var isPartial = false
    private var gold: [UInt8] = []
    private var emissions: [SIMD16<Float>] = []
    private var forward: [SIMD16<Float>] = []
    private var backward: [SIMD16<Float>] = []
    private var scales: [Float] = []
    private var count = 0
    private static let starts = mask(Label.mayStart)
    private static let ends = mask(Label.mayEnd)
    private static let permitted: [SIMD16<Float>] = (0..<Label.count).map { from in mask { Label.may(from, precede: $0) } }

    private static func mask(_ admits: (Int) -> Bool) -> SIMD16<Float> {
        var mask = SIMD16<Float>.zero
        for label in 0..<Label.count where admits(label) { mask[label] = 1 }
        return mask
    }

    mutating func prepare(_ count: Int) {
        self.count = count
        guard scores.count < count else { return }
        let room = Array(repeating: SIMD16<Float>.zero, count: count * 2)
        (scores, expected, wanted, allowed, emissions, forward, backward) = (room, room, room, room, room, room, room)
        scales = Array(repeating: 0, count: count * 2)
    }

    mutating func allow(_ labels: ArraySlice<UInt8>, lacksMisc: Bool) {
        gold = Array(labels)
        isPartial = lacksMisc
        for (place, label) in labels.enumerated() {
            var mask = SIMD16<Float>.zero
            mask[Int(label)] = 1
            if lacksMisc, Int(label) == Label.outside {
                for role in [Label.Role.begin, .inside, .unit] { mask[Label.label(.misc, role)] = 1 }
            }
            allowed[place] = mask
        }
    }

    /// Fills ``expected``, ``wanted`` and ``stepGradient``. - Returns: the log-likelihood.
    mutating func run(_ transitions: [SIMD16<Float>]) -> Float {
        let steps = (0..<Label.count).map { FastExponential.exp(transitions[$0]) * Chain.permitted[$0] }
        var back: [SIMD16<Float>] = Array(repeating: .zero, count: Label.count)
        for from in 0..<Label.count {
            for to in 0..<Label.count { back[to][from] = steps[from][to] }
        }
        for from in 0..<Label.count { stepGradient[from] = .zero }
        var highest: Float = 0
        for place in 0..<count {
            let top = scores[place].max()
            highest += top
            emissions[place] = FastExponential.exp(scores[place] - top)
        }
        let total = pass(steps, back, constrained: false, sign: -1)
        for place in 0..<count { expected[place] = forward[place] * backward[place] }
        if isPartial {
            let right = pass(steps, back, constrained: true, sign: 1)
            for place in 0..<count { wanted[place] = forward[place] * backward[place] }
            return right - total
        }
        var right: Float = -highest
        for place in 0..<count {
            wanted[place] = allowed[place]
            right += scores[place][Int(gold[place])]
            guard place > 0 else { continue }
            let (from, to) = (Int(gold[place - 1]), Int(gold[place]))
            stepGradient[from][to] += 1
            right += transitions[from][to]
        }
        return right - total
    }

    private mutating func pass(_ steps: [SIMD16<Float>], _ back: [SIMD16<Float>], constrained: Bool, sign: Float) -> Float {
        if constrained {
            for place in 0..<count { emissions[place] *= allowed[place] }
        }
        var total: Float = 0
        var message = Chain.starts * emissions[0]
        for place in 0..<count {
            if place > 0 {
                let last = forward[place - 1]
                message = steps[0] * last[0]
                for from in 1..<Label.count { message += steps[from] * last[from] }
                message *= emissions[place]
            }
            if place == count - 1 { message *= Chain.ends }
            let sum = max(message.sum(), .leastNormalMagnitude)
            scales[place] = sum
            forward[place] = message / sum
            total += log(sum)
        }
        backward[count - 1] = Chain.ends
        for place in stride(from: count - 1, to: 0, by: -1) {
            let next = backward[place] * emissions[place] / scales[place]
            message = back[0] * next[0]
            for to in 1..<Label.count { message += back[to] * next[to] }
            backward[place - 1] = message
            let last = forward[place - 1]
            for from in 0..<Label.count { stepGradient[from] += sign * last[from] * steps[from] * next }
        }
        return total
    }
}
