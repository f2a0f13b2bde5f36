import StageKit

/// A file's text as lines, broken where YAML 1.1 breaks them (LF, CR LF, CR, NEL, LS, PS), so that the line numbers of
/// messages are those of the parser.
struct SourceLines {
    private let text: [UInt8]
    /// Where each line begins and ends, its break left out.
    private var ranges: [Range<Int>] = []

    var count: Int { ranges.count }
    var isEmpty: Bool { text.isEmpty }

    /// - Complexity: O(bytes).
    init(_ text: [UInt8]) {
        self.text = text
        var start = 0
        var index = 0
        while index < text.count {
            let length = SourceLines.lineBreak(in: text, at: index)
            if length > 0 {
                ranges.append(start..<index)
                start = index + length
            }
            index += max(length, 1)
        }
        ranges.append(start..<text.count)
    }

    /// How many bytes the line break at `index` has; 0 where there is none.
    private static func lineBreak(in text: [UInt8], at index: Int) -> Int {
        func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
        switch text[index] {
        case 0x0A: return 1
        case 0x0D: return byte(1) == 0x0A ? 2 : 1
        case 0xC2: return byte(1) == 0x85 ? 2 : 0
        case 0xE2: return byte(1) == 0x80 && byte(2) | 1 == 0xA9 ? 3 : 0
        default: return 0
        }
    }

    /// The characters of line `number`, counted from 1; nil where there is no such line.
    func line(_ number: Int) -> [Unicode.Scalar]? {
        guard ranges.indices.contains(number - 1) else { return nil }
        return Array(String(decoding: text[ranges[number - 1]], as: UTF8.self).unicodeScalars)
    }

    /// The line and column of the byte at `offset`.
    func location(of offset: Int, file: String) -> SourceLocation {
        let line = ranges.lastIndex { $0.lowerBound <= offset } ?? 0
        let before = text[ranges[line].lowerBound..<max(offset, ranges[line].lowerBound)]
        return SourceLocation(file: file, line: line + 1, column: before.count { $0 & 0xC0 != 0x80 } + 1)
    }

    /// The places of every `${` (but not `$${`) from `start` up to `end`.
    ///
    /// - Complexity: O(bytes of the lines concerned).
    func references(from start: SourceLocation, to end: SourceLocation) -> [SourceLocation] {
        var places: [SourceLocation] = []
        for number in stride(from: start.line, through: end.line, by: 1) {
            guard let line = line(number) else { break }
            let last = number == end.line ? min(end.column - 1, line.count) : line.count
            var index = number == start.line ? start.column - 1 : 0
            while index + 1 < last {
                if line[index] == "$", line[index + 1] == "{" {
                    places.append(SourceLocation(file: start.file, line: number, column: index + 1))
                } else if line[index] == "$", line[index + 1] == "$" {
                    // `$${` stands for a plain `${`.
                    if index + 2 < last, line[index + 2] == "{" { index += 2 }
                }
                index += 1
            }
        }
        return places
    }
}
