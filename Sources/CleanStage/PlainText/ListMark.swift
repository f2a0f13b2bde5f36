/// The mark that opens a list's item or a quoted line.
struct ListMark {
    let form: TextParagraph.Form
    /// Where the text behind the mark starts; a number stays with its text.
    let textStart: Int

    /// Nil where the line opens with no mark.
    init?(_ line: ArraySlice<UInt8>) {
        guard let first = line.first else { return nil }
        let second = line.dropFirst().first
        switch first {
        case UInt8(ascii: ">"):
            self.init(form: .quotation, textStart: ListMark.skipMarks(line, [first]))
        case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
            guard second == 0x20 || second == 0x09 else { return nil }
            self.init(form: .item, textStart: ListMark.skipSpaces(line, line.startIndex + 1))
        case 0x30...0x39:
            let digits = line.prefix { $0 &- 0x30 < 10 }
            let rest = line[digits.endIndex...]
            guard digits.count <= 2, let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), rest.dropFirst().first == 0x20
            else { return nil }
            self.init(form: .item, textStart: line.startIndex)
        case 0xE2:
            // • ‣ ▪ ● ◦ and the dash that scripts for screens set as a bullet.
            guard let bullet = ["•", "‣", "▪", "●", "◦", "·"].first(where: { line.starts(with: $0.utf8) }) else { return nil }
            self.init(form: .item, textStart: ListMark.skipMarks(line, Array(bullet.utf8)))
        case 0xC2:
            guard line.starts(with: "·".utf8), line.dropFirst(2).first == 0x20 else { return nil }
            self.init(form: .item, textStart: ListMark.skipSpaces(line, line.startIndex + 2))
        default: return nil
        }
    }

    private init(form: TextParagraph.Form, textStart: Int) {
        self.form = form
        self.textStart = textStart
    }

    /// Behind the mark and its repetitions (">>> quoted three times"): one that stayed would be a mark when the text is read again.
    private static func skipMarks(_ line: ArraySlice<UInt8>, _ mark: [UInt8]) -> Int {
        var start = line.startIndex
        while line[start...].starts(with: mark) { start = skipSpaces(line, start + mark.count) }
        return start
    }

    private static func skipSpaces(_ line: ArraySlice<UInt8>, _ start: Int) -> Int {
        line[start...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex
    }
}
