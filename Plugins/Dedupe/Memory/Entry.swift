import StageKit

/// What is remembered of an article, as it is kept between runs.
struct Entry {
    var digest: Digest
    /// Hash of ``Newcomer/key``.
    var key: UInt64
    var id: ArticleID
    /// The bands in which it can be found, a bit each, and how many rows they have.
    var bands: UInt64
    var rows = 0

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(digest.bytes)
        writer.append(key)
        writer.append(bands)
        writer.append(UInt8(rows))
        writer.append(id.description.utf8)
        return writer.bytes
    }

    init(_ newcomer: Newcomer, _ digest: Digest) {
        self.init(digest: digest, key: newcomer.key.low, id: newcomer.id, bands: 0)
    }

    init(digest: Digest, key: UInt64, id: ArticleID, bands: UInt64) {
        self.digest = digest
        self.key = key
        self.id = id
        self.bands = bands
    }

    /// - Throws: ``StageFailure`` where the bytes are no entry.
    init(_ bytes: ArraySlice<UInt8>) throws(StageFailure) {
        var reader = ByteReader(bytes)
        digest = try Digest(reading: &reader)
        key = try reader.word()
        bands = try reader.word()
        rows = Int(try reader.byte())
        let name = reader.remainder()
        guard !digest.isEmpty, !name.isEmpty, let id = String(validating: name, as: UTF8.self) else {
            throw StageFailure("an entry names no article")
        }
        self.id = ArticleID(id)
    }
}
