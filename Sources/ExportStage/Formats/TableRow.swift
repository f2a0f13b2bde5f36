/// A row of a table as RFC 4180 has it: cells with separators, quotes or line ends are quoted; rows end in CR LF, which
/// spreadsheets expect, or in LF where tabs separate.
struct TableRow {
    private let separator: UInt8
    private let guardsFormulas: Bool
    private var cells: [UInt8] = []
    private var isFirst = true

    init(separator: UInt8, guardsFormulas: Bool) {
        self.separator = separator
        self.guardsFormulas = guardsFormulas
    }

    mutating func append(_ text: String) {
        if !isFirst { cells.append(separator) }
        isFirst = false
        var utf8 = Array(text.utf8)
        // A NUL ends the cell for many readers.
        utf8.removeAll { $0 == 0 }
        if guardsFormulas, let first = text.unicodeScalars.first(where: { $0 != "\0" }), TableRow.formulaStarts.contains(first) { utf8.insert(UInt8(ascii: "'"), at: 0) }
        guard utf8.contains(where: { $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }) else {
            cells += utf8
            return
        }
        cells.append(UInt8(ascii: "\""))
        for byte in utf8 {
            if byte == UInt8(ascii: "\"") { cells.append(byte) }
            cells.append(byte)
        }
        cells.append(UInt8(ascii: "\""))
    }

    /// What makes spreadsheets take a cell for a formula (OWASP, "CSV Injection"), the full-width forms for Asian ones too.
    private static let formulaStarts: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    /// The row with its line end.
    var bytes: [UInt8] {
        // A lone empty cell would be a blank line, which is no row.
        let cells = cells.isEmpty ? Array("\"\"".utf8) : cells
        return separator == 0x09 ? cells + [0x0A] : cells + [0x0D, 0x0A]
    }
}
