/// Cuts a page into texts and tags (HTML living standard, 13.2.5), leaving out what cannot matter: comments, declarations, unread
/// attributes (``KeptAttributes``), and elements nobody reads (``SkippedContent``).
///
/// What a token holds are ranges of ``bytes``: the page itself and, behind it, texts and values whose references were resolved.
/// Where the standard gives the rest of a page to a comment, an attribute or a title that never ends, the mark alone is passed over:
/// a page is worth more than that rule.
struct HTMLTokenizer {
    enum Token { case text, startTag, endTag, endOfPage }

    /// The page, and behind it what was made of its references.
    private(set) var bytes: [UInt8]
    /// The contents of `<script type="application/ld+json">`, in order, as ranges of the page.
    var linkedData: [Range<Int>] { skipped.linkedData }

    /// Where the current token's text lies; of white space at its ends one byte is left.
    private(set) var text = 0..<0
    /// Whether the text is white space alone.
    private(set) var isBlank = false
    /// The current tag's name.
    private(set) var name = MarkupName()
    private(set) var kind = ElementKind.other
    /// The current start tag's attributes that are kept.
    private(set) var attributes: [PageTree.Attribute] = []

    private let page: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var skipped = SkippedContent()
    private let names = ElementNames.shared
    private let keptAttributes = KeptAttributes.shared
    /// Where the content of an open `<title>` ends: there and not before, tags are read again.
    private var titleEnd = 0
    /// What does not occur any more is not looked for again.
    private var quotesGone: (single: Bool, double: Bool) = (false, false)
    private var areCommentEndsGone = false

    /// - Parameter page: well-formed UTF-8 without NUL bytes; must outlive the tokenizer.
    init(_ page: UnsafeBufferPointer<UInt8>) {
        self.page = page
        bytes = []
        // Few pages have more references than that; the array grows for the others.
        bytes.reserveCapacity(page.count + page.count / 8 + 64)
        bytes.append(contentsOf: page)
    }

    /// Reads the next token.
    /// - Complexity: O(length of the token), over a page O(n).
    mutating func next() -> Token {
        while position < page.count {
            let start = position
            let mark = endOfText()
            if mark > start {
                position = mark
                setText(start..<mark)
                return .text
            }
            if let token = readMarkup() { return token }
        }
        return .endOfPage
    }

