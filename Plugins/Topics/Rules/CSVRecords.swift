import StageKit

/// Cuts CSV (RFC 4180) into records, with the place of every field.
struct CSVRecords {
    struct Field {
        /// Without blanks at its ends.
        var text: String
        /// From 1.
        var line: Int
        /// In code points, from 1.
        var column: Int
    }

    private let bytes: [UInt8]
    private let file: String
    private var at: Int
    private var line = 1
    /// Where the current line starts.
    private var lineStart: Int
    /// The place and column told last, so that columns of a long line are counted once.
    private var counted: (byte: Int, column: Int)

    /// - Parameter bytes: well-formed UTF-8; a byte-order mark at the start is passed over.
    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineStart = at
        counted = (at, 1)
    }

    /// The fields of the next record; nil at the end.
    ///
    /// - Throws: ``StageFailure`` for a quotation mark that is not closed, or text behind one that is.
    mutating func next() throws(StageFailure) -> [Field]? {
        skipLinesWithoutARecord()
        guard at < bytes.count else { return nil }
        var fields: [Field] = []
        while true {
            fields.append(try field())
            guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { break }
            at += 1
        }
        if at < bytes.count, bytes[at] == 0x0D { at += 1 }
        if at < bytes.count, bytes[at] == 0x0A { endLine() }
        return fields
    }

    private mutating func endLine() {
        at += 1
        line += 1
        lineStart = at
        counted = (at, 1)
    }

    /// Blank lines and comments.
    private mutating func skipLinesWithoutARecord() {
        while at < bytes.count {
            var end = at
            while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
            if end < bytes.count, bytes[end] == UInt8(ascii: "#") {
                while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            }
            guard end == bytes.count || bytes[end] == 0x0A else { return }
            at = end
            if at < bytes.count { endLine() }
        }
    }

    private mutating func field() throws(StageFailure) -> Field {
        let place = (line: line, column: column(of: at))
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            let start = at
            while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            return Field(text: trimmed(bytes[start..<at]), line: place.line, column: place.column)
        }
        at += 1
        var value: [UInt8] = []
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\"") {
                at += 1
                guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                    guard at == bytes.count || [UInt8(ascii: ","), 0x0A, 0x0D].contains(bytes[at]) else {
                        throw StageFailure(
                            "\(file):\(line):\(column(of: at)): text follows a closing quotation mark", advice: "double quotation marks inside a field")
                    }
                    return Field(text: trimmed(value[...]), line: place.line, column: place.column)
                }
            }
            value.append(bytes[at])
            if bytes[at] == 0x0A { endLine() } else { at += 1 }
        }
        throw StageFailure("\(file):\(place.line):\(place.column): a quotation mark is not closed")
    }

    private mutating func column(of byte: Int) -> Int {
        var column = counted.column
        for index in counted.byte..<max(counted.byte, byte) where bytes[index] & 0xC0 != 0x80 { column += 1 }
        counted = (byte, column)
        return column
    }

    private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
