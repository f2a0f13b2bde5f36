/// Chooses the sentences of a summary as a whole: a beam search over sets, so that what one sentence already says
/// weighs against another that repeats it, and a sentence that refers back comes with the one it refers to.
package struct Selector {
    /// Sets that are kept after every step.
    private static let beamWidth = 8
    /// How many sentences beyond the wanted ones are looked at.
    private static let pool = 10

    private let weights: [Float]
    private var scorer = SetScorer()
    private var values = [Float](repeating: 0, count: SetFeature.allCases.count)

    private struct State {
        var set: [Int]
        var base: Float
        var score: Float
        var cost: Cost
    }

    package init(weights: [Float]) {
        self.weights = weights
    }

    /// The best set of eligible sentences within `budget`, ascending; empty when none fits.
    ///
    /// - Complexity: O(sentences × log sentences), and for the search O(wanted² × words of a sentence), whatever the
    ///   article's length.
    package mutating func select(_ analysis: Analysis, scores: [Float], costs: (Int) -> Cost, budget: Budget) -> [Int] {
        let eligible = analysis.sentences.indices.filter { analysis.sentences[$0].isEligible }
        guard !eligible.isEmpty else { return [] }
        let size = min(eligible.count, 2 * budget.sentences + Selector.pool)
        let ranked = eligible.sorted { (scores[$0], $1) > (scores[$1], $0) }
        let candidates = ranked.prefix(size)
        // Where the number of sentences is open, each must be worth having: worth is counted from the pool's worst.
        let isOpen = budget.words != nil || budget.characters != nil
        let ground = isOpen ? candidates.last.map { scores[$0] } ?? 0 : 0
        scorer.prepare(for: analysis)
        var beam = [State(set: [], base: 0, score: 0, cost: Cost())]
        var best = beam[0]
        while !beam.isEmpty {
            var next: [State] = []
            var seen: Set<[Int]> = []
            for state in beam {
                for candidate in candidates where !state.set.contains(candidate) {
                    guard let set = extend(state.set, by: candidate, analysis), set.count <= budget.sentences,
                        seen.insert(set).inserted
                    else { continue }
                    var grown = State(set: set, base: state.base, score: 0, cost: state.cost)
                    for sentence in set where !state.set.contains(sentence) {
                        grown.base += scores[sentence] - ground
                        let cost = costs(sentence)
                        grown.cost.words += cost.words
                        // A blank or a line's end stands between two sentences.
                        grown.cost.characters += cost.characters + (grown.cost.characters > 0 ? 1 : 0)
                    }
                    if let words = budget.words, grown.cost.words > words { continue }
                    if let characters = budget.characters, grown.cost.characters > characters { continue }
                    scorer.read(set, of: analysis, wanted: isOpen ? max(1, set.count) : budget.sentences, values: &values)
                    grown.score = grown.base
                    for (value, weight) in zip(values, weights) { grown.score += value * weight }
                    next.append(grown)
                }
            }
            next.sort { ($0.score, $1.set.first ?? 0) > ($1.score, $0.set.first ?? 0) }
            beam = Array(next.prefix(Selector.beamWidth))
            for state in beam where isOpen ? best.set.isEmpty || state.score > best.score : isFuller(state, than: best) {
                best = state
            }
        }
        return best.set
    }

    private func isFuller(_ state: State, than best: State) -> Bool {
        (state.set.count, state.score) > (best.set.count, best.set.isEmpty ? -.infinity : best.score)
    }

    /// `set` with `sentence` and those before it that it needs; nil where one of them may not be used.
    private func extend(_ set: [Int], by sentence: Int, _ analysis: Analysis) -> [Int]? {
        var grown = set
        var index = sentence
        while true {
            guard analysis.sentences[index].isEligible else { return nil }
            grown.append(index)
            guard analysis.sentences[index].needsPredecessor else { break }
            index -= 1
            if set.contains(index) { break }
            // A chain longer than this is a passage, not a summary.
            if grown.count > set.count + 3 { return nil }
        }
        return grown.sorted()
    }
}
