/// Builds the tree of a page from its tokens as browsers do (HTML living standard, 13.2.6): start and end tags that were left out are
/// implied, formatting goes on across blocks (``FormattingElements``), and what does not belong into a table goes before it.
///
/// Left out are quirks mode, frames, templates, and the rules for foreign elements; attributes of a second `<html>` or `<body>` are
/// ignored. Elements deeper than ``OpenElements/mostDepth`` are passed over, their content stays.
struct TreeConstruction {
    /// The standard's insertion modes, as far as pages with text need them.
    enum Mode { case beforeHead, head, afterHead, body, table, caption, columnGroup, tableBody, row, cell }

    var tokens: HTMLTokenizer
    var tree = PageTree()
    var open = OpenElements()
    var formatting = FormattingElements()
    var mode = Mode.beforeHead
    /// Whether content that is no part of a table goes before the table it was found in.
    var isFostering = false
    /// Whether a form is open: forms do not nest.
    var openForm: PageTree.Node?
    /// Nested elements that were passed over and whose end tags are still to come.
    private var passedOver = 0
    /// Whether the last token started or ended a block: white space there shows nothing.
    var isAtEdge = true
    /// How many more nodes may be made or moved for misnested formatting: a bound for hostile pages, never met by real ones.
    var repairs: Int

    static let nobr = MarkupName("nobr")

    private init(_ tokens: HTMLTokenizer, repairs: Int) {
        self.tokens = tokens
        self.repairs = repairs
    }

    /// Builds the tree. The tokenizer's bytes become the tree's.
    /// - Complexity: O(n × depth) at worst, the depth being bounded; O(n) for sound pages.
    static func tree(of tokens: consuming HTMLTokenizer, size: Int) -> (tree: PageTree, linkedData: [Range<Int>]) {
        var construction = TreeConstruction(tokens, repairs: leastRepairs + size / bytesPerRepair)
        construction.tree.reserve(nodes: size / bytesPerNode)
        construction.run()
        let tokens = construction.tokens
        construction.tree.finish(bytes: tokens.bytes)
        return (construction.tree, tokens.linkedData)
    }

    /// Real pages have a node for every 30 to 100 bytes; arrays grow for others.
    private static let bytesPerNode = 48
    private static let leastRepairs = 2000
    /// A repair costs a node (30 bytes) or a step; so a page cannot make the parser use a multiple of its size.
    private static let bytesPerRepair = 4

    private mutating func run() {
        while true {
            switch tokens.next() {
            case .text: text()
            case .startTag: start()
            case .endTag: end()
            case .endOfPage: return
            }
        }
    }

    private mutating func text() {
        if tokens.isBlank, isAtEdge { return }
        switch mode {
        case .beforeHead, .head, .afterHead:
            if open.last?.kind.tag == .title {
                tree.appendText(tokens.text, at: place)
            } else if !tokens.isBlank {
                openBody()
                textInBody()
            }
        case .table, .tableBody, .row, .columnGroup:
            guard !tokens.isBlank else { return }
            if mode == .columnGroup { endColumnGroup() }
            fostering { $0.textInBody() }
        case .body, .caption, .cell:
            textInBody()
        }
    }

    private mutating func textInBody() {
        reconstructFormatting()
        isAtEdge = false
        tree.appendText(tokens.text, at: place)
    }

    private mutating func start() {
        let kind = tokens.kind
        if kind.tag.isBlock { isAtEdge = true }
        if open.isFull, !kind.isVoid {
            if kind.nests { passedOver += 1 }
            return
        }
        switch mode {
        case .beforeHead, .head, .afterHead: startInHead(kind)
        case .body: startInBody(kind)
        case .caption, .cell: startInCell(kind)
        default: startInTable(kind)
        }
    }

    private mutating func end() {
        let kind = tokens.kind
        if kind.tag.isBlock { isAtEdge = true }
        if passedOver > 0 {
            if kind.nests { passedOver -= 1 }
            return
        }
        switch mode {
        case .beforeHead, .head, .afterHead: endInHead(kind)
        case .body: endInBody(kind)
        case .caption: endInCaption(kind)
        case .cell: endInCell(kind)
        default: endInTable(kind)
        }
    }
}

// MARK: - Nodes

extension TreeConstruction {
    /// Where the next node goes.
    var place: PageTree.Place { place(in: open.last) }

    /// Where a node goes that is meant for an element; what does not belong into a table goes before it (13.2.6.1, "foster parent").
    func place(in target: OpenElement?) -> PageTree.Place {
        guard let target else { return PageTree.Place(parent: -1) }
        if isFostering {
            switch target.kind.rule {
            case .table, .rowGroup, .row:
                guard let index = open.index(in: .table, where: { $0.kind.rule == .table }) else { break }
                let table = open[index].node
                let parent = Int(tree.parent[table])
                if parent >= 0 { return PageTree.Place(parent: parent, table: table) }
            default: break
            }
        }
        return PageTree.Place(parent: target.node)
    }

    /// Adds the current start tag's element as the last node.
    func element() -> OpenElement { OpenElement(name: tokens.name, kind: tokens.kind, node: tree.count) }

    mutating func append() {
        tree.append(tokens.kind.tag, at: place, tokens.attributes)
    }

    /// Adds the current start tag's element, and opens it unless it is void.
    mutating func insert() {
        let element = element()
        append()
        if !element.kind.isVoid { open.push(element) }
    }

    /// Adds and opens an element that the page implies.
    mutating func insertImplied(_ element: String) {
        let name = MarkupName(element)
        let kind = ElementNames.shared.kind(of: name)
        let node = tree.count
        tree.append(kind.tag, at: PageTree.Place(parent: open.last?.node ?? -1), [])
        open.push(OpenElement(name: name, kind: kind, node: node))
    }

    mutating func fostering(_ body: (inout TreeConstruction) -> Void) {
        isFostering = true
        body(&self)
        isFostering = false
    }
}

// MARK: - Head

extension TreeConstruction {
    mutating func openHead() {
        if open.count == 0 { insertImplied("html") }
        insertImplied("head")
        mode = .head
    }

    /// Ends the head and opens the body.
    mutating func openBody() {
        if mode == .beforeHead { openHead() }
        open.pop(through: 1)
        insertImplied("body")
        mode = .body
    }

    private mutating func startInHead(_ kind: ElementKind) {
        switch kind.rule {
        case .html:
            if open.count == 0 { insert() }
        case .head:
            guard mode == .beforeHead else { return }
            if open.count == 0 { insertImplied("html") }
            insert()
            mode = .head
        case .body:
            if mode == .beforeHead { openHead() }
            open.pop(through: 1)
            insert()
            mode = .body
        case .headContent:
            // Behind `</head>` too: the head's node stays open until the body starts.
            if mode == .beforeHead { openHead() }
            insert()
        default:
            openBody()
            startInBody(kind)
        }
    }

    private mutating func endInHead(_ kind: ElementKind) {
        switch kind.rule {
        case .head: if mode == .head { mode = .afterHead }
        case .headContent: if kind.tag == .title, open.last?.kind.tag == .title { open.pop() }
        case .paragraph, .void:
            openBody()
            endInBody(kind)
        default: break
        }
    }
}
