/// Chooses the sentences of a summary as a whole: a beam search over sets, so that what one sentence already says
/// weighs against another that repeats it, and a sentence that refers back comes with the one it refers to.
package struct Selector {
    /// Sets that are kept after every step.
    private static let beamWidth = 8
    /// A sentence that needs more than these before it is part of a passage, not of a summary.
    private static let longestChain = 3

    private let weights: [Float]
    private var scorer = SetScorer()
    private var values = [Float](repeating: 0, count: SetFeature.allCases.count)
    /// Sets that were valued for the article read last: what the search costs, for tests and `preview`.
    private(set) var setsValued = 0

    private struct State {
        /// Places in the list of members, ascending.
        var set: [Int]
        var score: Float
        var cost: Cost
    }

    package init(weights: [Float]) {
        self.weights = weights
    }

    /// The best set of sentences out of `pool` within `budget`, ascending; empty when none fits.
    ///
    /// `scores` are by sentence; `costs` is asked only where the budget limits words or characters.
    ///
    /// - Complexity: O(pool² × words of a sentence), and for the search O(wanted³ × pool), whatever the article's length.
    package mutating func select(
        _ analysis: Analysis, from pool: [Int], scores: [Float], costs: (Int) -> Cost, budget: Budget
    ) -> [Int] {
        setsValued = 0
        let chains = pool.compactMap { chain(to: $0, analysis) }.filter { $0.count <= budget.sentences }
        let members = Set(chains.joined()).sorted()
        guard !members.isEmpty else { return [] }
        scorer.prepare(members, of: analysis)
        let candidates = chains.map { chain in chain.compactMap { members.binarySearch($0) } }
        // Where the number of sentences is open, each must be worth having: worth is counted from the pool's worst.
        let isOpen = budget.words != nil || budget.characters != nil
        let ground = isOpen ? pool.map { scores[$0] }.min() ?? 0 : 0
        let worth = members.map { scores[$0] - ground }
        let prices = isOpen ? members.map(costs) : []

        var beam = [State(set: [], score: 0, cost: Cost())]
        var best = beam[0]
        while !beam.isEmpty {
            var next: [State] = []
            for state in beam {
                for candidate in candidates {
                    guard var grown = grow(state, by: candidate, budget, prices) else { continue }
                    grown.score = value(grown.set, analysis, worth, wanted: isOpen ? grown.set.count : budget.sentences)
                    next.append(grown)
                }
            }
            // The order is total, so that the same set reached twice stands side by side.
            next.sort { $0.score != $1.score ? $0.score > $1.score : $0.set.lexicographicallyPrecedes($1.set) }
            beam.removeAll(keepingCapacity: true)
            for state in next where beam.count < Selector.beamWidth && beam.last?.set != state.set { beam.append(state) }
            for state in beam where isOpen ? best.set.isEmpty || state.score > best.score : isFuller(state, than: best) {
                best = state
            }
        }
        return best.set.map { members[$0] }
    }

    private mutating func value(_ set: [Int], _ analysis: Analysis, _ worth: [Float], wanted: Int) -> Float {
        setsValued += 1
        scorer.read(set, of: analysis, wanted: wanted, values: &values)
        var score: Float = 0
        for member in set { score += worth[member] }
        for (value, weight) in zip(values, weights) { score += value * weight }
        return score
    }

    /// `state` with the candidate: a sentence and those before it that it needs. Nil where it has the sentence already
    /// or they do not fit.
    private func grow(_ state: State, by candidate: [Int], _ budget: Budget, _ prices: [Cost]) -> State? {
        guard let last = candidate.last, !state.set.contains(last) else { return nil }
        var grown = state
        for member in candidate where !state.set.contains(member) {
            grown.set.insert(member, at: grown.set.firstIndex { $0 > member } ?? grown.set.count)
            guard !prices.isEmpty else { continue }
            grown.cost.words += prices[member].words
            // A blank or a line's end stands between two sentences.
            grown.cost.characters += prices[member].characters + (grown.set.count > 1 ? 1 : 0)
        }
        let fits = grown.set.count <= budget.sentences && grown.cost.words <= budget.words ?? .max
        return fits && grown.cost.characters <= budget.characters ?? .max ? grown : nil
    }

    private func isFuller(_ state: State, than best: State) -> Bool {
        (state.set.count, state.score) > (best.set.count, best.set.isEmpty ? -.infinity : best.score)
    }

    /// `sentence` and those before it that it needs, ascending; nil where one of them may not be used.
    private func chain(to sentence: Int, _ analysis: Analysis) -> [Int]? {
        var start = sentence
        while analysis.sentences[start].needsPredecessor {
            start -= 1
            guard start >= 0, analysis.sentences[start].isEligible, sentence - start <= Selector.longestChain else { return nil }
        }
        return Array(start...sentence)
    }
}

extension [Int] {
    /// The index of `element` in this ascending array; nil when it is not there.
    ///
    /// - Complexity: O(log count).
    fileprivate func binarySearch(_ element: Int) -> Int? {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == element ? low : nil
    }
}
