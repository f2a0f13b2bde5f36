/// What is counted about a text.
struct TextCounts {
    /// Runs between spaces; in scripts without spaces, two characters count as one word.
    var words = 0
    /// Commas of any script.
    var commas = 0
    /// Full stops, question and exclamation marks at the end of a word.
    var sentenceEnds = 0

    /// - Parameter line: squeezed UTF-8.
    /// - Complexity: O(n).
    init(_ line: [UInt8]) {
        var ideographs = 0
        let count = line.count
        line.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < count {
                let byte = bytes[index]
                switch byte {
                case 0x20: words += 1
                case UInt8(ascii: ","): commas += 1
                case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
                    let next = index + 1 < count ? bytes[index + 1] : 0x20
                    if next == 0x20 || next == UInt8(ascii: "\"") || next >= 0x80 { sentenceEnds += 1 }
                case 0xE3...0xED where index + 2 < count:
                    ideographs += 1
                    if byte == 0xE3, bytes[index + 1] == 0x80 {
                        if bytes[index + 2] == 0x81 { commas += 1 } else if bytes[index + 2] == 0x82 { sentenceEnds += 1 }
                    }
                    index += 2
                case 0xEF where index + 2 < count && bytes[index + 1] == 0xBC:
                    if bytes[index + 2] == 0x8C { commas += 1 }
                    if bytes[index + 2] == 0x81 || bytes[index + 2] == 0x9F { sentenceEnds += 1 }
                    index += 2
                default: break
                }
                index += 1
            }
        }
        words += (count > 0 ? 1 : 0) + ideographs / 2
    }
}
