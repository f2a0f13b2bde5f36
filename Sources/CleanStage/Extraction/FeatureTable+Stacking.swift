extension FeatureTable {
    private struct Mean {
        var sum: Float = 0
        var weight: Float = 0

        mutating func add(_ chance: Float, _ weight: Float) {
            sum += chance * weight
            self.weight += weight
        }

        var value: Float { sum / max(1, weight) }
    }

    /// The rows with the first model's chances of the neighbourhood added, for blocks of at least the chance `least`.
    /// - Complexity: O(blocks × width).
    func rows(with chances: [Float], least: Float = 0) -> [Float] {
        let blocks = page.blocks
        var around = [Mean](repeating: Mean(), count: 3 * tree.count)
        var byPattern = [Mean](repeating: Mean(), count: patterns.sums.count)
        var total: Float = 0.001
        for (index, block) in blocks.enumerated() {
            let weight = Float(max(1, block.words))
            total += chances[index] * weight
            byPattern[patterns.pattern[index]].add(chances[index], weight)
            var node = Int(tree.parent[block.node])
            for level in 0..<3 where node >= 0 {
                around[3 * node + level].add(chances[index], weight)
                node = Int(tree.parent[node])
            }
        }
        let distances = ChosenRuns(chances, blocks)
        let width = FeatureTable.width
        let count = chances.count { $0 >= least }
        return FeatureRows.filled(count * FeatureNames.second.count) { result in
            var mass: Float = 0
            for (index, block) in blocks.enumerated() {
                func chance(_ offset: Int) -> Float { index + offset >= 0 && index + offset < chances.count ? chances[index + offset] : 0 }
                let massBefore = mass
                mass += chances[index] * Float(max(1, block.words))
                guard chances[index] >= least else { continue }
                result.append(contentsOf: rows[index * width..<(index + 1) * width])
                result.append(chances[index])
                for offset in [-3, -2, -1, 1, 2, 3] { result.append(chance(offset)) }
                var (before, after): (Float, Float) = (0, 0)
                for offset in 1...6 {
                    before = max(before, chance(-offset))
                    after = max(after, chance(offset))
                }
                result.append(before)
                result.append(after)
                var node = Int(tree.parent[block.node])
                for level in 0..<3 {
                    result.append(node >= 0 ? around[3 * node + level].value : 0)
                    node = node >= 0 ? Int(tree.parent[node]) : -1
                }
                result.append(massBefore / total)
                result.append(max(0, total - mass) / total)
                result.append((chance(-2) + chance(-1) + chance(1) + chance(2)) / 4)
                result.append(byPattern[patterns.pattern[index]].value)
                result.append(Logarithm.log1p(total))
                result.append(distances.sinceChosen[index])
                result.append(distances.untilChosen[index])
                result.append(distances.fromLongest[index])
            }
        }
    }
}

/// How far each block is from those that the first model takes for the article.
private struct ChosenRuns {
    var sinceChosen: [Float]
    var untilChosen: [Float]
    /// From the run that holds most words; gaps of a few blocks do not end a run.
    var fromLongest: [Float]

    private static let far: Float = 40
    private static let mostGap = 4

    init(_ chances: [Float], _ blocks: [PageBlock]) {
        let count = chances.count
        sinceChosen = [Float](repeating: ChosenRuns.far, count: count)
        untilChosen = sinceChosen
        fromLongest = sinceChosen
        var last = -100
        var run = (start: 0, words: 0)
        var longest = (range: 0..<0, words: 0)
        for index in 0..<count {
            if last >= 0 { sinceChosen[index] = min(ChosenRuns.far, Float(index - last)) }
            guard chances[index] >= 0.5 else { continue }
            if index - last > ChosenRuns.mostGap { run = (index, 0) }
            run.words += blocks[index].words
            if run.words > longest.words { longest = (run.start..<index + 1, run.words) }
            last = index
        }
        var next = -1
        for index in stride(from: count - 1, through: 0, by: -1) {
            if next >= 0 { untilChosen[index] = min(ChosenRuns.far, Float(next - index)) }
            if chances[index] >= 0.5 { next = index }
            guard !longest.range.isEmpty else { continue }
            let distance = index < longest.range.lowerBound ? index - longest.range.lowerBound : max(0, index - longest.range.upperBound + 1)
            fromLongest[index] = max(-ChosenRuns.far, min(ChosenRuns.far, Float(distance)))
        }
    }
}
