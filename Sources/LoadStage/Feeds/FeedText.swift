internal import CXML2

/// Texts of feeds. Whether one is HTML the formats leave open, so that titles come escaped once, twice or not at all.
enum FeedText {
    /// Without tags and entities, in one line; nil where nothing is left.
    static func line(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        var kept: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let end = tagEnd(bytes, at: index) {
                index = end
            } else {
                kept.append(bytes[index])
                index += 1
            }
        }
        let line = decoded(String(decoding: kept, as: UTF8.self)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    /// Whether there is a tag in it.
    static func isMarkup(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.contains { tagEnd(bytes, at: $0) != nil }
    }

    /// With characters in the place of entities; what is none stays.
    static func decoded(_ text: String) -> String {
        String(decoding: replacingEntities(in: Array(text.utf8)) { Array(String(Character($0)).utf8) }, as: UTF8.self)
    }

    /// XML with numbers in the place of HTML's named entities, which XML does not know and a parser would leave out.
    static func numberingEntities(in xml: [UInt8]) -> [UInt8] {
        replacingEntities(in: xml) { scalar in xmlOwn.contains(scalar) ? nil : Array("&#\(scalar.value);".utf8) }
    }

    /// What XML's own five entities stand for, which only they can write.
    private static let xmlOwn: Set<Unicode.Scalar> = ["&", "<", ">", "\"", "'"]
    /// Bytes of the longest name of an entity of HTML 4 ("thetasym") and some for numbers.
    private static let longestEntity = 12

    /// - Parameter replacement: nil leaves the entity as it is.
    private static func replacingEntities(in bytes: [UInt8], with replacement: (Unicode.Scalar) -> [UInt8]?) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let end = bytes[index...].prefix(longestEntity).firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)), let new = replacement(scalar)
            {
                result += new
                index = end + 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// - Parameter name: what stands between `&` and `;`.
    private static func scalar(_ name: String) -> Unicode.Scalar? {
        let number: UInt32? =
            if name.hasPrefix("#x") || name.hasPrefix("#X") { UInt32(name.dropFirst(2), radix: 16) }
            else if name.hasPrefix("#") { UInt32(name.dropFirst()) }
            else { htmlEntityLookup(name).map { $0.pointee.value } }
        // What is no character in text would be none in XML either.
        return number.flatMap { $0 >= 0x20 ? Unicode.Scalar($0) : nil }
    }

    /// Behind the tag that begins at `index`; nil where none does.
    private static func tagEnd(_ bytes: [UInt8], at index: Int) -> Int? {
        guard bytes[index] == UInt8(ascii: "<"), index + 2 < bytes.count else { return nil }
        let name = bytes[index + 1] == UInt8(ascii: "/") ? index + 2 : index + 1
        guard (bytes[name] | 0x20) &- 0x61 < 26 else { return nil }
        guard let end = bytes[name...].firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else { return nil }
        return bytes[end] == UInt8(ascii: ">") ? end + 1 : nil
    }
}
