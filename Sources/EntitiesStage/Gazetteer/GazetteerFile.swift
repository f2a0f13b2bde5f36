import Glibc
import StageKit

/// Reads a name list: CSV (RFC 4180) with a header that names the columns `name` or `pattern`, or both, and, if they are there,
/// `id`, `type` and `case`; a row has a name or a pattern (``TokenPattern``), or both. Or plain text with
/// one name a line, which become `misc`. Blank lines, and lines that start with `#`, count for nothing.
enum GazetteerFile {
    /// - Throws: ``StageFailure``: "file:line: what is wrong".
    /// - Complexity: O(bytes).
    static func read(
        _ file: String, at path: String, add: (ListedName) -> Void, addPattern: (TokenPattern, ListedName) -> Void
    ) throws {
        let bytes = try contents(file, path)
        guard ArticleText.isWellFormed(bytes) else {
            throw StageFailure("gazetteer \(file) is not UTF-8", advice: "save it as UTF-8")
        }
        var reader = CSVLineReader(bytes: bytes, file: file)
        guard let header = try reader.next() else { return }
        let names = header.map { String(decoding: $0, as: UTF8.self).lowercased() }
        let (nameColumn, patternColumn) = (names.firstIndex(of: "name"), names.firstIndex(of: "pattern"))
        guard nameColumn != nil || patternColumn != nil else {
            guard header.count == 1 else {
                throw StageFailure(
                    "\(file):\(reader.line): the header has no column 'name' and none 'pattern'",
                    advice: "start the file with a line such as id,name,type")
            }
            readPlain(bytes, add)
            return
        }
        let (identifierColumn, typeColumn, caseColumn) = (names.firstIndex(of: "id"), names.firstIndex(of: "type"), names.firstIndex(of: "case"))
        var lastType: (text: ArraySlice<UInt8>, type: EntityType) = ([], .misc)
        while let fields = try reader.next() {
            guard fields.count == header.count else {
                throw StageFailure(
                    "\(file):\(reader.line): \(fields.count) fields where the header has \(header.count)",
                    advice: "put a name with a comma in quotation marks")
            }
            if let typeColumn, fields[typeColumn] != lastType.text {
                lastType = (fields[typeColumn], try type(fields[typeColumn], file, reader.line))
            }
            var listed = ListedName(text: [], identifier: identifierColumn.map { fields[$0] } ?? [], type: lastType.type)
            if let caseColumn, !fields[caseColumn].isEmpty { listed.casing = try casing(fields[caseColumn], file, reader.line) }
            let hasName = nameColumn.map { !isBlank(fields[$0]) } ?? false
            let hasPattern = patternColumn.map { !isBlank(fields[$0]) } ?? false
            guard hasName || hasPattern else {
                throw StageFailure(
                    "\(file):\(reader.line): the \(nameColumn == nil ? "pattern" : "name") is empty",
                    advice: "remove the line, or complete it")
            }
            if hasName, let nameColumn {
                listed.text = fields[nameColumn]
                add(listed)
            }
            if hasPattern, let patternColumn {
                listed.text = fields[patternColumn]
                addPattern(try TokenPattern(listed.text, at: "\(file):\(reader.line)"), listed)
            }
        }
    }

    private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool { !text.contains { $0 > 0x20 } }

    private static func casing(_ text: ArraySlice<UInt8>, _ file: String, _ line: Int) throws(StageFailure) -> GazetteerCase {
        let name = String(decoding: text, as: UTF8.self)
        if let casing = GazetteerCase(rawValue: name.lowercased()) { return casing }
        throw StageFailure("\(file):\(line): the case must be usual, exact or any, not '\(name.printable)'", advice: "leave it empty for usual")
    }

    private static func readPlain(_ bytes: [UInt8], _ add: (ListedName) -> Void) {
        for line in bytes[byteOrderMark(bytes)...].split(separator: 0x0A).lazy.map(NameMatch.trimmed) {
            if let first = line.first, first != UInt8(ascii: "#") { add(ListedName(text: line, identifier: [], type: .misc)) }
        }
    }

    private static func type(_ text: ArraySlice<UInt8>, _ file: String, _ line: Int) throws -> EntityType {
        if text.isEmpty { return .misc }
        if let type = GazetteerType(text) { return type.type }
        throw StageFailure("\(file):\(line): \(GazetteerType.reason)", advice: GazetteerType.advice)
    }

    static func byteOrderMark(_ bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private static func contents(_ file: String, _ path: String) throws -> [UInt8] {
        let handle = open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else {
            throw StageFailure(
                "cannot read gazetteer \(file): \(String(cString: strerror(errno)))",
                advice: "its path is relative to the pipeline file's folder")
        }
        defer { close(handle) }
        var status = stat()
        guard fstat(handle, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw StageFailure("cannot read gazetteer \(file): it is no file")
        }
        let size = Int(status.st_size)
        return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let got = Glibc.read(handle, base + count, size - count)
                guard got >= 0 else { throw StageFailure("cannot read gazetteer \(file): \(String(cString: strerror(errno)))") }
                if got == 0 { break }
                count += got
            }
        }
    }
}

/// Cuts CSV into records, keeping count of lines.
struct CSVLineReader {
    private let bytes: [UInt8]
    private let file: String
    private var at: Int
    private var nextLine = 1
    /// The line on which the last record started, from 1.
    private(set) var line = 0

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        at = GazetteerFile.byteOrderMark(bytes)
    }

    /// The fields of the next record; nil at the end.
    mutating func next() throws -> [ArraySlice<UInt8>]? {
        skipEmptyLines()
        guard at < bytes.count else { return nil }
        line = nextLine
        var fields: [ArraySlice<UInt8>] = []
        while true {
            fields.append(try field())
            if at < bytes.count, bytes[at] == UInt8(ascii: ",") {
                at += 1
                continue
            }
            if at < bytes.count, bytes[at] == 0x0D { at += 1 }
            if at < bytes.count, bytes[at] == 0x0A {
                at += 1
                nextLine += 1
            }
            return fields
        }
    }

    private mutating func skipEmptyLines() {
        while at < bytes.count {
            if bytes[at] == 0x0A {
                nextLine += 1
            } else if bytes[at] == UInt8(ascii: "#") {
                while at < bytes.count, bytes[at] != 0x0A { at += 1 }
                continue
            } else if bytes[at] != 0x0D {
                return
            }
            at += 1
        }
    }

    private mutating func field() throws -> ArraySlice<UInt8> {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            let start = at
            while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            return bytes[start..<at]
        }
        at += 1
        var value: [UInt8] = []
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\"") {
                guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else {
                    at += 1
                    guard at == bytes.count || [UInt8(ascii: ","), 0x0A, 0x0D].contains(bytes[at]) else {
                        throw StageFailure("\(file):\(line): text follows a closing quotation mark", advice: "double quotation marks inside a field")
                    }
                    return value[...]
                }
                at += 1
            }
            if bytes[at] == 0x0A { nextLine += 1 }
            value.append(bytes[at])
            at += 1
        }
        throw StageFailure("\(file):\(line): a quotation mark is not closed")
    }
}
