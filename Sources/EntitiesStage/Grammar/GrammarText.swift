/// The bytes that a rule may look at: one sentence.
struct GrammarText {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The sentence's first byte, and the byte behind its last.
    let start: Int
    let end: Int

    /// The byte at `index`; 0 outside the sentence.
    @inline(__always)
    subscript(index: Int) -> UInt8 {
        index >= start && index < end ? bytes[index] : 0
    }

    @inline(__always)
    func isDigit(_ index: Int) -> Bool { self[index] &- 0x30 < 10 }

    /// An ASCII letter, or a byte of a letter outside ASCII.
    @inline(__always)
    func isLetter(_ index: Int) -> Bool { self[index] | 0x20 &- 0x61 < 26 || self[index] >= 0x80 }

    @inline(__always)
    func isASCIILetter(_ index: Int) -> Bool { (self[index] | 0x20) &- 0x61 < 26 }

    /// Whether a word or number ends before `index`.
    @inline(__always)
    func isBoundary(_ index: Int) -> Bool {
        !isDigit(index) && !isASCIILetter(index)
    }

    /// Behind blanks and no-break spaces.
    func skipBlanks(_ index: Int) -> Int {
        var index = index
        while true {
            if self[index] == 0x20 || self[index] == 0x0A || self[index] == 0x09 {
                index += 1
            } else if self[index] == 0xC2, self[index + 1] == 0xA0 {
                index += 2
            } else if self[index] == 0xE2, self[index + 1] == 0x80, self[index + 2] == 0xAF || self[index + 2] == 0x89 {
                index += 3  // narrow no-break space, thin space
            } else {
                return index
            }
        }
    }

    /// Behind blanks and at most one hyphen ("10-mile").
    func skipBlanksOrHyphen(_ index: Int) -> Int {
        self[index] == 0x2D && isASCIILetter(index + 1) ? index + 1 : skipBlanks(index)
    }

    /// The word of ASCII letters at `index`: what it means to the rules, and where it ends.
    @inline(__always)
    func word(_ index: Int) -> (lexeme: Lexeme?, end: Int) {
        var hash = LexemeTable.basis
        var at = index
        while at < end, (bytes[at] | 0x20) &- 0x61 < 26 {
            hash = (hash ^ UInt32(bytes[at] | 0x20)) &* LexemeTable.prime
            at += 1
        }
        guard at > index, self[at] < 0x80 || !isLetter(at) || isQuote(at) else { return (nil, at) }
        return (LexemeTable.lexeme(hash), at)
    }

    /// Whether a typographic quote or dash (U+2010–201F) stands at `index`.
    func isQuote(_ index: Int) -> Bool {
        self[index] == 0xE2 && self[index + 1] == 0x80
    }

    func isVowel(_ index: Int) -> Bool {
        switch self[index] | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    /// The word that ends before `index`, blanks between; nil at the sentence's start.
    func wordBefore(_ index: Int) -> Lexeme? {
        var last = index
        while last > start, self[last - 1] == 0x20 { last -= 1 }
        var first = last
        while first > start, isASCIILetter(first - 1) { first -= 1 }
        return first < last ? word(first).lexeme : nil
    }

    /// Whether the ASCII text stands at `index`, lower-cased.
    func has(_ text: StaticString, at index: Int) -> Bool {
        guard index >= start, index + text.utf8CodeUnitCount <= end else { return false }
        for offset in 0..<text.utf8CodeUnitCount {
            let byte = bytes[index + offset]
            guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == text.utf8Start[offset] else { return false }
        }
        return true
    }
}

/// What a rule found.
struct GrammarMatch {
    var range: Range<Int>
    var type: RuleType
    var value: String?
    /// A shared currency's name in it, and the code where its country stands there too; without a code `value` is the
    /// amount alone until ``SharedCurrency/resolve(_:)``.
    var currency: (shared: SharedCurrency, code: String?)?
}

/// The types that rules find.
enum RuleType: Sendable {
    case date, time, money, percent, quantity, email, url, phone
}
