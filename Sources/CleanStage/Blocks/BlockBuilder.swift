/// Cuts a page into blocks of text.
///
/// A block ends where a block element starts or ends and at two line breaks in a row. Elements that no reader sees
/// (`hidden`, `display: none`, …) are left out.
struct BlockBuilder {
    private let tree: PageTree
    private var result = PageBlocks()
    private var context: [BlockContext]
    private var ownHints: [Hint]
    private var allHints: [Hint]

    // The block being filled.
    private var pending: [UInt8] = []
    /// Bytes of the page's text that went into the block, with the white space that is not worth keeping.
    private var length = 0
    private var current = PageBlock(text: 0..<0, node: 0, firstText: 0, tag: .div)
    private var isOpen = false
    private var breaks = 0
    /// The inline element that holds all text of the block so far; -1 where there is none.
    private var wrap = -1
    private var lastLink = -1

    /// About how many nodes a page has for each block.
    private static let nodesPerBlock = 6

    private init(_ tree: PageTree) {
        self.tree = tree
        context = [BlockContext](repeating: [], count: tree.count)
        ownHints = [Hint](repeating: [], count: tree.count)
        allHints = [Hint](repeating: [], count: tree.count)
        result.blocks.reserveCapacity(tree.count / BlockBuilder.nodesPerBlock)
        result.looks = [UInt64](repeating: 0, count: tree.count)
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
            readElement(node, tag, parent: parent)
            switch tag {
            case .br:
                breaks += 1
                if breaks >= 2 || endsLine(before: node) {
                    flush()
                } else {
                    length += 1
                    appendSpace()
                }
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

    /// What an element is, and what its names say.
    private mutating func readElement(_ node: Int, _ tag: Tag, parent: Int) {
        let inherited = parent >= 0 ? context[parent] : []
        var found = BlockContext.of(tag, in: inherited)
        var hints: Hint = []
        var look: UInt64 = tag.isBlock ? UInt64(tag.rawValue) + 1 : 0
        // The names of these are of all of the page.
        let isNamed = tag != .body && tag != .html
        tree.bytes.withUnsafeBufferPointer { bytes in
            for index in tree.attributeRange(of: node) {
                let attribute = tree.attributes[index]
                switch attribute.name {
                case .class, .id, .itemprop, .testID, .component, .role: break
                default: continue
                }
                let value = UnsafeBufferPointer(rebasing: bytes[Int(attribute.start)..<Int(attribute.end)])
                let hash = ByteHash.hash(value)
                if isNamed { hints.formUnion(result.hints.find(value, hash: hash)) }
                switch attribute.name {
                case .role: found.formUnion(BlockContext.ofRole(value))
                case .itemprop: found.formUnion(BlockContext.ofProperty(value))
                case .class where look != 0: look = look &* 0x100_0000_01B3 ^ hash
                default: break
                }
            }
        }
        context[node] = inherited.union(found)
        ownHints[node] = hints
        allHints[node] = (parent >= 0 ? allHints[parent] : []).union(hints)
        result.looks[node] = look
    }

    private mutating func addText(_ node: Int, parent: Int, isLink: Bool, isBold: Bool) {
        let counts = tree.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[Int(tree.textStart[node])..<Int(tree.textEnd[node])])
            let counts = ByteCounts(text)
            length += text.count
            if counts.visible > 0 { pending.append(contentsOf: text) } else if text.contains(where: { $0 == 0x20 || $0 &- 9 < 5 }) { appendSpace() }
            return counts
        }
        guard counts.visible > 0 else { return }
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
        current.characters += counts.visible
        current.digits += counts.digits
        current.capitals += counts.capitals
        if isLink {
            current.linkCharacters += counts.visible
            if parent != lastLink { current.links += 1 }
            lastLink = parent
        }
        if isBold { current.boldCharacters += counts.visible }
    }

    /// White space between text; at the start of a block and in a row it says nothing.
    private mutating func appendSpace() {
        if let last = pending.last, last != 0x20 { pending.append(0x20) }
    }

    /// Bytes of the longest text that a single line break may end.
    private static let longestLine = 140

    /// Whether a single line break ends a line that was set on its own: a short text in an element of its own (a
    /// headline in `<font>`, a byline in `<b>`) that is over and no sentence.
    private func endsLine(before node: Int) -> Bool {
        guard isOpen, wrap >= 0, node >= Int(tree.end[wrap]), length <= BlockBuilder.longestLine else { return false }
        let last = pending.last { $0 > 0x20 } ?? 0
        return ![UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(last)
    }

    private mutating func flush() {
        breaks = 0
        defer {
            if !pending.isEmpty { pending.removeAll(keepingCapacity: true) }
            length = 0
            isOpen = false
        }
        guard isOpen else { return }
        let start = result.bytes.count
        pending.withUnsafeBufferPointer { TextNormalizer.squeeze($0, into: &result.bytes) }
        guard result.bytes.count > start else { return }
        current.text = start..<result.bytes.count
        let counts = result.bytes.withUnsafeBufferPointer { bytes in
            let line = UnsafeBufferPointer(rebasing: bytes[current.text])
            current.hash = ByteHash.hash(line)
            return TextCounts(line)
        }
        current.words = counts.words
        current.commas = counts.commas
        current.sentenceEnds = counts.sentenceEnds
        result.blocks.append(current)
    }
}
