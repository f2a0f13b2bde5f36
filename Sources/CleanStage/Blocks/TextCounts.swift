/// What is counted about a text.
struct TextCounts {
    /// Runs between spaces; in scripts without spaces, two characters count as one word.
    var words = 0
    /// Commas of any script.
    var commas = 0
    /// Full stops, question and exclamation marks at the end of a word.
    var sentenceEnds = 0

    /// - Parameter line: squeezed UTF-8.
    init(_ line: [UInt8]) {
        self = line.withUnsafeBufferPointer { TextCounts($0) }
    }

    /// - Parameter line: squeezed UTF-8.
    /// - Complexity: O(n), sixteen bytes a step where no script without spaces occurs.
    init(_ line: UnsafeBufferPointer<UInt8>) {
        guard !line.isEmpty else { return }
        var index = 0
        while index + TextCounts.Bytes.scalarCount < line.count, count(line, &index) {}
        countSingly(line, from: index)
        words += 1
    }

    private typealias Bytes = SIMD16<UInt8>

    /// Steps after which a counter of a byte could overflow.
    private static let mostSteps = 255
    /// Bytes from here on begin characters of three bytes and more, with which the scripts without spaces are written.
    private static let leastWide: UInt8 = 0xE3

    /// Counts many bytes at once and moves `index` behind them.
    /// - Returns: False where there are characters that have to be looked at one by one; nothing is counted then.
    private mutating func count(_ line: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
        var (spaces, commas, ends) = (Bytes(repeating: 0), Bytes(repeating: 0), Bytes(repeating: 0))
        let start = UnsafeRawPointer(line.baseAddress.unsafelyUnwrapped)
        var highest = Bytes(repeating: 0)
        var place = index
        // The byte behind the last of a step must be there too.
        let last = min(line.count - Bytes.scalarCount - 1, index + (TextCounts.mostSteps - 1) * Bytes.scalarCount)
        while place <= last {
            let bytes = start.loadUnaligned(fromByteOffset: place, as: Bytes.self)
            let next = start.loadUnaligned(fromByteOffset: place + 1, as: Bytes.self)
            highest = highest.replacing(with: bytes, where: bytes .> highest)
            spaces = spaces.replacing(with: spaces &+ 1, where: bytes .== Bytes(repeating: 0x20))
            commas = commas.replacing(with: commas &+ 1, where: bytes .== Bytes(repeating: UInt8(ascii: ",")))
            let isMark = (bytes .== Bytes(repeating: UInt8(ascii: "."))) .| (bytes .== Bytes(repeating: UInt8(ascii: "?"))) .| (bytes .== Bytes(repeating: UInt8(ascii: "!")))
            let endsWord = (next .== Bytes(repeating: 0x20)) .| (next .== Bytes(repeating: UInt8(ascii: "\""))) .| (next .>= Bytes(repeating: 0x80))
            ends = ends.replacing(with: ends &+ 1, where: isMark .& endsWord)
            place += Bytes.scalarCount
        }
        guard highest.max() < TextCounts.leastWide else { return false }
        words += ByteCounts.sum(spaces)
        self.commas += ByteCounts.sum(commas)
        sentenceEnds += ByteCounts.sum(ends)
        index = place
        return true
    }

    private mutating func countSingly(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var ideographs = 0
        let count = bytes.count
        var index = start
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
        words += ideographs / 2
    }
}
