/// The dateline that opens a news report: "SACRAMENTO, Calif. (AP) — ", "(CNN)", "LONDON, March 3 — ".
enum Dateline {
    /// A dateline is no longer than this many bytes; what is longer is a sentence with a dash in it.
    private static let mostBytes = 64

    /// `range` without the dateline at its start. Only leaves bytes out: what is left is a suffix of the sentence.
    ///
    /// - Complexity: O(1).
    static func skip(in text: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        if let end = agency(in: text, start..<range.upperBound) { start = end }
        if let end = place(in: text, start..<range.upperBound) { start = end }
        return start..<range.upperBound
    }

    /// The end of an agency in brackets that opens `range`, with the place before it: "(CNN)", "Paris (Reuters) - ".
    private static func agency(in text: [UInt8], _ range: Range<Int>) -> Int? {
        let limit = min(range.upperBound, range.lowerBound + mostBytes)
        guard let open = (range.lowerBound..<limit).first(where: { text[$0] == UInt8(ascii: "(") }),
            let close = (open..<limit).first(where: { text[$0] == UInt8(ascii: ")") }), isAgency(text[open + 1..<close]),
            open == range.lowerBound || (text[open - 1] == 0x20 && isPlace(text[range.lowerBound..<open - 1]))
        else { return nil }
        let rest = close + 1..<range.upperBound
        let end = skipDash(text, rest) ?? skipSpaces(text, rest)
        return end < range.upperBound ? end : nil
    }

    /// Capitals ("AP", "CNN") or one of the agencies that write themselves as names.
    private static func isAgency(_ name: ArraySlice<UInt8>) -> Bool {
        let isCapitals = name.count >= 2 && name.count <= 6 && name.allSatisfy { $0 &- 0x41 < 26 }
        return isCapitals || ["Reuters", "Bloomberg", "Xinhua"].contains { name.elementsEqual($0.utf8) }
    }

    /// Whether every word begins with a capital: a place's name, not a clause before an acronym.
    private static func isPlace(_ name: ArraySlice<UInt8>) -> Bool {
        var isWordStart = true
        for byte in name {
            if isWordStart, (byte | 0x20) &- 0x61 < 26, byte &- 0x41 >= 26 { return false }
            isWordStart = byte == 0x20
        }
        return name.filter { $0 == 0x20 }.count <= 4
    }

    /// The end of a place in capitals with what follows it up to a dash.
    private static func place(in text: [UInt8], _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        let limit = min(range.upperBound, index + mostBytes)
        var capitals = 0
        while index < limit, text[index] &- 0x41 < 26 || text[index] == 0x20 || text[index] == UInt8(ascii: ".") || text[index] >= 0x80 {
            if startsDash(text, index, limit) { break }
            if text[index] &- 0x41 < 26 { capitals += 1 }
            index += 1
        }
        // "A", "I" and initials are no places.
        guard capitals > 2 else { return nil }
        while index < limit {
            if startsDash(text, index, limit) { return skipDash(text, index..<range.upperBound) }
            index += 1
        }
        return nil
    }

    /// Whether a dash with a space on either side, or two hyphens, stand at `index`.
    private static func startsDash(_ text: [UInt8], _ index: Int, _ limit: Int) -> Bool {
        guard index > 0, index + 3 < limit else { return false }
        if text[index] == UInt8(ascii: "-") {
            return text[index + 1] == UInt8(ascii: "-") || (text[index - 1] == 0x20 && text[index + 1] == 0x20)
        }
        return text[index] == 0xE2 && text[index + 1] == 0x80 && (text[index + 2] == 0x93 || text[index + 2] == 0x94)
            && (text[index - 1] == 0x20 || text[index - 1] == UInt8(ascii: ")"))
    }

    private static func skipSpaces(_ text: [UInt8], _ range: Range<Int>) -> Int {
        range.first { text[$0] != 0x20 } ?? range.upperBound
    }

    /// The first byte behind spaces, a dash and spaces; nil where there is no dash or nothing behind it.
    private static func skipDash(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        let start = skipSpaces(text, range)
        var index = start
        while index < range.upperBound, text[index] == UInt8(ascii: "-") { index += 1 }
        while index + 2 < range.upperBound, text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0x93 || text[index + 2] == 0x94 {
            index += 3
        }
        guard index > start else { return nil }
        let end = skipSpaces(text, index..<range.upperBound)
        return end < range.upperBound ? end : nil
    }
}
