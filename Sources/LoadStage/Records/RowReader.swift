import StageKit

/// Reads a table: a header, and a row for each record (RFC 4180, with any separator, and line feeds with or without
/// carriage returns).
///
/// A row becomes the JSON object of its columns, so that it can be run again by itself. One that is broken comes with a
/// failure and as it stands in the file, and reading goes on with the next line.
public final class RowReader {
    private var rows: RowScanner
    private let uri: String
    private var header: [String]?
    private var records = 0

    init(_ stream: any ByteStream, uri: String, separator: UInt8?, most: Int) {
        rows = RowScanner(stream, separator: separator, most: most)
        self.uri = uri
    }

    func next() throws -> SourceRecord? {
        while true {
            let line = rows.lines + 1
            switch try rows.next() {
            case nil: return nil
            case .blank: continue
            case .cells(let cells, let raw):
                guard let header else {
                    header = try names(cells, line: line)
                    continue
                }
                return record(cells, raw: raw, header: header, line: line)
            case .broken(let raw, let failure):
                guard header != nil else { throw failure }
                return record(raw, failure, line: line)
            }
        }
    }

    /// The columns' names. One without a name is called after its place, as spreadsheets leave some behind.
    private func names(_ cells: [[UInt8]], line: Int) throws -> [String] {
        var names: [String] = []
        for (index, cell) in cells.enumerated() {
            guard let text = ArticleText(validating: cell) else {
                throw StageFailure("the header on line \(line) is not UTF-8", advice: "save the table as UTF-8")
            }
            guard !cell.contains(0x0D) else {
                throw StageFailure("the lines of the table end in carriage returns alone", advice: "save it with line feeds")
            }
            let name = text.isEmpty ? "column_\(index + 1)" : text.string
            guard !names.contains(name) else { throw StageFailure("the header names the column '\(name.printable)' twice") }
            names.append(name)
        }
        return names
    }

    private func record(_ cells: [[UInt8]], raw: [UInt8], header: [String], line: Int) -> SourceRecord {
        guard cells.count == header.count else {
            return record(raw, StageFailure("the row has \(cells.count) cells, the header \(header.count)"), line: line)
        }
        if let bad = cells.firstIndex(where: { !ArticleText.isWellFormed($0) }) {
            let failure = StageFailure("the column '\(header[bad].printable)' is not UTF-8", advice: "save the table as UTF-8")
            return record(raw, failure, line: line)
        }
        var json = JSONWriter()
        json.beginObject()
        for (name, cell) in zip(header, cells) {
            json.name(name)
            json.string(utf8: cell[...])
        }
        json.endObject()
        return record(json.bytes, nil, line: line)
    }

    private func record(_ bytes: [UInt8], _ failure: StageFailure?, line: Int) -> SourceRecord {
        defer { records += 1 }
        return SourceRecord(
            source: ArticleSource(uri: uri, record: records, line: line), bytes: bytes, format: InputFormat.csv.rawValue,
            failure: failure, position: rows.storedPosition)
    }
}
