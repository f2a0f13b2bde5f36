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
    init(_ text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.first, let last = text.last else { return }
        endsSentence = TextShape.endsSentence(text)
        endsColon = last == UInt8(ascii: ":")
        endsEllipsis = TextShape.ends(text, 0xE2, 0x80, 0xA6) || TextShape.ends(text, 0x2E, 0x2E, 0x2E)
        startsLower = first &- 0x61 < 26
        startsUpper = first &- 0x41 < 26
        // “, „ and «; a straight quotation mark counts anywhere.
        let head = EightBytes(text, at: 0).word
        hasQuote = head & 0xFF_FFFF == 0x9C80E2 || head & 0xFF_FFFF == 0x9E80E2 || head & 0xFFFF == 0xABC2 || TextShape.has(UInt8(ascii: "\""), text)
        hasAt = TextShape.has(UInt8(ascii: "@"), text)
        hasBar = TextShape.has(UInt8(ascii: "|"), text)
        startsLabel = TextShape.startsLabel(text)
        isBracketed = (first == UInt8(ascii: "(") && last == UInt8(ascii: ")")) || (first == UInt8(ascii: "[") && last == UInt8(ascii: "]"))
        // -, – and —.
        startsDash = first == UInt8(ascii: "-") || head & 0xFF_FFFF == 0x9380E2 || head & 0xFF_FFFF == 0x9480E2
        countWords(text)
    }

    private static func has(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>) -> Bool { ByteSearch.first(byte, in: text, from: 0) != nil }

    private static func ends(_ text: UnsafeBufferPointer<UInt8>, _ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        let count = text.count
        return count >= 3 && text[count - 3] == first && text[count - 2] == second && text[count - 1] == third
    }

    /// A label has at most so many bytes and words.
    private static let longestLabel = (bytes: 24, words: 3)

    private static func startsLabel(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let head = UnsafeBufferPointer(rebasing: text.prefix(longestLabel.bytes))
        guard let colon = ByteSearch.first(UInt8(ascii: ":"), in: head, from: 0), colon + 1 < text.count, text[colon + 1] == 0x20 else { return false }
        return text[..<colon].count { $0 == 0x20 } < longestLabel.words
    }

    private mutating func countWords(_ text: UnsafeBufferPointer<UInt8>) {
        var words = 0
        var functions = 0
        var titles = 0
        var readers = 0
        let shortWords = ShortWords.shared
        LetterRuns.forEach(in: text) { start, end in
            // A text has fewer words than an integer counts; the checks for overflow would cost more than the words.
            words &+= 1
            titles &+= text[start] &- 0x41 < 26 ? 1 : 0
            let length = end &- start
            if length <= ShortWords.mostBytes {
                let kind = shortWords.kind(of: EightBytes(text, at: start).lowercased.word.byteSwapped &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length))
                functions &+= kind.count(of: .function)
                readers &+= kind.count(of: .reader)
            }
        }
        functionShare = Float(functions) / Float(max(1, words))
        titleShare = Float(titles) / Float(max(1, words))
        readerShare = Float(readers) / Float(max(1, words))
    }

    static func endsSentence(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let low = max(0, text.count - longestEnd)
        var end = text.count
        while end > low {
            switch text[end - 1] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "'"), UInt8(ascii: "]"), 0x20: end -= 1
            case 0x80...0xBF:
                guard end - low >= 3 else { return false }
                let (first, second) = (text[end - 3], text[end - 2])
                // Closing quotes U+2018…U+203A; the ideographic full stop and its full-width companions end a sentence.
                if first == 0xE2, second == 0x80 { end -= 3; continue }
                if first == 0xE3 && second == 0x80 && text[end - 1] == 0x82 || first == 0xEF { return true }
                guard second == 0xC2 else { return false }
                end -= 2
            default: return false
            }
        }
        return false
    }

    /// Bytes at the end of a text that closing marks behind a sentence may take.
    private static let longestEnd = 7
}
