extension Tokenizer {
    /// What the scan of a word has seen.
    private struct WordScan {
        var shape: RawToken.Shape = []
        var letters = 0
        var scalars = 0
        var digits = 0
        /// Where the last apostrophe inside begins, and its length.
        var apostrophe = 0
        var apostropheLength = 0
    }

    /// Cuts the word or number that starts at `start` and is `prefix` bytes longer than its letters tell.
    mutating func word(from start: Int, prefix: Int = 0, to limit: Int) -> Int {
        var scan = WordScan()
        var index = start + prefix
        if prefix == 0, byteClass(start) == ByteClass.stop { index += 1 }
        index = wordEnd(from: index, start: start, to: limit, &scan)
        if index < limit, bytes[index] == UInt8(ascii: "$"), scan.digits == 0, index - start <= 3, !scan.shape.contains(.hasLower),
            index + 1 < limit, byteClass(index + 1) == ByteClass.digit {
            // US$, C$, HK$: a currency sign of its own.
            return add(start, index + 1, .symbol)
        }
        if scan.scalars == 1, scan.letters == 1 {
            scan.shape.insert(.single)
            if bytes[start] == UInt8(ascii: "i"), index == limit, gap != .none || start == blockStart { isInformal = true }
        }
        let kind: TokenKind = scan.digits > 0 && scan.letters == 0 ? .number : .word
        if scan.apostropheLength > 0, prefix == 0, let cut = contraction(start..<index, scan), graphemeEnd(cut) == cut {
            emit(start, cut, kind, scan.shape)
            var rest = scan.shape
            rest.remove([.startsUpper, .hasInnerStop, .single])
            emit(cut, index, .word, rest)
            return graphemeEnd(index)
        }
        if scan.digits > 0 || scan.letters == 5 || scan.letters == 6, let cut = fusedWordCut(start..<index, scan.digits) {
            var first = scan.shape
            if scan.digits > 0 { first.remove([.hasLower, .startsUpper, .startsLower]) }
            emit(start, cut, scan.digits > 0 ? .number : .word, first)
            emit(cut, index, .word, [.startsLower, .hasLower])
            return graphemeEnd(index)
        }
        emit(start, index, kind, scan.shape)
        return graphemeEnd(index)
    }

    private func wordEnd(from first: Int, start: Int, to limit: Int, _ scan: inout WordScan) -> Int {
        var index = first
        /// Where the part between two inner stops begins.
        var partStart = first
        while index < limit {
            switch byteClass(index) {
            case ByteClass.lower:
                if scan.scalars == 0 { scan.shape.insert(.startsLower) }
                scan.shape.insert(.hasLower)
                scan.letters += 1
                index += 1
            case ByteClass.upper:
                if scan.letters == 0 { scan.shape.insert(.startsUpper) }
                scan.letters += 1
                index += 1
            case ByteClass.digit:
                scan.shape.insert(.hasDigit)
                scan.digits += 1
                index += 1
            case ByteClass.underscore: index += 1
            case ByteClass.apostrophe:
                guard joinsLetters(index, length: 1, start: start, to: limit) else { return index }
                (scan.apostrophe, scan.apostropheLength) = (index, 1)
                scan.shape.insert(.hasApostrophe)
                index += 1
            case ByteClass.hyphen:
                guard index > start, index + 1 < limit, isWord(index + 1, to: limit) else { return index }
                partStart = index + 1
                index += 1
            case ByteClass.stop:
                guard index + 1 < limit, index > start, keepsInnerStop(index, part: partStart, word: start, to: limit) else { return index }
                scan.shape.insert(.hasInnerStop)
                index += 1
                partStart = index
            case ByteClass.comma, ByteClass.colon, ByteClass.slash:
                guard index > start, index + 1 < limit, byteClass(index - 1) == ByteClass.digit, byteClass(index + 1) == ByteClass.digit else {
                    return index
                }
                index += 1
            case ByteClass.ampersand:
                // AT&T, R&D: between capitals.
                guard index > start, index + 1 < limit, byteClass(index - 1) == ByteClass.upper, byteClass(index + 1) == ByteClass.upper else {
                    return index
                }
                index += 1
            case ByteClass.high:
                let scalar = decodeScalar(bytes, at: index, end: end)
                let scalarClass = ScalarClass.of(scalar.value)
                switch scalarClass {
                case .lower:
                    if scan.scalars == 0 { scan.shape.insert(.startsLower) }
                    scan.shape.insert(.hasLower)
                    scan.letters += 1
                case .upper:
                    if scan.letters == 0 { scan.shape.insert(.startsUpper) }
                    scan.letters += 1
                case .letter, .prepend: scan.letters += 1
                case .digit:
                    scan.shape.insert(.hasDigit)
                    scan.digits += 1
                case .extend: break
                case .apostrophe:
                    guard joinsLetters(index, length: scalar.length, start: start, to: limit) else { return index }
                    (scan.apostrophe, scan.apostropheLength) = (index, scalar.length)
                    scan.shape.insert(.hasApostrophe)
                case .hyphen:
                    guard index > start, index + scalar.length < limit, isWord(index + scalar.length, to: limit) else { return index }
                default: return index
                }
                scan.shape.insert(.hasHigh)
                index += scalar.length
            default: return index
            }
            scan.scalars += 1
        }
        return index
    }

