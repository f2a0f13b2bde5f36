/// Finds the charset that a page declares inside, before it is parsed.
enum MetaCharset {
    /// How far to look. The standard asks for 1,024 bytes; pages with long scripts first need more.
    static let mostBytes = 8192

    /// The label after `charset=` inside the first `<meta` tag that has one, or in an XML declaration's `encoding=`.
    static func find(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(mostBytes).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        if head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">")),
            let label = value(after: "encoding", in: head[..<end])
        {
            return label
        }
        var position = 0
        while let start = index(of: "<meta", in: head[position...]) {
            let end = head[start...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
            if let label = value(after: "charset", in: head[start..<end]) { return label }
            position = end
        }
        return nil
    }

    private static func value(after name: String, in bytes: ArraySlice<UInt8>) -> String? {
        guard let start = index(of: name, in: bytes) else { return nil }
        var position = start + name.utf8.count
        func skip(_ isSkipped: (UInt8) -> Bool) {
            while position < bytes.endIndex, isSkipped(bytes[position]) { position += 1 }
        }
        skip { $0 <= 0x20 }
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "=") else { return nil }
        position += 1
        skip { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let first = position
        skip { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "/") }
        return first < position ? String(decoding: bytes[first..<position], as: UTF8.self) : nil
    }

    private static func index(of word: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let word = Array(word.utf8)
        guard bytes.count >= word.count else { return nil }
        for start in bytes.startIndex...(bytes.endIndex - word.count) where bytes[start] == word[0] {
            if bytes[start..<start + word.count].elementsEqual(word) { return start }
        }
        return nil
    }
}
