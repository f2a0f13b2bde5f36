extension Tokenizer {
    /// The end of the URL, mail address, hash tag or user name at `start`; nil where none begins.
    func webEnd(from start: Int, to limit: Int) -> Int? {
        switch byteClass(start) {
        case ByteClass.hash, ByteClass.at:
            guard start + 1 < limit, byteClass(start + 1) == ByteClass.lower || byteClass(start + 1) == ByteClass.upper else { return nil }
            guard start == chunkStart || !isASCIIAlphanumeric(start - 1) else { return nil }
            var index = start + 1
            while index < limit, isASCIIAlphanumeric(index) || byteClass(index) == ByteClass.underscore || isWordScalar(index) {
                index += 1
            }
            return index
        case ByteClass.lower, ByteClass.upper, ByteClass.digit: break
        default: return nil
        }
        // The web part of a chunk begins with the chunk or behind an opening mark.
        guard start == chunkStart || !isASCIIAlphanumeric(start - 1) else { return nil }
        var index = start
        var lastStop = -1
        var at = -1
        while index < limit {
            let byteClass = byteClass(index)
            if byteClass >= ByteClass.lower && byteClass <= ByteClass.underscore || byteClass == ByteClass.hyphen {
                index += 1
            } else if byteClass == ByteClass.stop, index + 1 < limit, isASCIIAlphanumeric(index + 1) {
                lastStop = index
                index += 1
            } else if byteClass == ByteClass.at, at < 0, index + 1 < limit, isASCIIAlphanumeric(index + 1), index > start {
                at = index
                lastStop = -1
                index += 1
            } else if bytes[index] == UInt8(ascii: "+"), at < 0 {
                index += 1
            } else {
                break
            }
        }
        if index + 2 < limit, byteClass(index) == ByteClass.colon, bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] == UInt8(ascii: "/"), at < 0 {
            return urlTail(from: index + 3, to: limit)
        }
        if at > 0 { return lastStop > at ? index : nil }
        guard lastStop > start else { return nil }
        let isWWW = index - start > 4 && bytes[start] | 0x20 == UInt8(ascii: "w") && bytes[start + 1] | 0x20 == UInt8(ascii: "w")
            && bytes[start + 2] | 0x20 == UInt8(ascii: "w") && bytes[start + 3] == UInt8(ascii: ".")
        guard isWWW || isTopLevelDomain(lastStop + 1..<index) else { return nil }
        return index < limit && (byteClass(index) == ByteClass.slash || isWWW) ? urlTail(from: index, to: limit) : index
    }

    private func isWordScalar(_ index: Int) -> Bool {
        guard bytes[index] >= 0x80 else { return false }
        // A further byte of a scalar goes where its first byte went.
        guard bytes[index] & 0xC0 != 0x80 else { return true }
        return ScalarClass.of(decodeScalar(bytes, at: index, end: end).value).isWord
    }

    /// The end of a URL's path: everything up to closing punctuation at the chunk's end.
    private func urlTail(from start: Int, to limit: Int) -> Int {
        var index = start
        var depth = 0
        while index < limit {
            let byteClass = byteClass(index)
            if byteClass == ByteClass.doubleQuote || bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: ">") { break }
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") {
                depth -= 1
                if depth < 0 { break }
            }
            if byteClass == ByteClass.high {
                let scalar = decodeScalar(bytes, at: index, end: end)
                guard ScalarClass.of(scalar.value).isWord else { break }
                index += scalar.length
                continue
            }
            index += 1
        }
        while index > start {
            switch byteClass(index - 1) {
            case ByteClass.stop, ByteClass.comma, ByteClass.exclamation, ByteClass.colon, ByteClass.semicolon, ByteClass.apostrophe, ByteClass.closer:
                if bytes[index - 1] == UInt8(ascii: ")"), depth == 0 { return index }
                index -= 1
            default: return index
            }
        }
        return index
    }

    /// Whether a domain name may end so. Only endings that are common in news and no English words.
    private func isTopLevelDomain(_ range: Range<Int>) -> Bool {
        guard range.count >= 2, range.count <= 4 else { return false }
        var key: UInt32 = 0
        for index in range {
            guard byteClass(index) == ByteClass.lower || byteClass(index) == ByteClass.upper else { return false }
            // An ending is written in one case; "site.In" starts a sentence.
            guard byteClass(index) == byteClass(range.lowerBound) else { return false }
            key = key << 8 | UInt32(bytes[index] | 0x20)
        }
        // Its letters as one big-endian number.
        switch key {
        case 0x636F_6D, 0x6F72_67, 0x6E65_74, 0x6564_75, 0x676F_76, 0x6D69_6C, 0x696E_666F, 0x6269_7A, 0x696E_74: return true  // com org net edu gov mil info biz int
        case 0x756B, 0x6361, 0x6465, 0x6672, 0x6575, 0x7573, 0x6175, 0x6368, 0x6A70, 0x6E6C, 0x6573, 0x7365, 0x696F, 0x7476: return true  // uk ca de fr eu us au ch jp nl es se io tv
        default: return false
        }
    }
}
