internal import CXML2

/// Character references in text that is not HTML itself but was copied from it (JSON-LD, feeds' fields, plain text).
enum HTMLEntities {
    /// The longest name looked up; the longest of HTML 4 has eight letters.
    private static let longestName = 10

    /// `&amp;`, `&#8217;`, `&#x2019;` and the names of HTML 4 resolved; everything else stays as it is.
    /// - Complexity: O(n).
    static func decode(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return String(decoding: decode(bytes), as: UTF8.self)
    }

    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let (scalar, length) = reference(bytes[(index + 1)...]) {
                output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index += length + 1
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }

    private static func reference(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        guard let end = bytes.prefix(longestName + 1).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = bytes[bytes.startIndex..<end]
        let length = end - bytes.startIndex + 1
        guard let first = name.first else { return nil }
        if first == UInt8(ascii: "#") {
            let digits = String(decoding: name.dropFirst(), as: UTF8.self)
            let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, value != 0 else { return nil }
            // Numbers of the C1 range mean windows-1252 (HTML living standard, 13.2.5.80).
            let mapped = (0x80...0x9F).contains(value) ? UInt32(Windows1252.upper[Int(value) - 0x80]) : value
            return Unicode.Scalar(mapped).map { ($0, length) }
        }
        guard name.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }) else { return nil }
        if name.elementsEqual("apos".utf8) { return ("'", length) }
        return (Array(name) + [0]).withUnsafeBufferPointer { buffer in
            guard let entry = htmlEntityLookup(buffer.baseAddress), let scalar = Unicode.Scalar(entry.pointee.value) else { return nil }
            return (scalar, length)
        }
    }
}
