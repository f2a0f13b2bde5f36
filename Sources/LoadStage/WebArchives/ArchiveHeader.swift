/// The named fields at the head of a WARC record or of an HTTP message: a first line, then `Name: value` lines up to an
/// empty one.
struct ArchiveHeader {
    let firstLine: String
    private var fields: [String: String] = [:]

    /// - Parameter bytes: the lines, without the empty one. Where a name comes twice, its first value holds.
    init(_ bytes: some Collection<UInt8>) {
        var lines = bytes.split(separator: 0x0A).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
        firstLine = lines.isEmpty ? "" : lines.removeFirst()
        for line in lines {
            guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = line[..<colon].lowercased()
            let value = line[line.utf8.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            if fields[name] == nil { fields[name] = String(value) }
        }
    }

    /// - Parameter name: in lower case.
    subscript(name: String) -> String? { fields[name] }

    /// A media type without its parameters, in lower case: `text/html`.
    func mediaType(_ name: String) -> String? {
        fields[name].map { value in value.prefix { $0 != ";" && $0 != " " }.lowercased() }
    }

    /// The charset that `content-type` declares, in lower case.
    var charset: String? {
        guard let type = fields["content-type"]?.lowercased(), let found = type.firstRange(of: "charset=") else { return nil }
        let value = type[found.upperBound...].drop { $0 == "\"" || $0 == "'" }.prefix { $0 != ";" && $0 != "\"" && $0 != "'" && $0 != " " }
        return value.isEmpty ? nil : String(value)
    }

    /// How many bytes a header takes, up to and with its empty line; nil where `bytes` do not hold its end.
    static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex
        while let feed = bytes[index...].firstIndex(of: 0x0A) {
            let next = feed + 1
            if next < bytes.endIndex, bytes[next] == 0x0A { return next + 1 - bytes.startIndex }
            if next + 1 < bytes.endIndex, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { return next + 2 - bytes.startIndex }
            index = next
        }
        return nil
    }
}
