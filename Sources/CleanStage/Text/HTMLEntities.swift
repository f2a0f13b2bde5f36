/// Character references in text that is not HTML itself but was copied from it (JSON-LD, feeds' fields, plain text).
enum HTMLEntities {
    /// `&amp;`, `&#8217;`, `&#x2019;` and all of HTML's names resolved; everything else stays as it is.
    /// - Complexity: O(n).
    static func decode(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return String(decoding: decode(bytes), as: UTF8.self)
    }

    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { CharacterReferences.append($0, isAttribute: false, to: &output) }
        return output
    }
}
