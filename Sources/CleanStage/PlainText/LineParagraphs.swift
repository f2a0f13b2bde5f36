/// Puts the lines of plain text together to paragraphs.
///
/// Text comes with a line per paragraph, with blank lines between them, or wrapped at a fixed width; which of these it
/// is shows in whether the next line's first word would still have fitted.
struct LineParagraphs {
    private struct Line {
        /// Without white space at its ends.
        var text: ArraySlice<UInt8>
        /// Columns before it; a tab counts four.
        var indent: Int
        /// In code points.
        var width: Int
        /// Code points of its first word.
        var firstWord: Int
    }

    /// Text wrapped wider than this is not told from a line per paragraph.
    private static let widestWrap = 132
    /// Narrower lines are verse, tables or lists, and stay as they are.
    private static let narrowestWrap = 38
    /// A line that leaves this much room for the next word was ended on purpose.
    private static let slack = 10

    /// The paragraphs in their order.
    /// - Parameter bytes: UTF-8.
    /// - Complexity: O(n).
    static func read(_ bytes: [UInt8]) -> [TextParagraph] {
        let groups = groups(of: bytes)
        let wrap = wrapWidth(of: groups)
        return groups.flatMap { paragraphs(of: $0, wrap: wrap) }
    }

    /// Runs of lines without a blank one between them.
    private static func groups(of bytes: [UInt8]) -> [[Line]] {
        var groups: [[Line]] = []
        var group: [Line] = []
        func close() {
            if !group.isEmpty { groups.append(group) }
            group = []
        }
        for piece in unified(bytes).split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = line(piece)
            if line.text.isEmpty || isRule(line.text) { close() } else { group.append(line) }
        }
        close()
        return groups
    }

    /// The bytes with every kind of line end as one line feed, and of paragraph or page end as two.
    private static func unified(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x0D:
                output.append(0x0A)
                if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
            case 0x0B: output.append(0x0A)
            case 0x0C: output += [0x0A, 0x0A]
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
                // U+2028 and U+2029, line and paragraph separator.
                output += bytes[index + 2] == 0xA8 ? [0x0A] : [0x0A, 0x0A]
                index += 2
            default: output.append(bytes[index])
            }
            index += 1
        }
        return output
    }

    private static func line(_ piece: ArraySlice<UInt8>) -> Line {
        var indent = 0
        var text = piece
        while let first = text.first {
            guard first == 0x20 || first == 0x09 else { break }
            indent += first == 0x09 ? 4 : 1
            text = text.dropFirst()
        }
        while let last = text.last, last <= 0x20 { text = text.dropLast() }
        return Line(text: text, indent: indent, width: codePoints(text), firstWord: codePoints(text.prefix { $0 != 0x20 }))
    }

    private static func codePoints(_ text: ArraySlice<UInt8>) -> Int {
        text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    /// A line of nothing but dashes, stars, underscores or number signs: it parts, and says nothing.
    private static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
        text.allSatisfy { "-*_=#~. ".utf8.contains($0) } && text.count >= 2
    }

    /// The width at which the text was wrapped; nil where it was not.
    private static func wrapWidth(of groups: [[Line]]) -> Int? {
        var widths: [Int] = []
        for group in groups { for line in group.dropLast() { widths.append(line.width + line.indent) } }
        guard widths.count >= 2 else { return nil }
        widths.sort()
        // Not the widest: a long address sticks out of every wrapped text.
        let wrap = widths[min(widths.count - 1, widths.count * 95 / 100)]
        guard (narrowestWrap...widestWrap).contains(wrap) else { return nil }
        var full = 0
        for group in groups {
            for (line, next) in zip(group, group.dropFirst()) where line.width + line.indent + 1 + next.firstWord > wrap - slack { full += 1 }
        }
        return full * 10 >= widths.count * 6 ? wrap : nil
    }

    private static func paragraphs(of group: [Line], wrap: Int?) -> [TextParagraph] {
        var result: [TextParagraph] = []
        var pending: [UInt8] = []
        var form = TextParagraph.Form.prose
        func close() {
            if let paragraph = TextParagraph(pending, form: form) { result.append(paragraph) }
            pending = []
            form = .prose
        }
        // A paragraph is set in by its first line only; a group set in as a whole is a quotation or just set in.
        let margin = group.map(\.indent).min() ?? 0
        for (index, line) in group.enumerated() {
            let mark = ListMark(line.text)
            if index > 0 {
                let previous = group[index - 1]
                let fits = wrap.map { previous.width + previous.indent + 1 + line.firstWord <= $0 - slack } ?? true
                let isSetIn = line.indent >= margin + 2 && previous.indent == margin && form != .item
                if fits || isSetIn || mark != nil { close() }
            }
            var text = line.text
            if let mark {
                form = mark.form
                text = text[mark.textStart...]
            }
            append(text, to: &pending)
        }
        close()
        return result
    }

    /// Joins a line to the one before it. A word cut at its hyphen is put together, hyphen and all.
    private static func append(_ text: ArraySlice<UInt8>, to pending: inout [UInt8]) {
        if let last = pending.last {
            let isCutWord = last == UInt8(ascii: "-") && pending.count > 1 && (pending[pending.count - 2] | 0x20) &- 0x61 < 26
                && (text.first ?? 0) &- 0x61 < 26
            if !isCutWord { pending.append(0x20) }
        }
        pending.append(contentsOf: text)
    }
}
