extension Tokenizer {
    /// Cuts the token that starts at `start`, in a chunk that ends at `limit`; returns where it ends.
    mutating func token(from start: Int, to limit: Int) -> Int {
        switch byteClass(start) {
        case ByteClass.lower, ByteClass.upper, ByteClass.digit, ByteClass.underscore:
            return word(from: start, to: limit)
        case ByteClass.stop:
            return stops(from: start, to: limit)
        case ByteClass.exclamation:
            var index = start + 1
            while index < limit, byteClass(index) == ByteClass.exclamation { index += 1 }
            return add(start, index, .exclamation)
        case ByteClass.comma: return add(start, start + 1, .comma)
        case ByteClass.colon, ByteClass.semicolon:
            if let smile = emoticonEnd(from: start, to: limit) { return add(start, smile, .emoticon) }
            return add(start, start + 1, byteClass(start) == ByteClass.colon ? .colon : .semicolon)
        case ByteClass.hyphen:
            let index = runEnd(from: start, to: limit)
            return add(start, index, .dash)
        case ByteClass.doubleQuote:
            return straightQuote(from: start, to: limit)
        case ByteClass.apostrophe:
            return apostrophe(from: start, length: 1, to: limit)
        case ByteClass.opener: return add(start, start + 1, .opener)
        case ByteClass.closer: return add(start, start + 1, .closer)
        case ByteClass.high: return highToken(from: start, to: limit)
        default:
            if let smile = emoticonEnd(from: start, to: limit) { return add(start, smile, .emoticon) }
            return add(start, runEnd(from: start, to: limit), .symbol)
        }
    }

    @inline(__always)
    mutating func add(_ start: Int, _ tokenEnd: Int, _ kind: TokenKind) -> Int {
        emit(start, tokenEnd, kind, [])
        return graphemeEnd(tokenEnd)
    }

    /// The end of a run of the same byte: `--`, `****`, `====`. Signs before an amount stay single.
    private func runEnd(from start: Int, to limit: Int) -> Int {
        var index = start + 1
        guard bytes[start] != UInt8(ascii: "$"), bytes[start] != UInt8(ascii: "%") else { return index }
        while index < limit, bytes[index] == bytes[start] { index += 1 }
        return index
    }

    /// `.`, `...`, or `.50`.
    private mutating func stops(from start: Int, to limit: Int) -> Int {
        var index = start + 1
        while index < limit, byteClass(index) == ByteClass.stop { index += 1 }
        if index == start + 1 {
            if index < limit, byteClass(index) == ByteClass.digit, start == chunkStart || !isASCIIAlphanumeric(start - 1) {
                return word(from: start, to: limit)
            }
            return add(start, index, .stop)
        }
        return add(start, index, .ellipsis)
    }

    /// `"` opens after a space and closes before one; between two spaces the marks take turns.
    private mutating func straightQuote(from start: Int, to limit: Int) -> Int {
        let length = start + 1 < limit && byteClass(start + 1) == ByteClass.doubleQuote ? 2 : 1
        let opens: Bool
        if start == chunkStart {
            opens = start + length < limit || !insideStraightQuote && limit < end
        } else if start + length == limit {
            opens = false
        } else {
            // Inside a chunk: after a bracket or dash it opens, after a letter or stop it closes.
            opens = byteClass(start - 1) == ByteClass.opener || byteClass(start - 1) == ByteClass.hyphen || byteClass(start - 1) == ByteClass.high && !insideStraightQuote
        }
        if length == 1 { insideStraightQuote = opens }
        return add(start, start + length, opens ? .openQuote : .closeQuote)
    }

    /// A quotation mark or an apostrophe that no word took in: `'`, `’`, `''`, `'80s`, `'em`.
    mutating func apostrophe(from start: Int, length: Int, to limit: Int) -> Int {
        var index = start + length
        if length == 1, index < limit, byteClass(index) == ByteClass.apostrophe {
            index += 1
            return add(start, index, start == chunkStart ? .openQuote : .closeQuote)
        }
        let atStart = start == chunkStart || !isWordBefore(start)
        if atStart, index < limit {
            let next = byteClass(index)
            if next == ByteClass.digit, index + 1 < limit, byteClass(index + 1) == ByteClass.digit, index + 2 == limit || byteClass(index + 2) != ByteClass.digit {
                return word(from: start, prefix: length, to: limit)
            }
            if next == ByteClass.lower, isClippedWord(at: index, to: limit) {
                return word(from: start, prefix: length, to: limit)
            }
        }
        let opens = start == chunkStart ? index < limit : byteClass(start - 1) == ByteClass.opener || byteClass(start - 1) == ByteClass.doubleQuote && index < limit
        return add(start, index, opens ? .openQuote : .closeQuote)
    }

