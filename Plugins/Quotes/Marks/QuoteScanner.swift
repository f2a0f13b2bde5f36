/// Pairs the quotation marks of an article, paragraph by paragraph.
///
/// Takes “…”, "…", „…“, „…”, ”…”, «…», »…«, ``…'' and, where nothing else is open, ‘…’ and '…'. An apostrophe, an inch
/// mark behind a digit, a mark that finds no partner: none of them is a quotation. A mark that opens while another of its
/// kind is open shows that the earlier one was never closed, so that one slip costs one quotation.
///
/// - Complexity: O(bytes).
struct QuoteScanner {
    private(set) var spans: [QuotedSpan] = []
    private var marks: [QuotationMark] = []
    /// The opening mark that the paragraph before left open.
    private var left: QuotationMark.Shape?

    mutating func removeAll() {
        spans.removeAll(keepingCapacity: true)
        left = nil
    }

    /// Adds the quoted spans of the next paragraph.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, paragraph: Range<Int>) {
        marks.removeAll(keepingCapacity: true)
        for index in paragraph where QuoteScanner.mayStart[Int(bytes[index])] {
            // The second half of '' is no mark of its own.
            if let last = marks.last, last.end > index { continue }
            guard let mark = QuotationMark.read(bytes, at: index, in: paragraph), !isApostrophe(mark, bytes, paragraph) else { continue }
            marks.append(mark)
        }
        pair(bytes, paragraph)
    }

    private static let mayStart: [Bool] = (0..<256).map { [0x22, 0x27, 0x60, 0xC2, 0xE2].contains($0) }

    private mutating func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>) {
        let lastSingle = marks.lastIndex { $0.closesSingle(bytes, paragraph) } ?? -1
        var open: QuotationMark?
        let continued = left
        left = nil
        for (index, mark) in marks.enumerated() {
            guard let opening = open else {
                if mark.opens(hasClosingSingle: lastSingle > index, bytes, paragraph) { open = mark }
                continue
            }
            if opening.isClosed(by: mark, bytes, paragraph) {
                // An inch mark: the quotation's own closing mark is still to come.
                if mark.shape == .straight, mark.before &- 0x30 < 10, index + 1 < marks.count, marks[index + 1].shape == .straight,
                    !marks[index + 1].followsBreak, mark.precedesWord == false
                { continue }
                append(opening, mark.start, mark.end, bytes, paragraph, continued)
                open = nil
            } else if !opening.isSingle, mark.shape == opening.shape, mark.followsBreak, mark.precedesWord {
                open = mark
            }
        }
        guard let open, !open.isSingle else { return }
        left = open.shape
        append(open, paragraph.upperBound, paragraph.upperBound, bytes, paragraph, continued)
        spans[spans.count - 1].continues = true
    }

    private mutating func append(
        _ opening: QuotationMark, _ end: Int, _ outerEnd: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>,
        _ continued: QuotationMark.Shape?
    ) {
        var content = opening.end..<max(opening.end, end)
        while let first = content.first, let width = QuoteScanner.blank(bytes, first, content.upperBound) { content = first + width..<content.upperBound }
        while let last = content.last, bytes[last] <= 0x20 || (bytes[last] == 0xA0 && last > content.lowerBound && bytes[last - 1] == 0xC2) {
            content = content.lowerBound..<(bytes[last] == 0xA0 ? last - 1 : last)
        }
        let isContinued = continued == opening.shape && opening.start == paragraph.lowerBound && spans.last?.continues == true
        if !isContinued { voidOpen() }
        spans.append(QuotedSpan(outer: opening.start..<outerEnd, content: content, isContinued: isContinued))
    }

    /// What was left open and is not taken up was no quotation; at the article's end, too.
    mutating func voidOpen() {
        if spans.last?.continues == true { spans[spans.count - 1].isVoid = true }
    }

    /// The width of a blank at `index`: ASCII's, or one that does not break the line (U+00A0, U+202F).
    private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int? {
        if bytes[index] <= 0x20 { return 1 }
        if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
        if bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF { return 3 }
        return nil
    }

    /// Between two letters or digits a single mark is an apostrophe: "don't", "O’Neill", "5'10".
    private func isApostrophe(_ mark: QuotationMark, _ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>) -> Bool {
        guard mark.isSingle, mark.end < paragraph.upperBound else { return false }
        return QuotationMark.isWordByte(mark.before) && QuotationMark.isWordByte(bytes[mark.end])
    }
}

extension QuotationMark {
    var isSingle: Bool { shape == .singleLeft || shape == .singleRight }

    /// Letters, digits and bytes of scalars beyond ASCII.
    static func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0xC3 }

    /// Whether it can open a quotation where none is open.
    func opens(hasClosingSingle: Bool, _ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>) -> Bool {
        switch shape {
        case .left, .low: true
        case .leftAngle, .rightAngle: followsBreak
        case .straight, .right: followsBreak && precedesWord
        case .singleLeft, .singleRight:
            // A left-out beginning ('90s, 'em) opens nothing; neither does a mark that the paragraph never closes.
            followsBreak && precedesWord && hasClosingSingle && !startsShortened(bytes, paragraph)
        }
    }

    func isClosed(by mark: QuotationMark, _ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>) -> Bool {
        switch (shape, mark.shape) {
        case (.left, .right), (.low, .left), (.low, .right), (.leftAngle, .rightAngle), (.rightAngle, .leftAngle): true
        case (.straight, .straight), (.left, .straight), (.low, .straight): !(mark.followsBreak && mark.precedesWord) || mark.before == 0x2D
        case (.straight, .right), (.right, .right): !mark.followsBreak
        case (.singleLeft, .singleRight), (.singleRight, .singleRight): mark.closesSingle(bytes, paragraph)
        default: false
        }
    }

    /// Whether a single mark ends a quotation: behind punctuation, or behind a word where no word follows. Behind an s it may
    /// be a plural's apostrophe, and needs the punctuation.
    func closesSingle(_ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>) -> Bool {
        guard shape == .singleRight, !followsBreak else { return false }
        if ".,!?".utf8.contains(before) { return true }
        if before == 0xA6, start >= paragraph.lowerBound + 3, bytes[start - 3] == 0xE2 { return true }  // …
        guard end < paragraph.upperBound else { return true }
        if QuotationMark.isWordByte(bytes[end]) { return false }
        return before | 0x20 != UInt8(ascii: "s") || ".,;:!?)".utf8.contains(bytes[end])
    }

    /// '90s, 'em, 'til and their kin.
    private func startsShortened(_ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>) -> Bool {
        guard end < paragraph.upperBound else { return false }
        if bytes[end] &- 0x30 < 10 { return true }
        var behind = end
        while behind < paragraph.upperBound, behind - end < 6, (bytes[behind] | 0x20) &- 0x61 < 26 { behind += 1 }
        return ["em", "n", "til", "till", "cause", "tis", "twas", "bout", "round", "s", "t"].contains {
            $0.utf8.elementsEqual(bytes[end..<behind].lazy.map { $0 | 0x20 })
        }
    }
}