    /// Whether a word's character stands at `index`.
    private func isWord(_ index: Int, to limit: Int) -> Bool {
        guard index < limit else { return false }
        let byteClass = byteClass(index)
        if byteClass == ByteClass.high { return ScalarClass.of(decodeScalar(bytes, at: index, end: end).value).isWord }
        return byteClass >= ByteClass.lower && byteClass <= ByteClass.digit
    }

    private func joinsLetters(_ index: Int, length: Int, start: Int, to limit: Int) -> Bool {
        guard index > start, index + length < limit else { return false }
        let before = byteClass(index - 1)
        guard before == ByteClass.lower || before == ByteClass.upper || before == ByteClass.high || before == ByteClass.digit else { return false }
        let after = byteClass(index + length)
        if after == ByteClass.high { return isWord(index + length, to: limit) }
        return after == ByteClass.lower || after == ByteClass.upper
    }

    /// Whether the stop at `index` is inside a word (U.S, e.g, 1.5, Node.js) and ends none (world.Today, J.Smith).
    private func keepsInnerStop(_ index: Int, part: Int, word: Int, to limit: Int) -> Bool {
        let before = byteClass(index - 1)
        let next = byteClass(index + 1)
        if next == ByteClass.digit { return before == ByteClass.digit || index - part <= 2 }
        guard next == ByteClass.lower || next == ByteClass.upper else { return false }
        var rightEnd = index + 2
        while rightEnd < limit, byteClass(rightEnd) == ByteClass.lower || byteClass(rightEnd) == ByteClass.upper { rightEnd += 1 }
        let left = index - part
        let right = rightEnd - index - 1
        if left == 1 { return right == 1 || (next == ByteClass.lower && before == ByteClass.lower) }
        let rightIsTitle = next == ByteClass.upper && right >= 2 && byteClass(index + 2) == ByteClass.lower
        if rightIsTitle || next == ByteClass.upper && right == 1 && left > 3 { return false }
        return true
    }

    /// Where n't, 's, 'll and the like begin; nil where the apostrophe is part of the word (O'Brien, o'clock).
    private func contraction(_ range: Range<Int>, _ scan: WordScan) -> Int? {
        let suffix = scan.apostrophe + scan.apostropheLength
        guard scan.apostrophe > range.lowerBound else { return nil }
        let letter = bytes[suffix] | 0x20
        switch range.upperBound - suffix {
        case 1:
            if letter == UInt8(ascii: "t") {
                let n = scan.apostrophe - 1
                return n > range.lowerBound && bytes[n] | 0x20 == UInt8(ascii: "n") ? n : nil
            }
            return letter == UInt8(ascii: "s") || letter == UInt8(ascii: "m") || letter == UInt8(ascii: "d") ? scan.apostrophe : nil
        case 2:
            let second = bytes[suffix + 1] | 0x20
            let isSuffix = letter == UInt8(ascii: "l") && second == letter || letter == UInt8(ascii: "r") && second == UInt8(ascii: "e")
                || letter == UInt8(ascii: "v") && second == UInt8(ascii: "e")
            return isSuffix ? scan.apostrophe : nil
        default: return nil
        }
    }

    /// Where cannot, gonna, gotta, wanna and 5pm are cut in two; nil for other words.
    func fusedWordCut(_ range: Range<Int>, _ digits: Int) -> Int? {
        if digits > 0 {
            guard range.count >= 3, range.count <= 7, bytes[range.upperBound - 1] | 0x20 == UInt8(ascii: "m") else { return nil }
            let half = bytes[range.upperBound - 2] | 0x20
            guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p"), byteClass(range.upperBound - 3) == ByteClass.digit else { return nil }
            return range.upperBound - 2
        }
        let last = bytes[range.upperBound - 1] | 0x20
        guard range.count == 5 && last == UInt8(ascii: "a") || range.count == 6 && last == UInt8(ascii: "t") else { return nil }
        var key: UInt64 = 0
        for index in range { key = key << 8 | UInt64(bytes[index] | 0x20) }
        // The letters of each word as one big-endian number.
        switch key {
        case 0x6361_6E6E_6F74: return range.lowerBound + 3  // cannot
        case 0x67_6F6E_6E61, 0x67_6F74_7461, 0x77_616E_6E61: return range.lowerBound + 3  // gonna, gotta, wanna
        default: return nil
        }
    }
}
