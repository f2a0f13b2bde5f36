/// The list of active formatting elements (HTML living standard, 13.2.4.3): bold type, links and their like, which go on when a
/// block ends before they do.
struct FormattingElements {
    enum Entry {
        case element(OpenElement)
        /// Formatting does not go on beyond the walls of table cells and objects.
        case wall
    }

    private(set) var entries: [Entry] = []

    /// How many elements of one kind the list holds at most; the standard's "Noah's Ark clause".
    private static let mostAlike = 3
    /// How many entries are kept at most; on real pages a handful is open, and each is looked at again and again.
    private static let mostEntries = 100

    var count: Int { entries.count }

    /// The element at `index`; nil for a wall and outside of the list.
    subscript(index: Int) -> OpenElement? {
        guard entries.indices.contains(index), case .element(let element) = entries[index] else { return nil }
        return element
    }

    /// - Parameter isAlike: whether two nodes have the same attributes.
    mutating func push(_ element: OpenElement, isAlike: (PageTree.Node, PageTree.Node) -> Bool) {
        var alike = 0
        var index = entries.count - 1
        while let other = self[index] {
            if other.name == element.name, isAlike(other.node, element.node) {
                alike += 1
                if alike == FormattingElements.mostAlike {
                    entries.remove(at: index)
                    break
                }
            }
            index -= 1
        }
        append(.element(element))
    }

    mutating func pushWall() { append(.wall) }

    private mutating func append(_ entry: Entry) {
        if entries.count == FormattingElements.mostEntries { entries.removeFirst() }
        entries.append(entry)
    }

    /// Forgets all up to and with the last wall.
    mutating func clearToWall() {
        while let last = entries.popLast() {
            if case .wall = last { return }
        }
    }

    mutating func remove(at index: Int) { entries.remove(at: index) }
    mutating func insert(_ element: OpenElement, at index: Int) { entries.insert(.element(element), at: index) }
    mutating func replace(at index: Int, by element: OpenElement) { entries[index] = .element(element) }
    mutating func removeAll() { entries.removeAll() }

    /// The last element called `name` behind the last wall.
    func lastIndex(of name: MarkupName) -> Int? {
        var index = entries.count - 1
        while let element = self[index] {
            if element.name == name { return index }
            index -= 1
        }
        return nil
    }

    func index(of node: PageTree.Node) -> Int? {
        entries.lastIndex { if case .element(let element) = $0 { element.node == node } else { false } }
    }
}
