/// Cuts bytes into tokens after Penn Treebank habits; docs/segment.md lists them.
///
/// Works through one run of non-space characters (a *chunk*) after the other, without looking outside it, so that
/// its cost is linear.
struct Tokenizer {
    let bytes: UnsafeBufferPointer<UInt8>
    let classes: UnsafeBufferPointer<UInt8>
    /// The end of the block.
    let end: Int
    /// Where the block begins.
    let blockStart: Int
    var tokens: [RawToken] = []
    /// What lies before the next token.
    var gap = RawToken.Gap.none
    /// Where the chunk begins that is being cut.
    var chunkStart = 0
    /// Whether the block has line breaks.
    var hasNewline = false
    /// Whether an opening straight double quotation mark still waits for its closing one.
    var insideStraightQuote = false

    /// Whether the block writes the pronoun "I" small: then sentences may start small, too.
    var isInformal = false

    init(bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
        self.bytes = bytes
        self.classes = classes
        blockStart = range.lowerBound
        end = range.upperBound
    }

    @inline(__always)
    func byteClass(_ index: Int) -> UInt8 {
        classes[Int(bytes[index])]
    }

    @inline(__always)
    func isASCIIAlphanumeric(_ index: Int) -> Bool {
        let byteClass = byteClass(index)
        return byteClass >= ByteClass.lower && byteClass <= ByteClass.digit
    }

    /// Cuts the whole block.
    mutating func run() {
        tokens.removeAll(keepingCapacity: true)
        var index = blockStart
        while index < end {
            let first = byteClass(index)
            if first <= ByteClass.newline {
                skip(first)
                index += 1
                continue
            }
            if first == ByteClass.lower || first == ByteClass.upper {
                // Most chunks are plain ASCII words.
                var next = index + 1
                var hasLower = first == ByteClass.lower
                while next < end {
                    let byteClass = byteClass(next)
                    guard byteClass == ByteClass.lower || byteClass == ByteClass.upper else { break }
                    hasLower = hasLower || byteClass == ByteClass.lower
                    next += 1
                }
                let length = next - index
                if next == end || byteClass(next) <= ByteClass.newline, length > 1, length > 6 || length < 5 || fusedWordCut(index..<next, 0) == nil {
                    let shape: RawToken.Shape = [first == ByteClass.lower ? .startsLower : .startsUpper, hasLower ? .hasLower : []]
                    // A combining mark may follow the space after the word, never the word itself.
                    emit(index, next, .word, shape)
                    index = next
                    continue
                }
            }
            index = chunk(from: index)
        }
    }

    private mutating func skip(_ byteClass: UInt8) {
        if byteClass == ByteClass.newline {
            gap = .newline
            hasNewline = true
        } else if gap == .none {
            gap = .space
        }
    }

    /// Cuts one chunk that starts at `start` or the white space beyond ASCII that stands there; returns where it ends.
    private mutating func chunk(from start: Int) -> Int {
        var stopAt = start
        var seen: UInt32 = 0
        while stopAt < end {
            let byteClass = byteClass(stopAt)
            guard byteClass > ByteClass.newline else { break }
            if byteClass == ByteClass.high {
                let scalar = decodeScalar(bytes, at: stopAt, end: end)
                if scalar.value >= 0x85, ScalarClass.of(scalar.value) == .space {
                    if stopAt == start {
                        skip(scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029 ? ByteClass.newline : ByteClass.space)
                        return stopAt + scalar.length
                    }
                    break
                }
                stopAt += scalar.length
            } else {
                stopAt += 1
            }
            seen |= 1 << UInt32(byteClass)
        }
        chunkStart = start
        var index = start
        let webHints: UInt32 =
            1 << UInt32(ByteClass.at) | 1 << UInt32(ByteClass.hash) | 1 << UInt32(ByteClass.slash) | 1 << UInt32(ByteClass.stop)
            | 1 << UInt32(ByteClass.colon)
        let mayBeWeb = seen & webHints != 0
        while index < stopAt {
            if mayBeWeb, index == start || !tokens.isEmpty, let webEnd = webEnd(from: index, to: stopAt) {
                emit(index, webEnd, .web, [])
                index = graphemeEnd(webEnd)
                continue
            }
            index = token(from: index, to: stopAt)
        }
        return max(index, stopAt)
    }

    /// Adds a token and whatever of the last grapheme lies behind it.
    @inline(__always)
    mutating func emit(_ start: Int, _ tokenEnd: Int, _ kind: TokenKind, _ shape: RawToken.Shape) {
        var from = start
        if bytes[start] >= 0x80 { from = graphemeStart(start) }
        tokens.append(RawToken(start: Int32(truncatingIfNeeded: from), end: Int32(truncatingIfNeeded: graphemeEnd(tokenEnd)), kind: kind, shape: shape, gap: gap))
        gap = .none
    }

    /// A combining mark after a space forms a grapheme with it: the token then starts at that space.
    private func graphemeStart(_ start: Int) -> Int {
        let least = tokens.last.map { Int($0.end) } ?? blockStart
        guard gap != .none, start > least, ScalarClass.of(decodeScalar(bytes, at: start, end: end).value) == .extend else { return start }
        var before = start - 1
        while before > least, bytes[before] & 0xC0 == 0x80 { before -= 1 }
        let space = bytes[before]
        // Control characters never take a mark.
        guard space >= 0x20 else { return start }
        return before
    }

    /// The end of the grapheme that would be cut at `index`.
    @inline(__always)
    func graphemeEnd(_ index: Int) -> Int {
        guard index < end, index > blockStart, bytes[index] >= 0x80 || bytes[index - 1] >= 0x80 else { return index }
        return slowGraphemeEnd(index)
    }

    private func slowGraphemeEnd(_ start: Int) -> Int {
        var index = start
        var before = start - 1
        while before > blockStart, bytes[before] & 0xC0 == 0x80 { before -= 1 }
        var last = decodeScalar(bytes, at: before, end: end).value
        while index < end {
            let scalar = decodeScalar(bytes, at: index, end: end)
            let scalarClass = scalar.value < 0x80 ? ScalarClass.symbol : ScalarClass.of(scalar.value)
            let isSpace = scalarClass == .space || (scalar.value < 0x80 && byteClass(index) <= ByteClass.newline)
            let glued = scalarClass == .extend || (!isSpace && scalar.value >= 0x20 && (last == 0x200D || (last >= 0x600 && ScalarClass.of(last) == .prepend)))
            guard glued else { break }
            last = scalar.value
            index += scalar.length
        }
        return index
    }
}
