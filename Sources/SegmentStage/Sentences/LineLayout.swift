/// The line breaks inside a block: whether they wrap running text or set lines apart.
struct LineLayout {
    /// Scalars of the longest line; typographic marks take three bytes but one column.
    private var longest = 0
    /// Whether every line is short and none ends with a stop: a list, an address, verse.
    private var isList = false

    /// Wrapped lines are at least this long, in scalars; shorter ones are set apart on purpose (half a usual mail line of 72).
    private static let leastWrapped = 36
    /// A list's items are at most this long, in scalars.
    private static let mostListed = 40

    static let none = LineLayout()

    private init() {}

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var length = 0
        var last: UInt8 = 0
        var lineCount = 0
        var hasTerminal = false
        for index in range.lowerBound...range.upperBound {
            let isEnd = index == range.upperBound || bytes[index] == 0x0A || bytes[index] == 0x0D
            if isEnd {
                if length > 0 { lineCount += 1 }
                longest = max(longest, length)
                hasTerminal = hasTerminal || last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") || last == UInt8(ascii: ",")
                length = 0
            } else {
                if bytes[index] & 0xC0 != 0x80 { length += 1 }
                if bytes[index] > 0x20 { last = bytes[index] }
            }
        }
        isList = !hasTerminal && lineCount > 1 && longest <= LineLayout.mostListed
    }

    /// Whether the line break before the token at `index` ends a sentence that no mark has ended.
    func breaksSentence(before index: Int, in finder: BoundaryFinder) -> Bool {
        let token = finder.raw[index]
        switch token.kind {
        case .stop, .comma, .exclamation, .closer, .closeQuote, .semicolon, .colon: return false
        case .bullet: return true
        case .dash, .symbol: if finder.isFreestanding(index) { return true }
        default: break
        }
        if isList { return true }
        let before = finder.raw[index - 1]
        if before.kind == .comma { return false }
        guard let follower = finder.follower(of: index), !follower.isLower || token.kind == .openQuote else { return false }
        // Where the lines are, in bytes.
        let bytes = finder.bytes
        let lineEnd = Int(before.end)
        var lineStart = lineEnd
        while lineStart > 0, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D { lineStart -= 1 }
        var position = Int(token.start)
        if position > 0, bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09 { return true }
        let length = scalars(bytes, lineStart..<lineEnd)
        guard length >= LineLayout.leastWrapped else { return true }
        while position < bytes.count, bytes[position] > 0x20 { position += 1 }
        // A wrapped line breaks where the next word did not fit.
        return length + 1 + scalars(bytes, Int(token.start)..<position) <= longest
    }

    private func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
