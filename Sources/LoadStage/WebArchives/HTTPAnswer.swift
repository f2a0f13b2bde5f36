import StageKit

/// An HTTP answer as a crawler stored it.
///
/// Crawlers store bodies as they came, or unpacked with the headers left as they were. So what the headers say of the body is
/// believed where the body bears it out.
struct HTTPAnswer {
    let header: ArchiveHeader
    /// The body, unpacked and in one piece.
    let body: [UInt8]

    /// - Parameter most: bytes; a body that unpacks to more is refused.
    init(_ message: ArraySlice<UInt8>, most: Int) throws {
        guard let length = ArchiveHeader.length(message) else { throw StageFailure("the archived answer has no header") }
        header = ArchiveHeader(message.prefix(length))
        var body = Array(message.dropFirst(length))
        if header["transfer-encoding"]?.lowercased().contains("chunked") == true, let whole = HTTPAnswer.joinedChunks(body) { body = whole }
        let encoding = header["content-encoding"]?.lowercased() ?? "identity"
        let compression = Compression(magic: body.prefix(Compression.magicLength))
        if compression != .none {
            body = try HTTPAnswer.unpacked(body, compression, most: most)
        } else {
            // Brotli has no mark of its own to tell it by; a page in any charset of ours has a `<` among its first bytes.
            guard encoding != "br" || body.prefix(HTTPAnswer.lookedAt).contains(UInt8(ascii: "<")) else {
                throw StageFailure("the archived page is packed as Brotli, which is not read", advice: "let the crawler store pages unpacked")
            }
        }
        self.body = body
    }

    /// Bytes of a page among which its first tag stands.
    private static let lookedAt = 512

    private static func unpacked(_ body: [UInt8], _ compression: Compression, most: Int) throws -> [UInt8] {
        let stream = try compression.unpacking(MemoryStream(body))
        var result: [UInt8] = []
        while result.count <= most, try stream.read(into: &result) {}
        guard result.count <= most else {
            throw StageFailure("the page is longer than \(ByteSize(bytes: most).settingText) when unpacked", advice: "'most_record' allows longer ones")
        }
        return result
    }

    /// The chunks (RFC 9112, 7.1) in one piece; nil where the body is not made of chunks. A last chunk that is cut off counts as
    /// far as it goes.
    static func joinedChunks(_ body: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var index = 0
        while index < body.count {
            guard let feed = body[index...].firstIndex(of: 0x0A) else { return nil }
            let digits = body[index..<feed].prefix { $0 != UInt8(ascii: ";") && $0 != 0x0D && $0 != 0x20 }
            guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else { return nil }
            guard size > 0 else { return result }
            let end = size > body.count - feed - 1 ? body.count : feed + 1 + size
            result += body[(feed + 1)..<end]
            index = end
            // The line end behind the chunk.
            if index < body.count, body[index] == 0x0D { index += 1 }
            if index < body.count, body[index] == 0x0A { index += 1 }
        }
        return result
    }
}
