import CleanStage
import Glibc
import SeededRandom

/// Gradient boosting of complete trees on histograms, for logistic loss (Friedman 2001; Chen and Guestrin, "XGBoost",
/// 2016, for the second-order gain). The same rows and seed give the same trees.
struct TreeTrainer {
    struct Options: Sendable {
        var trees = 160
        var rate: Float = 0.1
        /// Pull of leaf values towards zero.
        var ridge: Float = 4
        /// The least sum of second derivatives in a leaf.
        var leastHessian: Float = 2
        /// Share of rows and of features that each tree sees.
        var rowShare = 0.6
        var featureShare = 0.4
        var seed: UInt64 = 1
    }

    let table: BinnedTable
    let labels: [Float]
    let weights: [Float]
    let options: Options

    /// Sums of first and second derivatives.
    private struct Sums {
        var gradient: Float = 0
        var hessian: Float = 0
    }

    func train() -> BoostedTrees {
        let rows = weights.indices.filter { weights[$0] > 0 }
        var positive: Float = 1
        var total: Float = 2
        for row in rows {
            positive += labels[row] * weights[row]
            total += weights[row]
        }
        var model = BoostedTrees(base: log(positive / (total - positive)))
        var scores = [Float](repeating: model.base, count: labels.count)
        var random = SplitMix64(seed: options.seed)
        for _ in 0..<options.trees {
            let chosen = rows.filter { _ in Double(random.next() >> 11) / 9_007_199_254_740_992 < options.rowShare }
            var features = Array(0..<table.width)
            features.shuffle(using: &random)
            grow(chosen, features.prefix(max(1, Int(Double(table.width) * options.featureShare))).sorted(), &model, scores)
            update(&scores, rows, model)
        }
        return model
    }

    private func grow(_ rows: [Int], _ features: [Int], _ model: inout BoostedTrees, _ scores: [Float]) {
        var derivatives = [Sums](repeating: Sums(), count: rows.count)
        for (place, row) in rows.enumerated() {
            let chance = 1 / (1 + exp(-scores[row]))
            derivatives[place] = Sums(gradient: weights[row] * (chance - labels[row]), hessian: weights[row] * max(1e-4, chance * (1 - chance)))
        }
        var node = [UInt8](repeating: 0, count: rows.count)
        var sums: [Sums] = []
        for level in 0..<BoostedTrees.depth {
            let nodes = 1 << level
            sums = level == 0 ? histogram(rows, features, node, derivatives, nodes) : halved(sums, rows, features, node, derivatives, nodes)
            var splits: [(feature: Int, border: Int)?] = []
            for index in 0..<nodes { splits.append(bestSplit(sums, features, index, nodes)) }
            for split in splits {
                model.features.append(Int32(split?.feature ?? 0))
                // No split worth its while: all rows go right.
                model.thresholds.append(split.map { table.borders[$0.feature][$0.border] } ?? -Float.greatestFiniteMagnitude)
            }
            table.bins.withUnsafeBufferPointer { bins in
                for (place, row) in rows.enumerated() {
                    let isRight = splits[Int(node[place])].map { Int(bins[row * table.width + $0.feature]) > $0.border } ?? true
                    node[place] = node[place] * 2 + (isRight ? 1 : 0)
                }
            }
        }
        var leaves = [Sums](repeating: Sums(), count: 1 << BoostedTrees.depth)
        for place in rows.indices {
            leaves[Int(node[place])].gradient += derivatives[place].gradient
            leaves[Int(node[place])].hessian += derivatives[place].hessian
        }
        model.values += leaves.map { -$0.gradient / ($0.hessian + options.ridge) * options.rate }
    }

