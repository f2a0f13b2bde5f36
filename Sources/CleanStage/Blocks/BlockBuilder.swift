/// Cuts a page into blocks of text.
///
/// A block ends where a block element starts or ends and at two line breaks in a row. Elements that no reader sees
/// (`hidden`, `display: none`, …) are left out.
struct BlockBuilder {
    private static let articleBody = Array("articleBody".utf8)

    private let tree: PageTree
    private var result = PageBlocks()
    private var context: [BlockContext]
    private var ownHints: [Hint]
    private var allHints: [Hint]

    // The block being filled.
    private var pending: [UInt8] = []
    private var current = PageBlock(text: 0..<0, node: 0, firstText: 0, tag: .div)
    private var isOpen = false
    private var breaks = 0
    /// The inline element that holds all text of the block so far; -1 where there is none.
    private var wrap = -1
    private var lastLink = -1

    private init(_ tree: PageTree) {
        self.tree = tree
        context = [BlockContext](repeating: [], count: tree.count)
        ownHints = [Hint](repeating: [], count: tree.count)
        allHints = [Hint](repeating: [], count: tree.count)
    }

    /// - Complexity: O(n).
    static func blocks(of tree: PageTree) -> PageBlocks {
        var builder = BlockBuilder(tree)
        builder.run()
        return builder.result
    }

    private mutating func run() {
        var node = 0
        /// Ends of the open block elements.
        var open: [Int32] = []
        var linkEnd = 0
        var boldEnd = 0
        while node < tree.count {
            while let end = open.last, node >= Int(end) {
                open.removeLast()
                flush()
            }
            let tag = tree.tag[node]
            let parent = Int(tree.parent[node])
            if tag == .text {
                addText(node, parent: parent, isLink: node < linkEnd, isBold: node < boldEnd)
                node += 1
                continue
            }
            if isLeftOut(node, tag) {
                // A left-out block element still parts the text around it.
                if tag.isBlock { flush() }
                node = Int(tree.end[node])
                continue
            }
            let inherited = parent >= 0 ? context[parent] : []
            context[node] = inherited.union(self.context(of: node, tag, inherited))
            ownHints[node] = tag == .body || tag == .html ? [] : hints(of: node)
            allHints[node] = (parent >= 0 ? allHints[parent] : []).union(ownHints[node])
            switch tag {
            case .br:
                breaks += 1
                if breaks >= 2 || endsLine(before: node) { flush() } else { pending.append(0x20) }
            case .a:
                linkEnd = max(linkEnd, Int(tree.end[node]))
            case .b, .strong:
                boldEnd = max(boldEnd, Int(tree.end[node]))
            default:
                if tag.isBlock {
                    flush()
                    if tree.end[node] > Int32(node + 1) { open.append(tree.end[node]) }
                }
            }
            node += 1
        }
        flush()
    }

    private func isLeftOut(_ node: Int, _ tag: Tag) -> Bool {
        switch tag {
        case .head, .title, .button, .input, .select, .option, .textarea, .noscript, .iframe, .object, .video, .audio, .dialog: return true
        default: break
        }
        for index in tree.attributeRange(of: node) {
            let attribute = tree.attributes[index]
            switch attribute.name {
            case .hidden: return true
            case .style:
                if HiddenStyle.hides(tree.bytes[Int(attribute.start)..<Int(attribute.end)]) { return true }
            case .ariaHidden:
                // Pages hide the text behind a paywall or dialog from assistive tools; only small parts are ornament.
                let value = tree.bytes[Int(attribute.start)..<Int(attribute.end)]
                if value.elementsEqual("true".utf8), Int(tree.end[node]) - node < 40, !tree.isInside(node, .p) { return true }
            default: break
            }
        }
        return false
    }

