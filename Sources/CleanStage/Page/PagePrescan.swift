internal import Glibc
import StageKit

/// One pass over a page's bytes before the parser: leaves out what cannot matter, so that the parser need not build it.
///
/// Goes: comments, scripts (JSON-LD is kept aside), styles, SVG, templates, canvases, select lists, NUL bytes, and elements nested
/// deeper than ``mostDepth``, of runs of white
/// space all but the first, and of the attributes all that nobody asks for (``AttributeFilter``). The rest is passed on
/// unchanged.
struct PagePrescan {
    /// How deep elements may nest. Real pages stay below 100; browsers flatten at 512.
    static let mostDepth = 220
    /// How much JSON-LD is read of a page, in bytes.
    static let mostLinkedData = 4 << 20

    /// The page without what was left out.
    private(set) var output: [UInt8] = []
    /// The contents of `<script type="application/ld+json">`, in order.
    private(set) var linkedData: [ArraySlice<UInt8>] = []

    private let input: [UInt8]
    private var depth = 0
    private var droppedDepth = 0
    /// Elements found to have no end tag in the rest of the page; they are not looked for again.
    private var unclosed: Set<String> = []
    private var linkedDataBytes = 0

    init(_ bytes: [UInt8]) {
        input = bytes
        output.reserveCapacity(bytes.count)
        scan()
    }

    /// Elements left out with all they hold.
    private static let skipped: Set<String> = [
        "script", "style", "svg", "template", "canvas", "noframes", "select", "datalist", "map", "applet", "textarea", "noscript", "iframe",
    ]
    /// Elements whose start tags count as depth: those that end only with an end tag.
    private static let nesting: Set<String> = [
        "div", "span", "section", "article", "table", "tbody", "tr", "td", "ul", "ol", "dl", "blockquote", "b", "i", "em", "strong", "font", "a",
        "center", "form", "header", "footer", "main", "nav", "aside", "figure", "fieldset", "u", "small", "big", "code", "sub", "sup", "abbr", "label",
        "button", "ins", "del", "q", "cite", "details", "summary", "object", "video", "audio", "picture", "custom",
    ]

