/// What a block's text looks like, whatever it says.
struct TextShape {
    var endsSentence = false
    var endsColon = false
    var endsEllipsis = false
    var startsLower = false
    var startsUpper = false
    var hasAt = false
    var hasBar = false
    var hasQuote = false
    /// A few words and a colon stand first: "Related: …", "Photo: …".
    var startsLabel = false
    /// The whole text stands in brackets.
    var isBracketed = false
    /// A dash stands first: a signature, an attribution.
    var startsDash = false
    /// Share of words that speak to the reader or of the publisher: you, your, we, our.
    var readerShare: Float = 0
    /// Share of words that are function words.
    var functionShare: Float = 0
    /// Share of words that start with a capital.
    var titleShare: Float = 0

    /// - Complexity: O(n).
    init(_ text: ArraySlice<UInt8>) {
        guard let first = text.first, let last = text.last else { return }
        endsSentence = TextShape.endsSentence(text)
        endsColon = last == UInt8(ascii: ":")
        endsEllipsis = text.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) || text.suffix(3).elementsEqual([0x2E, 0x2E, 0x2E])
        startsLower = first &- 0x61 < 26
        startsUpper = first &- 0x41 < 26
        hasQuote = text.starts(with: [0xE2, 0x80, 0x9C]) || text.starts(with: [0xE2, 0x80, 0x9E]) || text.starts(with: [0xC2, 0xAB])
        startsLabel = TextShape.startsLabel(text)
        isBracketed = (first == UInt8(ascii: "(") && last == UInt8(ascii: ")")) || (first == UInt8(ascii: "[") && last == UInt8(ascii: "]"))
        startsDash = first == UInt8(ascii: "-") || text.starts(with: [0xE2, 0x80, 0x93]) || text.starts(with: [0xE2, 0x80, 0x94])
        text.withUnsafeBufferPointer { countWords($0) }
    }

    /// A label has at most so many bytes and words.
    private static let longestLabel = (bytes: 24, words: 3)

    private static func startsLabel(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.prefix(longestLabel.bytes).firstIndex(of: UInt8(ascii: ":")), colon + 1 < text.endIndex, text[colon + 1] == 0x20 else { return false }
        return text[..<colon].count { $0 == 0x20 } < longestLabel.words
    }

    private mutating func countWords(_ bytes: UnsafeBufferPointer<UInt8>) {
        var words = 0
        var functions = 0
        var titles = 0
        var readers = 0
        var key: UInt64 = 0
        var length = 0
        for index in 0...bytes.count {
            let byte = index < bytes.count ? bytes[index] : 0x20
            let lower = byte | 0x20
            if lower &- 0x61 < 26 || byte >= 0x80 {
                if length == 0, byte &- 0x41 < 26 { titles += 1 }
                key = key << 8 | UInt64(byte < 0x80 ? lower : byte)
                length += 1
            } else {
                if length > 0 {
                    words += 1
                    if length <= FunctionWords.mostBytes, FunctionWords.contains(key) { functions += 1 }
                    if length <= TextShape.longestReaderWord, TextShape.speaksToReader(key) { readers += 1 }
                    key = 0
                    length = 0
                }
                switch byte {
                case 0x22: hasQuote = true
                case 0x40: hasAt = true
                case 0x7C: hasBar = true
                default: break
                }
            }
        }
        functionShare = Float(functions) / Float(max(1, words))
        titleShare = Float(titles) / Float(max(1, words))
        readerShare = Float(readers) / Float(max(1, words))
    }

    /// Bytes of the longest word in ``speaksToReader(_:)``.
    private static let longestReaderWord = 5

    /// - Parameter key: a lowercase word, a byte after the other.
    @inline(__always)
    private static func speaksToReader(_ key: UInt64) -> Bool {
        switch key {
        case 0x796F75, 0x796F7572, 0x796F757273: true  // you, your, yours
        case 0x7765, 0x6F7572, 0x7573: true  // we, our, us
        case 0x756E73, 0x756E736572, 0x776972: true  // uns, unser, wir
        default: false
        }
    }

    static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
        var tail = text.suffix(7)
        while let last = tail.last {
            switch last {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "'"), UInt8(ascii: "]"), 0x20: tail = tail.dropLast()
            case 0x80...0xBF:
                let three = tail.suffix(3)
                guard three.count == 3 else { return false }
                // Closing quotes U+2018…U+203A; the ideographic full stop and its full-width companions end a sentence.
                if three.first == 0xE2, three[three.startIndex + 1] == 0x80 { tail = tail.dropLast(3); continue }
                if three.elementsEqual([0xE3, 0x80, 0x82]) || three.first == 0xEF { return true }
                guard tail.suffix(2).first == 0xC2 else { return false }
                tail = tail.dropLast(2)
            default: return false
            }
        }
        return false
    }
}