    private func context(of node: Int, _ tag: Tag, _ inherited: BlockContext) -> BlockContext {
        var found: BlockContext
        switch tag {
        case .article: found = inherited.contains(.article) ? [.article, .nestedArticle] : .article
        case .main: found = .main
        case .aside: found = .aside
        case .nav, .menu: found = .navigation
        case .header: found = .header
        case .footer: found = .footer
        case .form, .fieldset, .label: found = .form
        case .figure: found = .figure
        case .figcaption, .caption: found = .caption
        case .table: found = .table
        case .ul, .ol, .dl: found = .list
        case .blockquote: found = .quotation
        case .h1, .h2, .h3, .h4, .h5, .h6: found = .heading
        case .button: found = .button
        case .a: found = .link
        case .address: found = .address
        case .section: found = .section
        case .em, .i: found = .emphasised
        default: found = []
        }
        if let role = tree.value(.role, of: node) {
            switch String(decoding: role, as: UTF8.self) {
            case "main": found.insert(.main)
            case "article": found.insert(.article)
            case "navigation", "menu", "menubar": found.insert(.navigation)
            case "complementary": found.insert(.aside)
            case "contentinfo": found.insert(.footer)
            case "banner": found.insert(.header)
            case "button": found.insert(.button)
            case "dialog", "alertdialog", "search", "form": found.insert(.form)
            default: break
            }
        }
        if let property = tree.value(.itemprop, of: node) {
            if ByteSearch.contains(Array(property), BlockBuilder.articleBody) || property.elementsEqual("text".utf8) { found.insert(.articleBody) }
        }
        return found
    }

    private mutating func hints(of node: Int) -> Hint {
        var hints: Hint = []
        for index in tree.attributeRange(of: node) {
            let attribute = tree.attributes[index]
            switch attribute.name {
            case .class, .id, .itemprop, .testID, .component, .role:
                hints.formUnion(result.hints.find(tree.bytes, Int(attribute.start)..<Int(attribute.end)))
            default: break
            }
        }
        return hints
    }

    private mutating func addText(_ node: Int, parent: Int, isLink: Bool, isBold: Bool) {
        let range = Int(tree.textStart[node])..<Int(tree.textEnd[node])
        var counted = 0
        var digits = 0
        var capitals = 0
        tree.bytes.withUnsafeBufferPointer { bytes in
            for index in range {
                let byte = bytes[index]
                if byte > 0x20 {
                    counted += 1
                    if byte &- 0x30 < 10 { digits += 1 } else if byte &- 0x41 < 26 { capitals += 1 }
                }
            }
            pending.append(contentsOf: bytes[range])
        }
        guard counted > 0 else { return }
        breaks = 0
        if !isOpen {
            isOpen = true
            var block = parent
            while block >= 0, !tree.tag[block].isBlock { block = Int(tree.parent[block]) }
            current = PageBlock(text: 0..<0, node: max(block, 0), firstText: node, tag: block >= 0 ? tree.tag[block] : .div)
            if parent >= 0 {
                wrap = tree.tag[parent].isBlock || tree.tag[parent] == .a ? -1 : parent
                current.context = context[parent]
                current.allHints = allHints[parent]
                var near = parent
                var levels = 0
                // Inline wrappers do not count as levels.
                while near >= 0, levels < 3 {
                    current.nearHints.formUnion(ownHints[near])
                    if tree.tag[near].isBlock { levels += 1 }
                    near = Int(tree.parent[near])
                }
            }
        }
        if wrap >= 0, node >= Int(tree.end[wrap]) { wrap = -1 }
        current.characters += counted
        current.digits += digits
        current.capitals += capitals
        if isLink {
            current.linkCharacters += counted
            if parent != lastLink { current.links += 1 }
            lastLink = parent
        }
        if isBold { current.boldCharacters += counted }
    }

    /// Whether a single line break ends a line that was set on its own: a short text in an element of its own (a
    /// headline in `<font>`, a byline in `<b>`) that is over and no sentence.
    private func endsLine(before node: Int) -> Bool {
        guard isOpen, wrap >= 0, node >= Int(tree.end[wrap]), pending.count <= 140 else { return false }
        let last = pending.last { $0 > 0x20 } ?? 0
        return ![UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(last)
    }

    private mutating func flush() {
        breaks = 0
        defer {
            pending.removeAll(keepingCapacity: true)
            isOpen = false
        }
        guard isOpen else { return }
        let line = TextNormalizer.squeezed(pending)
        guard !line.isEmpty else { return }
        let start = result.bytes.count
        result.bytes.append(contentsOf: line)
        current.text = start..<result.bytes.count
        current.hash = line.withUnsafeBufferPointer { ByteHash.hash($0) }
        let counts = TextCounts(line)
        current.words = counts.words
        current.commas = counts.commas
        current.sentenceEnds = counts.sentenceEnds
        result.blocks.append(current)
    }
}
