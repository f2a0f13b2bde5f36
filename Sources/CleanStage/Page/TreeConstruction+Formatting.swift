/// Formatting elements that other elements overlap: `<b>one <p>two</b> three</p>` (HTML living standard, 13.2.4.3 and 13.2.6.4.7).
extension TreeConstruction {
    mutating func insertFormatting() {
        reconstructFormatting()
        let element = element()
        insert()
        formatting.push(element) { tree.haveSameAttributes($0, $1, in: tokens.bytes) }
    }

    /// Opens formatting elements again that a block's end has closed before their own.
    mutating func reconstructFormatting() {
        guard let last = formatting[formatting.count - 1], open.index(of: last.node) == nil else { return }
        var index = formatting.count - 1
        while let element = formatting[index - 1], open.index(of: element.node) == nil { index -= 1 }
        while let element = formatting[index] {
            guard repairs > 0, !open.isFull else {
                formatting.removeAll()
                return
            }
            let copy = copy(of: element, at: place)
            open.push(copy)
            formatting.replace(at: index, by: copy)
            index += 1
        }
    }

    /// Adds a node like an element's.
    private mutating func copy(of element: OpenElement, at place: PageTree.Place) -> OpenElement {
        repairs -= 1
        var copy = element
        copy.node = tree.count
        tree.appendCopy(of: element.node, at: place)
        return copy
    }

    /// How often one end tag is dealt with at most, and how many elements between are copied at most; both from the standard.
    private static let mostRounds = 8
    private static let mostCopies = 3

    /// Ends a formatting element: the adoption agency algorithm.
    mutating func adopt(_ name: MarkupName) {
        if let last = open.last, last.name == name, formatting.index(of: last.node) == nil {
            open.pop()
            return
        }
        for _ in 0..<TreeConstruction.mostRounds {
            guard let entry = formatting.lastIndex(of: name), let node = formatting[entry]?.node else {
                endOther()
                return
            }
            guard let position = open.index(of: node) else {
                formatting.remove(at: entry)
                return
            }
            guard open.index(in: .plain, where: { $0.node == node }) != nil else { return }
            guard let block = (position + 1..<open.count).first(where: { open[$0].kind.isSpecial }), repairs > 0 else {
                open.pop(through: position)
                formatting.remove(at: entry)
                return
            }
            adopt(element: position, entry: entry, block: block)
        }
    }

    /// One round: the block that overlaps the element moves behind it, and takes a copy of the element for what it holds so far.
    /// - Parameters:
    ///   - element: where the formatting element is among the open ones.
    ///   - entry: where it is among the formatting ones.
    ///   - block: where the furthest block is.
    private mutating func adopt(element: Int, entry: Int, block: Int) {
        var block = block
        var bookmark = entry
        var moving = open[block].node
        var index = block
        var passed = 0
        while index - 1 > element {
            index -= 1
            passed += 1
            var listed = formatting.index(of: open[index].node)
            if passed > TreeConstruction.mostCopies, let place = listed {
                formatting.remove(at: place)
                if place < bookmark { bookmark -= 1 }
                listed = nil
            }
            guard let place = listed else {
                open.remove(at: index)
                block -= 1
                continue
            }
            let copy = copy(of: open[index], at: PageTree.Place(parent: open[element - 1].node))
            open.setNode(copy.node, at: index)
            formatting.replace(at: place, by: copy)
            if moving == open[block].node { bookmark = place + 1 }
            tree.move(moving, to: PageTree.Place(parent: copy.node))
            moving = copy.node
        }
        tree.move(moving, to: place(in: open[element - 1]))
        let host = open[block].node
        let copy = copy(of: open[element], at: PageTree.Place(parent: host))
        repairs -= tree.moveChildren(of: host, to: copy.node)
        if let old = formatting.index(of: open[element].node) {
            formatting.remove(at: old)
            if old < bookmark { bookmark -= 1 }
        }
        formatting.insert(copy, at: min(bookmark, formatting.count))
        open.remove(at: element)
        open.insert(copy, at: block)
    }
}
