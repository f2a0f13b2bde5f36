extension FeatureTable {
    /// What an element around a block holds.
    private struct Surrounding {
        var characters: Float = 20
        var linkDensity: Float = 1
        var good: Float = 1
        var blocks: Float = 10
        var wordsPerBlock: Float = 0

        /// Of what is above the root.
        static let none = Surrounding()
    }

    /// The four elements around a block's own. Blocks share them, so each is looked at once.
    func addSurroundings(_ blocks: [PageBlock], to columns: inout ColumnWriter) {
        var known: [Surrounding] = [.none]
        /// By node: its place in `known`; 0 where nobody asked yet.
        var places = [Int32](repeating: 0, count: tree.count)
        var nodes = blocks.map { Int(tree.parent[$0.node]) }
        for _ in 0..<4 {
            let around = nodes.map { node in
                guard node >= 0 else { return 0 }
                if places[node] == 0 {
                    places[node] = Int32(known.count)
                    known.append(surrounding(node))
                }
                return Int(places[node])
            }
            columns.add { known[around[$0]].characters }
            columns.add { known[around[$0]].linkDensity }
            columns.add { known[around[$0]].good }
            columns.add { known[around[$0]].blocks }
            columns.add { known[around[$0]].wordsPerBlock }
            for index in nodes.indices where nodes[index] >= 0 { nodes[index] = Int(tree.parent[nodes[index]]) }
        }
    }

    private func surrounding(_ node: PageTree.Node) -> Surrounding {
        let sums = statistics.sums[node]
        return Surrounding(
            characters: Logarithm.log1p(sums.characters), linkDensity: sums.linkCharacters / max(1, sums.characters),
            good: sums.good / statistics.goodTotal, blocks: Logarithm.log1p(sums.blocks), wordsPerBlock: sums.words / max(1, sums.blocks))
    }
}
