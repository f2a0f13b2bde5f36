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
        text.withUnsafeBufferPointer { countWords($0) }
    }

    private mutating func countWords(_ bytes: UnsafeBufferPointer<UInt8>) {
        var words = 0
        var functions = 0
        var titles = 0
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
