/// An element whose end tag was not read yet.
struct OpenElement {
    var name: MarkupName
    var kind: ElementKind
    var node: PageTree.Node
}

/// The stack of open elements (HTML living standard, 13.2.4.2).
struct OpenElements {
    /// How deep elements may nest. Real pages stay below 100; browsers flatten at 512.
    static let mostDepth = 220

    private(set) var elements: [OpenElement] = []
    /// How many paragraphs are open: most start tags ask for one, and mostly there is none.
    private var paragraphs = 0

    /// What ends the search for an open element, besides ``ElementKind/isScope``.
    enum Scope { case plain, button, list, table }

    var count: Int { elements.count }
    var last: OpenElement? { elements.last }
    var isFull: Bool { elements.count >= OpenElements.mostDepth }

    subscript(index: Int) -> OpenElement { elements[index] }

    mutating func push(_ element: OpenElement) {
        elements.append(element)
        if element.kind.rule == .paragraph { paragraphs += 1 }
    }

    mutating func pop() {
        if elements.removeLast().kind.rule == .paragraph { paragraphs -= 1 }
    }

    /// Takes the element at `index` and all inside it off the stack.
    mutating func pop(through index: Int) {
        while elements.count > index { pop() }
    }

    /// Takes one element off the stack, leaving those inside it.
    mutating func remove(at index: Int) {
        if elements.remove(at: index).kind.rule == .paragraph { paragraphs -= 1 }
    }

    mutating func insert(_ element: OpenElement, at index: Int) {
        elements.insert(element, at: index)
        if element.kind.rule == .paragraph { paragraphs += 1 }
    }

    mutating func setNode(_ node: PageTree.Node, at index: Int) { elements[index].node = node }

    /// Where the element of a node is; nil where it is not open.
    func index(of node: PageTree.Node) -> Int? {
        elements.lastIndex { $0.node == node }
    }

    /// The innermost open element that `isWanted`, unless a scope's wall stands before it.
    /// - Complexity: O(depth).
    @inline(__always) func index(in scope: Scope, where isWanted: (OpenElement) -> Bool) -> Int? {
        var index = elements.count - 1
        while index >= 0 {
            let element = elements[index]
            if isWanted(element) { return index }
            let isWall =
                switch scope {
                case .plain: element.kind.isScope
                case .button: element.kind.isScope || element.kind.rule == .button
                case .list: element.kind.isScope || element.kind.tag == .ul || element.kind.tag == .ol
                case .table: element.kind.rule == .table || element.kind.rule == .html
                }
            if isWall { return nil }
            index -= 1
        }
        return nil
    }

    func index(of name: MarkupName, in scope: Scope) -> Int? {
        index(in: scope) { $0.name == name }
    }

    /// The open paragraph that a block's start tag would end.
    @inline(__always) func openParagraph() -> Int? {
        paragraphs == 0 ? nil : index(in: .button) { $0.kind.rule == .paragraph }
    }

    /// Ends elements whose end tags may be left out.
    mutating func closeImplied(except kept: MarkupName? = nil) {
        while let last = elements.last, last.kind.hasImpliedEnd, last.name != kept { pop() }
    }
}
