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

    /// The sets of a step, one after the other, and those of the step before; kept, so that growing a set allocates nothing.
    private var places: [Int] = []
    private var placesBefore: [Int] = []

    private struct State {
        /// Where its set stands among ``places``: places in the list of members, ascending.
        var set: Range<Int>
        var score: Float = 0
        var cost = Cost()
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
        let members = Selector.union(of: chains)
        guard !members.isEmpty else { return [] }
        scorer.prepare(members, of: analysis)
        let candidates = Selector.places(of: chains, in: members)
        // Where the number of sentences is open, each must be worth having: worth is counted from the pool's worst.
        let isOpen = budget.words != nil || budget.characters != nil
        let ground = isOpen ? pool.map { scores[$0] }.min() ?? 0 : 0
        let worth = members.map { scores[$0] - ground }
        let prices = isOpen ? members.map(costs) : []

        places.removeAll(keepingCapacity: true)
        var beam = [State(set: 0..<0)]
        var next: [State] = []
        var best: [Int] = []
        var bestScore = -Float.infinity
        while !beam.isEmpty {
            swap(&places, &placesBefore)
            places.removeAll(keepingCapacity: true)
            next.removeAll(keepingCapacity: true)
            for state in beam {
                for candidate in candidates {
                    guard var grown = grow(state, by: candidate, budget, prices) else { continue }
                    grown.score = value(grown.set, analysis, worth, wanted: isOpen ? grown.set.count : budget.sentences)
                    next.append(grown)
                }
            }
            // The order is total, so that the same set reached twice stands side by side.
            next.sort { $0.score != $1.score ? $0.score > $1.score : places[$0.set].lexicographicallyPrecedes(places[$1.set]) }
            beam.removeAll(keepingCapacity: true)
            for state in next where beam.count < Selector.beamWidth && !isSame(beam.last, state) { beam.append(state) }
            for state in beam where isOpen ? state.score > bestScore : (state.set.count, state.score) > (best.count, bestScore) {
                best = Array(places[state.set])
                bestScore = state.score
            }
        }
        return best.map { members[$0] }
    }

    private func isSame(_ last: State?, _ state: State) -> Bool {
        last.map { places[$0.set] == places[state.set] } ?? false
    }

    private mutating func value(_ set: Range<Int>, _ analysis: Analysis, _ worth: [Float], wanted: Int) -> Float {
        setsValued += 1
        scorer.read(places[set], of: analysis, wanted: wanted, values: &values)
        var score: Float = 0
        for member in places[set] { score += worth[member] }
        for (value, weight) in zip(values, weights) { score += value * weight }
        return score
    }

    /// `state` with the candidate: a sentence and those before it that it needs, added to ``places``. Nil where it has the
    /// sentence already or they do not fit.
    private mutating func grow(_ state: State, by candidate: Range<Int>, _ budget: Budget, _ prices: [Cost]) -> State? {
        let old = placesBefore[state.set]
        guard !old.contains(candidate.upperBound - 1) else { return nil }
        let start = places.count
        for place in old where place < candidate.lowerBound { places.append(place) }
        for place in candidate { places.append(place) }
        for place in old where place >= candidate.upperBound { places.append(place) }
        var grown = State(set: start..<places.count, cost: state.cost)
        if !prices.isEmpty {
            var count = old.count
            for member in candidate where !old.contains(member) {
                count += 1
                grown.cost.words += prices[member].words
                // A blank or a line's end stands between two sentences.
                grown.cost.characters += prices[member].characters + (count > 1 ? 1 : 0)
            }
        }
        if grown.set.count <= budget.sentences, grown.cost.words <= budget.words ?? .max, grown.cost.characters <= budget.characters ?? .max {
            return grown
        }
        places.removeSubrange(start...)
        return nil
    }

    /// `sentence` and those before it that it needs; nil where one of them may not be used.
    private func chain(to sentence: Int, _ analysis: Analysis) -> Range<Int>? {
        var start = sentence
        while analysis.sentences[start].needsPredecessor {
            start -= 1
            guard start >= 0, analysis.sentences[start].isEligible, sentence - start <= Selector.longestChain else { return nil }
        }
        return start..<sentence + 1
    }

    /// The sentences of chains, each once. Chains come in the order of their ends, and so of their starts: two that meet go back
    /// to the same sentence.
    private static func union(of chains: [Range<Int>]) -> [Int] {
        var members: [Int] = []
        for chain in chains { members += chain.drop { $0 <= members.last ?? -1 } }
        return members
    }

    /// Where each chain stands among the members: together, as it lacks none of its sentences.
    private static func places(of chains: [Range<Int>], in members: [Int]) -> [Range<Int>] {
        var end = 0
        return chains.map { chain in
            while members[end] < chain.upperBound - 1 { end += 1 }
            return end + 1 - chain.count..<end + 1
        }
    }
}
