/// Probabilities of labels and mentions under the linear-chain conditional random field whose scores the model holds
/// (Lafferty, McCallum and Pereira, ICML 2001), by the scaled forward-backward algorithm (Rabiner 1989, section V.A).
package struct ForwardBackward {
    private let steps: [SIMD16<Float>]
    private let stepsBack: [SIMD16<Float>]
    private let starts: SIMD16<Float>
    private let ends: SIMD16<Float>
    private var emissions: [SIMD16<Float>] = []
    private var forward: [SIMD16<Float>] = []
    private var backward: [SIMD16<Float>] = []
    private var scales: [Float] = []

    package init(_ transitions: UnsafePointer<Int16>, unitsPerNat: Float) {
        var steps: [SIMD16<Float>] = Array(repeating: .zero, count: Label.count)
        var back = steps
        var starts = SIMD16<Float>.zero
        var ends = SIMD16<Float>.zero
        for from in 0..<Label.count {
            starts[from] = Label.mayStart(from) ? 1 : 0
            ends[from] = Label.mayEnd(from) ? 1 : 0
            for to in 0..<Label.count where Label.may(from, precede: to) {
                let score = FastExponential.exp(SIMD16(repeating: Float(transitions[from * Label.count + to]) / unitsPerNat))[0]
                steps[from][to] = score
                back[to][from] = score
            }
        }
        self.steps = steps
        stepsBack = back
        self.starts = starts
        self.ends = ends
    }

    /// Runs over a sentence, or over a part of one with tokens before and behind that are outside of names for sure; ``share(at:)`` and ``confidence(_:labels:)`` tell about it until the next run.
    ///
    /// - Complexity: O(tokens).
    package mutating func run(_ scores: UnsafeBufferPointer<SIMD16<Int16>>, nats: Float, isInside: (before: Bool, behind: Bool) = (false, false)) {
        let count = scores.count
        guard count > 0 else { return }
        if emissions.count < count {
            emissions = Array(repeating: .zero, count: count * 2)
            forward = emissions
            backward = emissions
            scales = Array(repeating: 0, count: count * 2)
        }
        for index in 0..<count {
            let row = scores[index]
            let highest = row.max()
            emissions[index] = FastExponential.exp(SIMD16<Float>(row &- SIMD16(repeating: highest)) * nats)
        }
        var message = (isInside.before ? steps[Label.outside] : starts) * emissions[0]
        let ends = isInside.behind ? stepsBack[Label.outside] : ends
        (forward[0], scales[0]) = ForwardBackward.scaled(message)
        for index in 1..<max(count, 1) {
            let last = forward[index - 1]
            message = steps[0] * last[0]
            for from in 1..<Label.count { message += steps[from] * last[from] }
            (forward[index], scales[index]) = ForwardBackward.scaled(message * emissions[index])
        }
        // The end's constraint changes the total: fold it into the last scale.
        let total = (forward[count - 1] * ends).sum()
        backward[count - 1] = ends / max(total, .leastNormalMagnitude)
        for index in stride(from: count - 2, through: 0, by: -1) {
            let next = backward[index + 1] * emissions[index + 1]
            message = stepsBack[0] * next[0]
            for to in 1..<Label.count { message += stepsBack[to] * next[to] }
            backward[index] = message / scales[index + 1]
        }
    }

    /// The probability of each label at a token.
    @inline(__always)
    package func share(at index: Int) -> SIMD16<Float> {
        forward[index] * backward[index]
    }

    /// The probability, for each kind, that exactly these tokens are a mention of it.
    ///
    /// - Complexity: O(tokens of the range).
    package func shares(_ range: Range<Int>) -> SIMD4<Float> {
        var shares = SIMD4<Float>.zero
        let last = range.upperBound - 1
        for kind in Label.Kind.allCases {
            var from = Label.label(kind, range.count == 1 ? .unit : .begin)
            var product = forward[range.lowerBound][from]
            for index in range.dropFirst() {
                let to = Label.label(kind, index == last ? .last : .inside)
                product *= steps[from][to] * emissions[index][to] / scales[index]
                from = to
            }
            shares[kind.rawValue] = min(max(product * backward[last][from], 0), 1)
        }
        return shares
    }

    @inline(__always)
    private static func scaled(_ message: SIMD16<Float>) -> (SIMD16<Float>, Float) {
        let sum = max(message.sum(), .leastNormalMagnitude)
        return (message / sum, sum)
    }
}

/// e to the power of sixteen numbers at once, to about five digits: 2ⁿ from the exponent's bits, the rest by a
/// polynomial of the fifth degree (Taylor's, on half a unit either side of zero).
package enum FastExponential {
    @inline(__always)
    package static func exp(_ power: SIMD16<Float>) -> SIMD16<Float> {
        // Beyond ±80 the result would leave the normal numbers.
        let bounded = power.clamped(lowerBound: SIMD16(repeating: -80), upperBound: SIMD16(repeating: 80))
        let binary = bounded * Float(1.442_695_04)
        // Adding 1.5 × 2²³ leaves the nearest whole number in the low bits.
        let shifter = SIMD16<Float>(repeating: 12_582_912)
        let shifted = binary + shifter
        let rest = (binary - (shifted - shifter)) * Float(0.693_147_18)
        var sum = SIMD16<Float>(repeating: 1 / 120)
        sum = sum * rest + Float(1.0 / 24)
        sum = sum * rest + Float(1.0 / 6)
        sum = sum * rest + Float(0.5)
        sum = sum * rest + Float(1)
        sum = sum * rest + Float(1)
        let exponent = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &<< 23
        return unsafeBitCast(unsafeBitCast(sum, to: SIMD16<Int32>.self) &+ exponent, to: SIMD16<Float>.self)
    }
}
