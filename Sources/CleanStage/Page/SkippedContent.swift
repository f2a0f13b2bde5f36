internal import Glibc

/// Passes over elements that are left out with all they hold (scripts, styles, drawings, …), and keeps JSON-LD aside.
struct SkippedContent {
    /// How much JSON-LD is read of a page, in bytes.
    static let mostLinkedData = 4 << 20

    private(set) var linkedData: [Range<Int>] = []
    private var linkedDataBytes = 0
    /// Elements found to have no end tag in the rest of the page; they are not looked for again.
    private var unclosed: [MarkupName] = []
    /// Whether a script inside a script took the rest of the page; nesting is not looked at any more.
    private var hasUnclosedNesting = false

    private static let script = MarkupName("script")
    private static let nesting = [MarkupName("svg"), MarkupName("template")]
    private static let selfClosing = MarkupName("svg")
    private static let json = Array("ld+json".utf8)

    /// Whether `<name/>` has no content: so it is in SVG, while HTML's own elements pay no heed to the slash.
    static func closesItself(_ name: MarkupName) -> Bool { name == selfClosing }

    /// Where the page goes on behind a left-out element.
    ///
    /// An element that never ends is no more than its start tag: browsers give the rest of the page to it, but readers of saved and
    /// cut pages are better served by the text.
    /// - Parameter tag: from behind the name in the start tag to behind its `>`.
    /// - Complexity: O(size of the element); elements without an end are looked for once a page and name.
    mutating func end(of name: MarkupName, _ page: UnsafeBufferPointer<UInt8>, tag: Range<Int>) -> Int {
        guard !unclosed.contains(name) else { return tag.upperBound }
        if name == SkippedContent.script { return endOfScript(page, tag: tag) }
        let nests = SkippedContent.nesting.contains(name)
        var level = 1
        var position = tag.upperBound
        while let found = ByteSearch.first(UInt8(ascii: "<"), in: page, from: position) {
            let isEnd = found + 1 < page.count && page[found + 1] == UInt8(ascii: "/")
            position = found + 1
            guard isEnd || nests, let behind = SkippedContent.matches(name, page, at: found + (isEnd ? 2 : 1)) else { continue }
            let tagEnd = SkippedContent.endOfTag(page, from: behind)
            if isEnd { level -= 1 } else if page[tagEnd - 2] != UInt8(ascii: "/") { level += 1 }
            position = tagEnd
            if level == 0 { return tagEnd }
        }
        unclosed.append(name)
        return tag.upperBound
    }

    /// Where the page goes on behind a script. Inside of `<!-- … -->`, scripts hold scripts (13.2.5.20, "script data escaped").
    private mutating func endOfScript(_ page: UnsafeBufferPointer<UInt8>, tag: Range<Int>) -> Int {
        var position = tag.upperBound
        /// From where on the end of an open comment is looked for.
        var comment: Int?
        var isNested = false
        /// The end of the first script in a comment: the best guess where the outer one never ends.
        var firstInner: Range<Int>?
        while let found = ByteSearch.first(UInt8(ascii: "<"), in: page, from: position) {
            position = found + 1
            guard position < page.count else { break }
            if let start = comment {
                let isClosed = SkippedContent.holdsCommentEnd(page, start..<found)
                comment = isClosed ? nil : max(start, found - 2)
                isNested = isNested && !isClosed
            }
            if page[position] == UInt8(ascii: "!") {
                if comment == nil, Comments.isComment(page, at: found) { comment = found + Comments.markLength }
            } else if page[position] == UInt8(ascii: "/") {
                guard let behind = SkippedContent.matches(SkippedContent.script, page, at: position + 1) else { continue }
                let end = found..<SkippedContent.endOfTag(page, from: behind)
                if !isNested { return endScript(page, tag: tag, end: end) }
                isNested = false
                firstInner = firstInner ?? end
            } else if comment != nil, !hasUnclosedNesting, SkippedContent.matches(SkippedContent.script, page, at: position) != nil {
                isNested = true
            }
        }
        hasUnclosedNesting = true
        if let firstInner { return endScript(page, tag: tag, end: firstInner) }
        unclosed.append(SkippedContent.script)
        return tag.upperBound
    }

    private mutating func endScript(_ page: UnsafeBufferPointer<UInt8>, tag: Range<Int>, end: Range<Int>) -> Int {
        keepLinkedData(page, tag: tag, content: tag.upperBound..<end.lowerBound)
        return end.upperBound
    }

    private static func holdsCommentEnd(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let part = UnsafeBufferPointer(rebasing: page[range])
        var position = 2
        while let found = ByteSearch.first(UInt8(ascii: ">"), in: part, from: position) {
            if part[found - 1] == UInt8(ascii: "-"), part[found - 2] == UInt8(ascii: "-") { return true }
            position = found + 1
        }
        return false
    }

    /// Where the next end tag of `name` starts.
    mutating func endTag(of name: MarkupName, _ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard !unclosed.contains(name) else { return nil }
        var position = start
        while let found = ByteSearch.first(UInt8(ascii: "<"), in: page, from: position) {
            if found + 1 < page.count, page[found + 1] == UInt8(ascii: "/"), SkippedContent.matches(name, page, at: found + 2) != nil { return found }
            position = found + 1
        }
        unclosed.append(name)
        return nil
    }

    /// Where a tag's name that stands at `start` ends; nil where it is not `name`.
    private static func matches(_ name: MarkupName, _ page: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var read = MarkupName()
        var index = start
        while index < page.count {
            let byte = page[index]
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || HTMLTokenizer.isSpace(byte) { return read == name ? index : nil }
            guard index - start < longestName else { return nil }
            read.append(byte)
            index += 1
        }
        return nil
    }

    /// Letters of the longest name looked for here; no look-alike is read farther.
    private static let longestName = 10

    private static func endOfTag(_ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        ByteSearch.first(UInt8(ascii: ">"), in: page, from: start).map { $0 + 1 } ?? page.count
    }

    private mutating func keepLinkedData(_ page: UnsafeBufferPointer<UInt8>, tag: Range<Int>, content: Range<Int>) {
        guard linkedDataBytes + content.count <= SkippedContent.mostLinkedData, ByteSearch.containsInAnyCase(UnsafeBufferPointer(rebasing: page[tag]), SkippedContent.json) else { return }
        linkedDataBytes += content.count
        linkedData.append(content)
    }
}