    /// The sums of a level from those of the one above: only the smaller child of each node is counted, the other is the rest.
    private func halved(_ parents: [Sums], _ rows: [Int], _ features: [Int], _ node: [UInt8], _ derivatives: [Sums], _ nodes: Int) -> [Sums] {
        var counts = [Int](repeating: 0, count: nodes)
        for child in node { counts[Int(child)] += 1 }
        var isSmall = [Bool](repeating: false, count: nodes)
        for left in stride(from: 0, to: nodes, by: 2) { isSmall[counts[left] <= counts[left + 1] ? left : left + 1] = true }
        let places = rows.indices.filter { isSmall[Int(node[$0])] }
        var sums = histogram(places.map { rows[$0] }, features, places.map { node[$0] }, places.map { derivatives[$0] }, nodes)
        for feature in features.indices {
            for child in 0..<nodes where !isSmall[child] {
                let start = (feature * nodes + child) * BinnedTable.mostBins
                let small = (feature * nodes + (child ^ 1)) * BinnedTable.mostBins
                let parent = (feature * nodes / 2 + child / 2) * BinnedTable.mostBins
                for bin in 0..<BinnedTable.mostBins {
                    sums[start + bin].gradient = parents[parent + bin].gradient - sums[small + bin].gradient
                    sums[start + bin].hessian = parents[parent + bin].hessian - sums[small + bin].hessian
                }
            }
        }
        return sums
    }

    /// Sums by feature, node and bin.
    private func histogram(_ rows: [Int], _ features: [Int], _ node: [UInt8], _ derivatives: [Sums], _ nodes: Int) -> [Sums] {
        let perNode = BinnedTable.mostBins
        let perFeature = nodes * perNode
        var sums = [Sums](repeating: Sums(), count: features.count * perFeature)
        sums.withUnsafeMutableBufferPointer { sums in
            table.bins.withUnsafeBufferPointer { bins in
                features.withUnsafeBufferPointer { features in
                    for (place, row) in rows.enumerated() {
                        let derivative = derivatives[place]
                        let start = row * table.width
                        var offset = Int(node[place]) * perNode
                        for feature in features {
                            let index = offset + Int(bins[start + feature])
                            sums[index].gradient += derivative.gradient
                            sums[index].hessian += derivative.hessian
                            offset += perFeature
                        }
                    }
                }
            }
        }
        return sums
    }

    private func bestSplit(_ sums: [Sums], _ features: [Int], _ node: Int, _ nodes: Int) -> (feature: Int, border: Int)? {
        var best: (feature: Int, border: Int)?
        var bestGain: Float = 1e-3
        for (place, feature) in features.enumerated() {
            let start = (place * nodes + node) * BinnedTable.mostBins
            var all = Sums()
            for bin in start..<start + BinnedTable.mostBins {
                all.gradient += sums[bin].gradient
                all.hessian += sums[bin].hessian
            }
            let without = gain(all)
            var left = Sums()
            for border in table.borders[feature].indices {
                left.gradient += sums[start + border].gradient
                left.hessian += sums[start + border].hessian
                let right = Sums(gradient: all.gradient - left.gradient, hessian: all.hessian - left.hessian)
                guard left.hessian >= options.leastHessian, right.hessian >= options.leastHessian else { continue }
                let gained = gain(left) + gain(right) - without
                if gained > bestGain {
                    bestGain = gained
                    best = (feature, border)
                }
            }
        }
        return best
    }

    private func gain(_ sums: Sums) -> Float { sums.gradient * sums.gradient / (sums.hessian + options.ridge) }

    /// Adds the last tree's values to all rows' scores.
    private func update(_ scores: inout [Float], _ rows: [Int], _ model: BoostedTrees) {
        let tree = model.treeCount - 1
        let splits = (1 << BoostedTrees.depth) - 1
        table.bins.withUnsafeBufferPointer { bins in
            let borders = (0..<splits).map { split -> (feature: Int, border: Int) in
                let feature = Int(model.features[tree * splits + split])
                let threshold = model.thresholds[tree * splits + split]
                return (feature, (table.borders[feature].firstIndex { $0 == threshold } ?? -1))
            }
            for row in rows {
                var node = 0
                for _ in 0..<BoostedTrees.depth {
                    let (feature, border) = borders[node]
                    node = 2 * node + (Int(bins[row * table.width + feature]) > border ? 2 : 1)
                }
                scores[row] += model.values[(tree << BoostedTrees.depth) + node - splits]
            }
        }
    }
}
