/// The immutable running text of an article: well-formed UTF-8, addressed by byte offset.
///
/// Annotations point into the text by half-open ranges of UTF-8 byte offsets (`Range<Int>`). Hot loops read
/// ``utf8`` or its `span`; `Character`s are some thirty times slower and are for display only.
///
/// A value type; copies share storage. Safe to use from several threads.
public struct ArticleText: Sendable, Hashable {
    /// The text as well-formed UTF-8, without a byte-order mark or terminator.
    public let utf8: [UInt8]

    /// - Complexity: O(n).
    public init(_ string: String) {
        utf8 = Array(string.utf8)
    }

    /// Takes bytes that must be well-formed UTF-8; nil when they are not.
    ///
    /// - Complexity: O(n), one validating pass.
    public init?(validating bytes: [UInt8]) {
        guard ArticleText.isWellFormed(bytes) else { return nil }
        utf8 = bytes
    }

    /// Takes any bytes; every ill-formed sequence becomes U+FFFD, as the Unicode standard (3.9, "maximal subparts") has it.
    ///
    /// - Complexity: O(n).
    public init(repairing bytes: [UInt8]) {
        utf8 = ArticleText.isWellFormed(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// Length in UTF-8 bytes.
    public var count: Int { utf8.count }
    public var isEmpty: Bool { utf8.isEmpty }

    /// The whole text as a `String`.
    public var string: String { String(decoding: utf8, as: UTF8.self) }

    /// The bytes of `range` as a `String`.
    ///
    /// - Precondition: `range` lies inside the text. A border inside a scalar yields U+FFFD, never a crash.
    /// - Complexity: O(length of the range).
    public subscript(range: Range<Int>) -> String {
        String(decoding: utf8[range], as: UTF8.self)
    }

    /// Whether `offset` is a border between two Unicode scalars (both ends of the text are).
    public func isScalarBoundary(_ offset: Int) -> Bool {
        guard offset > 0, offset < utf8.count else { return offset == 0 || offset == utf8.count }
        return utf8[offset] & 0xC0 != 0x80
    }

    /// Whether the bytes are well-formed UTF-8.
    ///
    /// - Complexity: O(n).
    public static func isWellFormed(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer(UTF8Check.isWellFormed)
    }
}
