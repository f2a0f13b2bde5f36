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

    /// The columns of some blocks with the first model's chances of the neighbourhood added.
    /// - Parameter rows: the blocks, in order.
    /// - Complexity: O(rows × width + blocks + nodes).
    func stacked(on chances: [Float], rows: [Int]) -> FeatureColumns {
        let weights = page.blocks.map { Float(max(1, $0.words)) }
        var byPattern = [Mean](repeating: Mean(), count: patterns.sums.count)
        var total: Float = 0.001
        /// The weighted chances before each block and, last, of all.
        var mass: [Float] = [0]
        mass.reserveCapacity(chances.count + 1)
        for (index, chance) in chances.enumerated() {
            total += chance * weights[index]
            mass.append(mass[index] + chance * weights[index])
            byPattern[patterns.pattern[index]].add(chance, weights[index])
        }
        let around = meansAround(chances, weights)
        let distances = ChosenRuns(chances, page.blocks)
        return FeatureColumns(rows: rows.count, width: FeatureNames.second.count) { columns in
            columns.add(self.columns, rows)
            func chance(_ index: Int) -> Float { chances.indices.contains(index) ? chances[index] : 0 }
            for offset in [0, -3, -2, -1, 1, 2, 3] { columns.add { chance(rows[$0] + offset) } }
            columns.add { row in (1...6).reduce(0) { max($0, chance(rows[row] - $1)) } }
            columns.add { row in (1...6).reduce(0) { max($0, chance(rows[row] + $1)) } }
            addMeans(around, above: rows.map { Int(tree.parent[page.blocks[$0].node]) }, to: &columns)
            columns.add { mass[rows[$0]] / total }
            columns.add { max(0, total - mass[rows[$0] + 1]) / total }
            columns.add { row in
                let index = rows[row]
                return (chance(index - 2) + chance(index - 1) + chance(index + 1) + chance(index + 2)) / 4
            }
            columns.add { byPattern[patterns.pattern[rows[$0]]].value }
            columns.add(Logarithm.log1p(total))
            columns.add { distances.sinceChosen[rows[$0]] }
            columns.add { distances.untilChosen[rows[$0]] }
            columns.add { distances.fromLongest[rows[$0]] }
        }
    }

    /// How many elements above a block's own the first model's opinion is summed for.
    private static let levels = 3

    /// By node and level: the mean chance of the blocks whose element lies so many levels below.
    private func meansAround(_ chances: [Float], _ weights: [Float]) -> [Mean] {
        var around = [Mean](repeating: Mean(), count: FeatureTable.levels * tree.count)
        for (index, block) in page.blocks.enumerated() {
            var node = Int(tree.parent[block.node])
            for level in 0..<FeatureTable.levels where node >= 0 {
                around[FeatureTable.levels * node + level].add(chances[index], weights[index])
                node = Int(tree.parent[node])
            }
        }
        return around
    }

    private func addMeans(_ around: [Mean], above nodes: [PageTree.Node], to columns: inout ColumnWriter) {
        var nodes = nodes
        for level in 0..<FeatureTable.levels {
            columns.add { nodes[$0] >= 0 ? around[FeatureTable.levels * nodes[$0] + level].value : 0 }
            for index in nodes.indices where nodes[index] >= 0 { nodes[index] = Int(tree.parent[nodes[index]]) }
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
