/// Document order after nodes were moved: the parser adds nodes as their tags come, and misnested markup moves some afterwards.
extension PageTree {
    /// The tree with all nodes in document order: it is walked from its root, and each node added again.
    /// - Complexity: O(n).
    func sorted() -> PageTree {
        var next = [Int32](repeating: -1, count: count)
        var firstChild = next
        // A node's fostered siblings hang on the table, as if they were children of a second kind.
        var firstFostered = next
        let (order, tables) = placed()
        var root: Int32 = -1
        for node in order.reversed() {
            let parent = Int(parent[Int(node)])
            let table = Int(tables[Int(node)])
            if parent < 0 {
                root = node
            } else if table >= 0, self.parent[table] == Int32(parent) {
                next[Int(node)] = firstFostered[table]
                firstFostered[table] = node
            } else {
                next[Int(node)] = firstChild[parent]
                firstChild[parent] = node
            }
        }
        var sorted = PageTree()
        sorted.reserve(nodes: count)
        /// What is still to be walked: nodes with those behind them, and the places of their parents.
        var walk: [(node: Int32, parent: Int32)] = [(root, -1)]
        while let (node, place) = walk.popLast() {
            guard node >= 0 else { continue }
            let fostered = firstFostered[Int(node)]
            if fostered >= 0 {
                firstFostered[Int(node)] = -1
                walk.append((node, place))
                walk.append((fostered, place))
                continue
            }
            walk.append((next[Int(node)], place))
            sorted.append(tag[Int(node)], parent: Node(place), text: Int(textStart[Int(node)])..<Int(textEnd[Int(node)]), attributes[attributeRange(of: Int(node))])
            walk.append((firstChild[Int(node)], Int32(sorted.count - 1)))
        }
        return sorted
    }

    /// All nodes as they follow each other under their parents, and by node the table it comes before (-1: none).
    private func placed() -> (order: [Int32], tables: [Int32]) {
        var tables = [Int32](repeating: -1, count: count)
        var lastMove = [Int32](repeating: -1, count: count)
        for (index, move) in moves.enumerated() {
            tables[Int(move.node)] = move.table
            lastMove[Int(move.node)] = Int32(index)
        }
        var order: [Int32] = []
        order.reserveCapacity(count)
        var index = 0
        for node in 0...count {
            while index < moves.count, moves[index].count <= Int32(node) {
                if lastMove[Int(moves[index].node)] == Int32(index) { order.append(moves[index].node) }
                index += 1
            }
            if node < count, lastMove[node] < 0 { order.append(Int32(node)) }
        }
        return (order, tables)
    }
}
