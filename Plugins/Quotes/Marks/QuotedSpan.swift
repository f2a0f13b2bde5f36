/// What stands between an opening and a closing quotation mark of one paragraph.
struct QuotedSpan {
    /// From the opening mark to behind the closing one; UTF-8 bytes.
    var outer: Range<Int>
    /// Between the marks, without blanks at its ends.
    var content: Range<Int>
    /// The paragraph ended before a closing mark, and the next one opens with the mark again: newspapers set long
    /// quotations so.
    var continues = false
    /// Whether it takes up what such a paragraph left open.
    var isContinued = false
    /// A mark that was never closed: no quotation.
    var isVoid = false
}
