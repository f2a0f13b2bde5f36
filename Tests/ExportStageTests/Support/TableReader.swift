/// Reads a table back as RFC 4180 has it; written for the tests alone, so that the writer is checked by another hand.
struct TableReader {
    /// Nil where the bytes are no such table.
    static func rows(_ text: String, separator: Unicode.Scalar = ",", end: String = "\r\n") -> [[String]]? {
        let scalars = Array(text.unicodeScalars)
        let end = Array(end.unicodeScalars)
        var rows: [[String]] = []
        var row: [String] = []
        var index = 0
        while index < scalars.count {
            var cell = String.UnicodeScalarView()
            if scalars[index] == "\"" {
                index += 1
                while true {
                    guard index < scalars.count else { return nil }
                    if scalars[index] == "\"" {
                        index += 1
                        guard index < scalars.count, scalars[index] == "\"" else { break }
                    }
                    cell.append(scalars[index])
                    index += 1
                }
            } else {
                while index < scalars.count, scalars[index] != separator, scalars[index] != end[0] {
                    guard scalars[index] != "\"", scalars[index] != "\n", scalars[index] != "\r" else { return nil }
                    cell.append(scalars[index])
                    index += 1
                }
            }
            row.append(String(cell))
            guard index < scalars.count else { return nil }
            if scalars[index] == separator {
                index += 1
                if index == scalars.count { return nil }
                // An empty last cell: the row ends right behind the separator.
                if scalars[index] != end[0] { continue }
                row.append("")
            }
            guard scalars[index...].starts(with: end) else { return nil }
            index += end.count
            rows.append(row)
            row = []
        }
        return rows
    }
}
