/// Finds slide shows by the count that each slide begins with: "31/50".
///
/// Names give them away no more often than not, but who shows slides counts them.
enum SlideShow {
    /// Fewer counted blocks in a row may be scores, fractions or ratings.
    private static let leastSlides = 4
    private static let mostDigits = 3

    /// The smallest elements that hold a run of counted blocks each, in page order.
    /// - Complexity: O(blocks + slide shows × depth).
    static func elements(_ page: PageBlocks, _ tree: PageTree) -> [Range<PageTree.Node>] {
        var found: [Range<PageTree.Node>] = []
        var run: (first: PageTree.Node, last: PageTree.Node, next: Int, of: Int, count: Int) = (0, 0, 0, 0, 0)
        func close() {
            guard run.count >= leastSlides else { return }
            var node = run.first
            while node >= 0, !tree.subtree(node).contains(run.last) { node = Int(tree.parent[node]) }
            if node >= 0 { found.append(tree.subtree(node)) }
        }
        for block in page.blocks where block.digits >= 2 {
            guard let (number, total) = count(page.bytes[block.text]) else { continue }
            if total == run.of, number == run.next {
                run.last = block.node
                run.next += 1
                run.count += 1
            } else {
                close()
                run = (block.node, block.node, number + 1, total, 1)
            }
        }
        close()
        return found
    }

    /// "31/50" or "31 / 50" at the beginning of a text, the first not above the second.
    private static func count(_ text: ArraySlice<UInt8>) -> (Int, Int)? {
        var rest = text
        guard let number = takeNumber(&rest) else { return nil }
        rest = rest.drop { $0 == 0x20 }
        guard rest.popFirst() == UInt8(ascii: "/") else { return nil }
        rest = rest.drop { $0 == 0x20 }
        guard let total = takeNumber(&rest), rest.first == nil || rest.first == 0x20, (1...total).contains(number) else { return nil }
        return (number, total)
    }

    private static func takeNumber(_ rest: inout ArraySlice<UInt8>) -> Int? {
        let digits = rest.prefix { $0 &- 0x30 < 10 }
        guard (1...mostDigits).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return value > 0 ? value : nil
    }
}
