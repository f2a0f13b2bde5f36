import StageKit

/// Takes a stream of a table apart into rows of cells.
struct RowScanner {
    enum Row {
        /// The cells, without quotes, and the row as it stands in the file.
        case cells([[UInt8]], raw: [UInt8])
        case blank
        case broken(raw: [UInt8], StageFailure)
    }

    private var buffer: LineBuffer
    /// Nil until the header told it.
    private var separator: UInt8?
    private let most: Int

    /// - Parameter separator: nil where the header is to tell it.
    init(_ stream: any ByteStream, separator: UInt8?, most: Int) {
        buffer = LineBuffer(stream, most: most, isAtFileStart: true)
        self.separator = separator
        self.most = most
    }

    /// Lines handed out so far.
    var lines: Int { buffer.lines }
    var storedPosition: Int { buffer.storedPosition }

    /// The next row, which may take several lines when a quoted cell has line feeds.
    mutating func next() throws -> Row? {
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var raw: [UInt8] = []
        /// The line on which the quote that is open was opened.
        var opened: Int?
        while let line = try nextLine() {
            guard case .bytes(let bytes) = line, raw.count + bytes.count + (opened == nil ? 0 : 1) <= most else {
                let quote = opened.map { ", and the quote opened on line \($0) is not closed" } ?? ""
                return .broken(raw: raw, StageFailure(
                    "the row is longer than \(ByteSize(bytes: most).settingText)\(quote)", advice: "'most_record' allows longer rows"))
            }
            if opened != nil {
                raw.append(0x0A)
                cell.append(0x0A)
            } else if bytes.isEmpty {
                return .blank
            }
            raw += bytes
            let separator = separator ?? RowScanner.likeliestSeparator(of: bytes)
            self.separator = separator
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if opened != nil {
                    if byte != UInt8(ascii: "\"") {
                        cell.append(byte)
                    } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                        cell.append(byte)
                        index += 1
                    } else {
                        opened = nil
                        if index + 1 < bytes.count, bytes[index + 1] != separator {
                            return .broken(raw: raw, StageFailure(
                                "something follows the closing quote on line \(lines)", advice: "a quote inside a quoted cell is written twice"))
                        }
                    }
                } else if byte == separator {
                    cells.append(cell)
                    cell = []
                } else if byte == UInt8(ascii: "\""), cell.isEmpty {
                    opened = lines
                } else {
                    cell.append(byte)
                }
                index += 1
            }
            if opened == nil { return .cells(cells + [cell], raw: raw) }
        }
        guard let opened else { return nil }
        return .broken(raw: raw, StageFailure(
            "the quote opened on line \(opened) is not closed before the end of the file",
            advice: "a quote inside a quoted cell is written twice"))
    }

    /// What a header's columns are parted by: the separator that it has most of outside of quotes; a comma where it has none.
    private static func likeliestSeparator(of header: [UInt8]) -> UInt8 {
        // In the order in which equals are chosen. Spreadsheets write semicolons where the comma is a decimal sign.
        let separators = Array(",;\t|".utf8)
        var counts = [Int](repeating: 0, count: separators.count)
        var isQuoted = false
        for byte in header {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, let index = separators.firstIndex(of: byte) { counts[index] += 1 }
        }
        return separators[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
    }

    private mutating func nextLine() throws -> LineBuffer.Line? {
        do {
            return try buffer.next()
        } catch {
            throw StageFailure(error, afterLine: lines)
        }
    }
}
