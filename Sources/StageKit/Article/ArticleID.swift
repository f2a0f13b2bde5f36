internal import CXXHash

/// An article's identity: 128 bits derived from its content, written as 32 lower-case hexadecimal digits.
public struct ArticleID: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    /// Takes an id as it stands in a record.
    public init(_ text: String) {
        description = text
    }

    /// The id of these bytes (XXH3, 128 bits).
    ///
    /// - Complexity: O(n), many gigabytes a second.
    public init(content bytes: [UInt8]) {
        description = ContentHash(bytes).description
    }
}

/// A 128-bit hash of bytes, the same on every machine: XXH3 by Yann Collet, in its canonical (big-endian) form.
/// Good for identity and for finding damage; not for security.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
    public let high: UInt64
    public let low: UInt64

    /// - Complexity: O(n).
    public init(_ bytes: [UInt8]) {
        let hash = bytes.withUnsafeBytes { copydesk_xxh3_128($0.baseAddress, $0.count) }
        high = hash.high64
        low = hash.low64
    }

    /// Takes a hash as ``description`` writes it; nil for anything else.
    public init?(digits: String) {
        func word(_ text: Substring) -> UInt64? {
            text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) } ? UInt64(text, radix: 16) : nil
        }
        guard digits.utf8.count == 32, let high = word(digits.prefix(16)), let low = word(digits.suffix(16)) else { return nil }
        self.high = high
        self.low = low
    }

    /// 32 lower-case hexadecimal digits.
    public var description: String {
        func digits(_ word: UInt64) -> String {
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return digits(high) + digits(low)
    }
}
