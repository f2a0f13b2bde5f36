import StageKit

/// What is compared of an article.
struct Digest: Sendable, Hashable {
    /// Hash of the words in their order; of a short text also of the title.
    var words: UInt64
    /// Hash of the address; 0 where there is none.
    var url: UInt64
    /// Nil for a text without words enough to be nearly another.
    var signature: Signature?
    /// Whether there is nothing to compare: an article without words.
    var isEmpty: Bool

    static let empty = Digest(words: 0, url: 0, signature: nil, isEmpty: true)

    private static let flags = (isEmpty: UInt8(1), hasSignature: UInt8(2))

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append((isEmpty ? Digest.flags.isEmpty : 0) | (signature == nil ? 0 : Digest.flags.hasSignature))
        writer.append(words)
        writer.append(url)
        signature?.words.forEach { writer.append($0) }
        return writer.bytes
    }

    init(words: UInt64, url: UInt64, signature: Signature?, isEmpty: Bool = false) {
        self.words = words
        self.url = url
        self.signature = signature
        self.isEmpty = isEmpty
    }

    /// - Throws: ``StageFailure`` where the bytes are no digest.
    init(reading reader: inout ByteReader) throws(StageFailure) {
        let flags = try reader.byte()
        guard flags & ~(Digest.flags.isEmpty | Digest.flags.hasSignature) == 0 else { throw StageFailure("a digest has unknown flags") }
        isEmpty = flags & Digest.flags.isEmpty != 0
        words = try reader.word()
        url = try reader.word()
        guard flags & Digest.flags.hasSignature != 0 else { return }
        var signature = Signature(words: [])
        signature.words.reserveCapacity(Signature.wordCount)
        for _ in 0..<Signature.wordCount { signature.words.append(try reader.word()) }
        self.signature = signature
    }
}

/// Numbers as bytes, the lowest first.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ byte: UInt8) { bytes.append(byte) }
    mutating func append(_ word: UInt64) { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}

/// Reads what ``ByteWriter`` wrote. Bytes that end too early are an error.
struct ByteReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func byte() throws(StageFailure) -> UInt8 {
        guard let byte = rest.popFirst() else { throw ByteReader.isCut }
        return byte
    }

    mutating func word() throws(StageFailure) -> UInt64 {
        guard rest.count >= 8 else { throw ByteReader.isCut }
        defer { rest = rest.dropFirst(8) }
        return rest.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    }

    /// All that is left.
    mutating func remainder() -> ArraySlice<UInt8> {
        defer { rest = [] }
        return rest
    }

    private static let isCut = StageFailure("an entry ends too early")
}