    private mutating func scan() {
        var position = 0
        var copied = 0
        let count = input.count
        input.withUnsafeBufferPointer { bytes in
            while position < count {
                let byte = bytes[position]
                if byte == 0 {
                    output.append(contentsOf: bytes[copied..<position])
                    position += 1
                    copied = position
                    continue
                }
                guard byte == UInt8(ascii: "<"), position + 1 < count else {
                    position += 1
                    // Indentation: text is squeezed later anyway, and the parser is slow at it.
                    if isSpace(byte), position < count, isSpace(bytes[position]) {
                        output.append(contentsOf: bytes[copied..<position])
                        while position < count, isSpace(bytes[position]) { position += 1 }
                        copied = position
                    }
                    continue
                }
                let next = bytes[position + 1]
                if next == UInt8(ascii: "!") {
                    output.append(contentsOf: bytes[copied..<position])
                    position = endOfDeclaration(bytes, from: position)
                    copied = position
                    continue
                }
                let isEnd = next == UInt8(ascii: "/")
                let nameStart = position + (isEnd ? 2 : 1)
                guard nameStart < count, (bytes[nameStart] | 0x20) &- 0x61 < 26 else {
                    position += 1
                    continue
                }
                let nameEnd = endOfName(bytes, from: nameStart)
                let tagEnd = endOfTag(bytes, from: nameEnd)
                let kind = kind(of: bytes, nameStart..<nameEnd)
                if isEnd {
                    if droppedDepth > 0, kind == .nesting {
                        output.append(contentsOf: bytes[copied..<position])
                        copied = tagEnd
                        droppedDepth -= 1
                    } else if kind == .nesting {
                        depth = max(0, depth - 1)
                    } else if kind == .skipped {
                        output.append(contentsOf: bytes[copied..<position])
                        copied = tagEnd
                    }
                    position = tagEnd
                } else if kind == .skipped {
                    let name = lowercased(bytes[nameStart..<nameEnd])
                    output.append(contentsOf: bytes[copied..<position])
                    let isClosedAtOnce = tagEnd >= 2 && bytes[tagEnd - 2] == UInt8(ascii: "/") && name == "svg"
                    position = isClosedAtOnce ? tagEnd : skip(name, bytes, contentStart: tagEnd, tagStart: nameEnd)
                    copied = position
                } else {
                    if kind == .nesting {
                        if depth >= PagePrescan.mostDepth {
                            output.append(contentsOf: bytes[copied..<position])
                            copied = tagEnd
                            droppedDepth += 1
                            position = tagEnd
                            continue
                        }
                        depth += 1
                    }
                    position = tagEnd
                    if tagEnd - nameEnd > 1, bytes[tagEnd - 1] == UInt8(ascii: ">") {
                        output.append(contentsOf: bytes[copied..<nameEnd])
                        let isAnchor = nameEnd - nameStart == 1 && bytes[nameStart] | 0x20 == UInt8(ascii: "a")
                        AttributeFilter.append(bytes, from: nameEnd, to: tagEnd, addresses: kind == .link ? .all : isAnchor ? .ofAuthors : .none, &output)
                        copied = tagEnd
                    }
                }
            }
            output.append(contentsOf: bytes[min(copied, count)..<count])
        }
        // Those inside tags: the parser would end the page there.
        if output.contains(0) { output.removeAll { $0 == 0 } }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    private enum Kind { case other, nesting, skipped, link }

    private static let kinds: (slots: HashIndex, kinds: [Kind]) = {
        var slots = HashIndex(capacity: 64)
        var kinds: [Kind] = []
        for (names, kind) in [(skipped, Kind.skipped), (nesting, .nesting), (["link"], .link)] {
            for name in names.sorted() where slots.number(of: key(Array(name.utf8))) == kinds.count { kinds.append(kind) }
        }
        return (slots, kinds)
    }()

    /// A name's hash, whatever its case (FNV-1a).
    private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3 }
        return hash
    }

    private func kind(of bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Kind {
        if let slot = PagePrescan.kinds.slots.existingNumber(of: PagePrescan.key(bytes[name])) { return PagePrescan.kinds.kinds[slot] }
        // Names with a hyphen are custom elements, which nest too.
        return bytes[name].contains(UInt8(ascii: "-")) ? .nesting : .other
    }

    private func lowercased(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        // Names of up to 15 bytes live inside the String itself: no allocation.
        guard name.count <= 15 else { return name.contains(UInt8(ascii: "-")) ? "x-long" : "long" }
        return String(unsafeUninitializedCapacity: name.count) { buffer in
            for (index, byte) in name.enumerated() { buffer[index] = byte &- 0x41 < 26 ? byte | 0x20 : (byte < 0x80 ? byte : 0x3F) }
            return name.count
        }
    }

    private func endOfName(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "/"): return position
            default: position += 1
            }
        }
        return position
    }

    /// Behind the tag's `>`, which quotes hide.
    private func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        var quote: UInt8 = 0
        var previous: UInt8 = 0
        while position < bytes.count {
            let byte = bytes[position]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                return position + 1
            } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")), previous == UInt8(ascii: "=") {
                // A quote opens a value only right behind an equals sign; elsewhere it is a stray character.
                quote = byte
            }
            if byte > 0x20 { previous = byte }
            position += 1
        }
        return position
    }

    /// Behind a comment, doctype or other declaration.
    private func endOfDeclaration(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let isComment = start + 3 < bytes.count && bytes[start + 2] == UInt8(ascii: "-") && bytes[start + 3] == UInt8(ascii: "-")
        var position = start + (isComment ? 4 : 2)
        if isComment, position < bytes.count, bytes[position] == UInt8(ascii: ">") { return position + 1 }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: ">") {
                if !isComment { return position + 1 }
                let dashes = bytes[position - 1] == UInt8(ascii: "-") && bytes[position - 2] == UInt8(ascii: "-")
                let banged = bytes[position - 1] == UInt8(ascii: "!") && bytes[position - 2] == UInt8(ascii: "-")
                if dashes || banged { return position + 1 }
            }
            position += 1
        }
        // An open comment swallows the rest of the page; a page is worth more than that rule: only the mark goes.
        return isComment ? start + 4 : position
    }

    /// Where the page goes on behind a left-out element.
    private mutating func skip(_ name: String, _ bytes: UnsafeBufferPointer<UInt8>, contentStart: Int, tagStart: Int) -> Int {
        guard !unclosed.contains(name) else { return contentStart }
        let nests = name == "svg" || name == "template"
        var level = 1
        var position = contentStart
        let mark = Array(name.utf8)
        while let found = memchrIndex(bytes, UInt8(ascii: "<"), from: position) {
            let isEnd = found + 1 < bytes.count && bytes[found + 1] == UInt8(ascii: "/")
            let start = found + (isEnd ? 2 : 1)
            guard (isEnd || nests), matches(bytes, mark, at: start) else {
                position = found + 1
                continue
            }
            let tagEnd = endOfTag(bytes, from: start + mark.count)
            if isEnd {
                level -= 1
            } else if tagEnd >= 2, bytes[tagEnd - 2] != UInt8(ascii: "/") {
                level += 1
            }
            position = tagEnd
            if level == 0 {
                if name == "script" { keepLinkedData(bytes, tag: tagStart..<contentStart, content: contentStart..<found) }
                return tagEnd
            }
        }
        unclosed.insert(name)
        return contentStart
    }

    private func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ name: [UInt8], at start: Int) -> Bool {
        guard start + name.count < bytes.count else { return false }
        for index in 0..<name.count where bytes[start + index] | 0x20 != name[index] { return false }
        let next = bytes[start + name.count]
        return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    }

    private func memchrIndex(_ bytes: UnsafeBufferPointer<UInt8>, _ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    }

    private mutating func keepLinkedData(_ bytes: UnsafeBufferPointer<UInt8>, tag: Range<Int>, content: Range<Int>) {
        guard linkedDataBytes + content.count <= PagePrescan.mostLinkedData,
            contains(bytes[tag], Array("ld+json".utf8))
        else { return }
        linkedDataBytes += content.count
        linkedData.append(input[content])
    }

    private func contains(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ part: [UInt8]) -> Bool {
        guard bytes.count >= part.count else { return false }
        for start in bytes.startIndex...(bytes.endIndex - part.count) where bytes[start] | 0x20 == part[0] {
            if part.indices.allSatisfy({ bytes[start + $0] | 0x20 == part[$0] | 0x20 }) { return true }
        }
        return false
    }
}