    private func isWordBefore(_ index: Int) -> Bool {
        guard index > chunkStart else { return false }
        let before = byteClass(index - 1)
        return before >= ByteClass.lower && before <= ByteClass.underscore || before == ByteClass.high
    }

    /// Whether `em`, `til`, `cause`, `bout` or `n` stands at `index`: words that lost their beginning.
    private func isClippedWord(at index: Int, to limit: Int) -> Bool {
        var next = index
        var key: UInt64 = 0
        while next < limit, byteClass(next) == ByteClass.lower, next - index < 8 {
            key = key << 8 | UInt64(bytes[next])
            next += 1
        }
        // The letters of each word as one big-endian number.
        switch key {
        case 0x656D, 0x74696C, 0x6361757365, 0x626F7574, 0x6E: return next == limit || byteClass(next) != ByteClass.apostrophe
        default: return false
        }
    }

    /// `:)`, `;-)`, `:D`, `:(`, `<3`, `=)`: alone between spaces or at a chunk's end.
    private func emoticonEnd(from start: Int, to limit: Int) -> Int? {
        guard limit - start >= 2, limit - start <= 4 else { return nil }
        var index = start
        switch bytes[index] {
        case UInt8(ascii: "<"):
            return bytes[index + 1] == UInt8(ascii: "3") && limit == start + 2 ? limit : nil
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): index += 1
        default: return nil
        }
        if index < limit, byteClass(index) == ByteClass.hyphen || byteClass(index) == ByteClass.apostrophe { index += 1 }
        guard index < limit else { return nil }
        switch bytes[index] {
        case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "/"), UInt8(ascii: "]"),
            UInt8(ascii: "|"), UInt8(ascii: "*"):
            let mouth = bytes[index]
            while index < limit, bytes[index] == mouth { index += 1 }
            return index == limit ? limit : nil
        default: return nil
        }
    }

    /// A token that starts with a scalar beyond ASCII.
    private mutating func highToken(from start: Int, to limit: Int) -> Int {
        let scalar = decodeScalar(bytes, at: start, end: end)
        let next = start + scalar.length
        switch ScalarClass.of(scalar.value) {
        case .lower, .upper, .letter, .digit, .extend, .prepend: return word(from: start, to: limit)
        case .apostrophe: return apostrophe(from: start, length: scalar.length, to: limit)
        case .hyphen, .dash:
            var index = next
            while index + scalar.length <= limit, decodeScalar(bytes, at: index, end: end).value == scalar.value { index += scalar.length }
            return add(start, index, .dash)
        case .openQuote, .closeQuote:
            // Languages differ in which way a mark points („…“, »…«): a space before it and none behind means it opens.
            let alone = start == chunkStart && next == limit
            let opens = alone || (start != chunkStart && next != limit) ? ScalarClass.of(scalar.value) == .openQuote : start == chunkStart
            return add(start, next, opens ? .openQuote : .closeQuote)
        case .opener: return add(start, next, .opener)
        case .closer: return add(start, next, .closer)
        case .ellipsis:
            var index = next
            while index < limit, byteClass(index) == ByteClass.stop { index += 1 }
            return add(start, index, .ellipsis)
        case .ideographicStop: return add(start, next, .ideographicStop)
        case .bullet: return add(start, next, .bullet)
        case .regionalIndicator:
            let second = next < limit ? decodeScalar(bytes, at: next, end: end) : DecodedScalar(value: 0, length: 0)
            let isPair = second.length > 0 && ScalarClass.of(second.value) == .regionalIndicator
            return add(start, isPair ? next + second.length : next, .symbol)
        case .space, .symbol: return add(start, next, .symbol)
        }
    }
}
