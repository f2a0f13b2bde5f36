import Glibc
import StageKit

/// Reads a name list: CSV (RFC 4180) with a header that names the columns `name` and, if they are there, `id` and `type`;
/// or plain text with one name a line, which become `misc`. Blank lines, and lines that start with `#`, count for nothing.
enum GazetteerFile {
    /// - Throws: ``StageFailure``: "file:line: what is wrong".
    /// - Complexity: O(bytes).
    static func read(
        _ file: String, at path: String, add: (ArraySlice<UInt8>, ArraySlice<UInt8>, EntityType) -> Void
    ) throws {
        let bytes = try contents(file, path)
        guard ArticleText.isWellFormed(bytes) else {
            throw StageFailure("gazetteer \(file) is not UTF-8", advice: "save it as UTF-8")
        }
        var reader = CSVLineReader(bytes: bytes, file: file)
        guard let header = try reader.next() else { return }
        let names = header.map { String(decoding: $0, as: UTF8.self).lowercased() }
        guard let nameColumn = names.firstIndex(of: "name") else {
            guard header.count == 1 else {
                throw StageFailure(
                    "\(file):\(reader.line): the header has no column 'name'",
                    advice: "start the file with a line such as id,name,type")
            }
            try readPlain(bytes, add)
            return
        }
        let identifierColumn = names.firstIndex(of: "id")
        let typeColumn = names.firstIndex(of: "type")
        var lastType: (text: ArraySlice<UInt8>, type: EntityType) = ([], .misc)
        while let fields = try reader.next() {
            guard fields.count == header.count else {
                throw StageFailure(
                    "\(file):\(reader.line): \(fields.count) fields where the header has \(header.count)",
                    advice: "put a name with a comma in quotation marks")
            }
            guard fields[nameColumn].contains(where: { $0 > 0x20 }) else {
                throw StageFailure("\(file):\(reader.line): the name is empty")
            }
            if let typeColumn, fields[typeColumn] != lastType.text {
                lastType = (fields[typeColumn], try type(fields[typeColumn], file, reader.line))
            }
            add(fields[nameColumn], identifierColumn.map { fields[$0] } ?? [], lastType.type)
        }
    }

    private static func readPlain(_ bytes: [UInt8], _ add: (ArraySlice<UInt8>, ArraySlice<UInt8>, EntityType) -> Void) throws {
        for var line in bytes[byteOrderMark(bytes)...].split(separator: 0x0A) {
            while let last = line.last, last <= 0x20 { line.removeLast() }
            while let first = line.first, first <= 0x20 { line.removeFirst() }
            if let first = line.first, first != UInt8(ascii: "#") { add(line, [], .misc) }
        }
    }

    private static func type(_ text: ArraySlice<UInt8>, _ file: String, _ line: Int) throws -> EntityType {
        let isName = text.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F || $0 == 0x2D }
        guard isName else {
            throw StageFailure(
                "\(file):\(line): the type must be a word of letters, digits, _ and -",
                advice: "use person, organization, location, misc or a name of your own")
        }
        return text.isEmpty ? .misc : EntityType(rawValue: String(decoding: text, as: UTF8.self).lowercased())
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
