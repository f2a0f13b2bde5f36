import StageKit

/// Reads a table: a header, and a row for each record (RFC 4180, with any separator and any line end).
///
/// A row becomes the JSON object of its columns, so that it can be run again by itself. One that is broken comes with a
/// failure, and reading goes on with the next line.
public final class RowReader {
    private var lines: LineBuffer
    private let uri: String
    private let separator: UInt8
    private let most: Int
    private var header: [String]?
    private var records = 0

    init(_ stream: any ByteStream, uri: String, separator: UInt8, most: Int) {
        lines = LineBuffer(stream, most: most)
        self.uri = uri
        self.separator = separator
        self.most = most
    }

    func next() throws -> SourceRecord? {
        while true {
            let firstLine = lines.lines + 1
            guard let row = try nextRow() else { return nil }
            switch row {
            case .cells(let cells):
                guard let header else {
                    try setHeader(cells, line: firstLine)
                    continue
                }
                return record(cells, header: header, line: firstLine)
            case .blank: continue
            case .broken(let bytes, let failure):
                guard header != nil else { throw failure }
                return failed(bytes, failure, line: firstLine)
            }
        }
    }

    private func setHeader(_ cells: [[UInt8]], line: Int) throws {
        var names: [String] = []
        for var cell in cells {
            if names.isEmpty, cell.starts(with: [0xEF, 0xBB, 0xBF]) { cell.removeFirst(3) }
            guard ArticleText.isWellFormed(cell) else { throw StageFailure("the header on line \(line) is not UTF-8", advice: "save the table as UTF-8") }
            let name = String(decoding: cell, as: UTF8.self)
            guard !names.contains(name) else { throw StageFailure("the header names the column '\(name.printable)' twice") }
            names.append(name)
        }
        header = names
    }

    private func record(_ cells: [[UInt8]], header: [String], line: Int) -> SourceRecord {
        var json = JSONWriter()
        json.beginObject()
        for (name, cell) in zip(header, cells) {
            json.name(name)
            json.string(utf8: ArticleText(repairing: cell).utf8[...])
        }
        json.endObject()
        var record = SourceRecord(
            source: source(line), bytes: json.bytes, format: InputFormat.csv.rawValue, position: lines.storedPosition)
        if cells.count != header.count {
            record.bytes = join(cells)
            record.failure = StageFailure("the row has \(cells.count) cells, the header \(header.count)")
        } else if let bad = cells.firstIndex(where: { !ArticleText.isWellFormed($0) }) {
            record.bytes = join(cells)
            record.failure = StageFailure("the column '\(header[bad].printable)' is not UTF-8", advice: "save the table as UTF-8")
        }
        records += 1
        return record
    }

    private func failed(_ bytes: [UInt8], _ failure: StageFailure, line: Int) -> SourceRecord {
        defer { records += 1 }
        return SourceRecord(
            source: source(line), bytes: bytes, format: InputFormat.csv.rawValue, failure: failure, position: lines.storedPosition)
    }

    private func source(_ line: Int) -> ArticleSource {
        ArticleSource(uri: uri, record: records, line: line)
    }

    private func join(_ cells: [[UInt8]]) -> [UInt8] {
        Array(cells.joined(separator: [separator]))
    }

    private enum Row {
        case cells([[UInt8]])
        case blank
        case broken([UInt8], StageFailure)
    }

    /// The next row, which may take several lines when a quoted cell has line feeds.
    private func nextRow() throws -> Row? {
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var raw: [UInt8] = []
        var isQuoted = false
        while let line = try lines.next() {
            guard case .bytes(let bytes) = line, raw.count + bytes.count <= most else {
                return .broken(raw, StageFailure("the row is longer than \(ByteSize(bytes: most).settingText)",
                    advice: "is a quote never closed? 'most_record' allows longer rows"))
            }
            raw += raw.isEmpty ? bytes : [0x0A] + bytes
            if isQuoted {
                cell.append(0x0A)
            } else if bytes.isEmpty {
                return .blank
            }
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if isQuoted {
                    if byte != UInt8(ascii: "\"") {
                        cell.append(byte)
                    } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                        cell.append(byte)
                        index += 1
                    } else {
                        isQuoted = false
                        if index + 1 < bytes.count, bytes[index + 1] != separator {
                            return .broken(raw, StageFailure("something follows a closing quote", advice: "a quote inside a quoted cell is written twice"))
                        }
                    }
                } else if byte == separator {
                    cells.append(cell)
                    cell = []
                } else if byte == UInt8(ascii: "\""), cell.isEmpty {
                    isQuoted = true
                } else {
                    cell.append(byte)
                }
                index += 1
            }
            if !isQuoted { return .cells(cells + [cell]) }
        }
        return raw.isEmpty && !isQuoted ? nil : .broken(raw, StageFailure("a quoted cell is not closed before the end of the file"))
    }
}