    /// Where the text that starts at the position ends: at a `<` that begins markup.
    private func endOfText() -> Int {
        if position < titleEnd { return titleEnd }
        var mark = position
        while let found = ByteSearch.first(UInt8(ascii: "<"), in: page, from: mark) {
            guard found + 1 < page.count else { return page.count }
            switch page[found + 1] {
            case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): return found
            case let letter where HTMLTokenizer.isLetter(letter): return found
            default: mark = found + 1
            }
        }
        return page.count
    }

    private mutating func setText(_ range: Range<Int>) {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, HTMLTokenizer.isSpace(page[start]) { start += 1 }
        isBlank = start == end
        if start > range.lowerBound { start -= 1 }
        if !isBlank {
            while HTMLTokenizer.isSpace(page[end - 1]) { end -= 1 }
            if end < range.upperBound { end += 1 }
        } else {
            end = start + 1
        }
        text = resolved(start..<end, isAttribute: false)
    }

    /// The range, or where its bytes with resolved references lie.
    private mutating func resolved(_ range: Range<Int>, isAttribute: Bool) -> Range<Int> {
        let slice = UnsafeBufferPointer(rebasing: page[range])
        guard ByteSearch.first(UInt8(ascii: "&"), in: slice, from: 0) != nil else { return range }
        let start = bytes.count
        CharacterReferences.append(slice, isAttribute: isAttribute, to: &bytes)
        return start..<bytes.count
    }

    /// Reads what starts with the `<` at the position; nil where it is nothing that the tree takes up.
    private mutating func readMarkup() -> Token? {
        switch page[position + 1] {
        case UInt8(ascii: "!"):
            position = endOfDeclaration()
            return nil
        case UInt8(ascii: "?"):
            position = endOfBogusComment(from: position + 2)
            return nil
        case UInt8(ascii: "/"):
            return readEndTag()
        default:
            return readStartTag()
        }
    }

    private mutating func readEndTag() -> Token? {
        let start = position + 2
        guard start < page.count, HTMLTokenizer.isLetter(page[start]) else {
            position = endOfBogusComment(from: start)
            return nil
        }
        position = readName(from: start)
        readAttributes(keeping: false)
        return kind.rule == .skipped || kind.rule == .frame ? nil : .endTag
    }

    private mutating func readStartTag() -> Token? {
        let nameEnd = readName(from: position + 1)
        position = nameEnd
        let isSkipped = kind.rule == .skipped
        let isClosed = readAttributes(keeping: !isSkipped)
        guard !isSkipped else {
            if !(isClosed && SkippedContent.closesItself(name)) { position = skipped.end(of: name, page, tag: nameEnd..<position) }
            return nil
        }
        if kind.tag == .title, let end = skipped.endTag(of: name, page, from: position) { titleEnd = end }
        return kind.rule == .frame ? nil : .startTag
    }

    /// Reads a tag's name. Returns where it ends.
    private mutating func readName(from start: Int) -> Int {
        var index = start
        name = MarkupName()
        while index < page.count {
            let byte = page[index]
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || HTMLTokenizer.isSpace(byte) { break }
            name.append(byte)
            index += 1
        }
        kind = names.kind(of: name)
        return index
    }

    /// Reads attributes up to behind the tag's `>`. Returns whether the tag ends with `/>`.
    @discardableResult private mutating func readAttributes(keeping: Bool) -> Bool {
        attributes.removeAll(keepingCapacity: true)
        var index = position
        var isClosed = false
        while index < page.count {
            let byte = page[index]
            if byte == UInt8(ascii: ">") {
                position = index + 1
                return isClosed
            }
            if byte == UInt8(ascii: "/") || HTMLTokenizer.isSpace(byte) {
                isClosed = byte == UInt8(ascii: "/")
                index += 1
                continue
            }
            isClosed = false
            var name = MarkupName()
            // An equals sign at the start belongs to the name.
            name.append(byte)
            index += 1
            while index < page.count, !HTMLTokenizer.endsAttributeName(page[index]) {
                name.append(page[index])
                index += 1
            }
            let value = readValue(&index)
            guard keeping, let kept = keptAttributes.find(name), KeptAttributes.isRead(kept, page, value, of: kind.tag) else { continue }
            // Of two attributes of one name the first counts (13.2.5.33).
            guard !attributes.contains(where: { $0.name == kept }) else { continue }
            let range = resolved(value, isAttribute: true)
            attributes.append(PageTree.Attribute(name: kept, start: Int32(range.lowerBound), end: Int32(range.upperBound)))
        }
        position = page.count
        return false
    }

    /// Reads `= value` if it follows; leaves the index behind it. Empty where there is none.
    private mutating func readValue(_ index: inout Int) -> Range<Int> {
        var next = index
        while next < page.count, HTMLTokenizer.isSpace(page[next]) { next += 1 }
        guard next < page.count, page[next] == UInt8(ascii: "=") else { return index..<index }
        next += 1
        while next < page.count, HTMLTokenizer.isSpace(page[next]) { next += 1 }
        guard next < page.count else {
            index = next
            return next..<next
        }
        let quote = page[next]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let end = closing(quote, from: next + 1) {
            index = end + 1
            return next + 1..<end
        }
        index = next
        while index < page.count, page[index] != UInt8(ascii: ">"), !HTMLTokenizer.isSpace(page[index]) { index += 1 }
        return next..<index
    }

    private mutating func closing(_ quote: UInt8, from start: Int) -> Int? {
        let isDouble = quote == UInt8(ascii: "\"")
        guard !(isDouble ? quotesGone.double : quotesGone.single) else { return nil }
        if let found = ByteSearch.first(quote, in: page, from: start) { return found }
        if isDouble { quotesGone.double = true } else { quotesGone.single = true }
        return nil
    }

    /// Where the page goes on behind the comment, doctype or other declaration at the position.
    private mutating func endOfDeclaration() -> Int {
        guard Comments.isComment(page, at: position) else { return endOfBogusComment(from: position + 2) }
        if !areCommentEndsGone, let end = Comments.endOfComment(page, from: position) { return end }
        areCommentEndsGone = true
        return position + Comments.markLength
    }

    private func endOfBogusComment(from start: Int) -> Int {
        ByteSearch.first(UInt8(ascii: ">"), in: page, from: start).map { $0 + 1 } ?? page.count
    }

    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }

    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always) private static func endsAttributeName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isSpace(byte)
    }
}
