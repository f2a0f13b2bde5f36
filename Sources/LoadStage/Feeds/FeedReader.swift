import StageKit

/// Reads a feed: RSS 2.0 and 1.0, and Atom (RFC 4287). Each item is a record: the JSON object of its fields, so that it can be
/// run again by itself.
///
/// A feed is parsed as a whole, for it is small; one of more than `most_record` is refused.
public final class FeedReader {
    private let stream: any ByteStream
    private let uri: String
    private let most: Int
    /// Nil until the feed is parsed.
    private var feed: Feed?
    private var records = 0

    init(_ stream: any ByteStream, uri: String, most: Int) {
        self.stream = stream
        self.uri = uri
        self.most = most
    }

    func next() throws -> SourceRecord? {
        let feed = try self.feed ?? parse()
        self.feed = feed
        guard records < feed.items.count else {
            // What could be read of a damaged feed was read; the rest is told of.
            if let damage = feed.damage { throw StageFailure("the feed is damaged \(damage)", advice: "'xmllint FILE' tells what is wrong with it") }
            return nil
        }
        defer { records += 1 }
        let item = feed.items[records]
        return SourceRecord(
            source: ArticleSource(uri: uri, record: records, line: item.line), bytes: item.json, format: InputFormat.feed.rawValue,
            position: stream.storedPosition)
    }

    private func parse() throws -> Feed {
        var bytes: [UInt8] = []
        while bytes.count <= most, try stream.read(into: &bytes) {}
        guard bytes.count <= most else {
            throw StageFailure("the feed is longer than \(ByteSize(bytes: most).settingText)", advice: "'most_record' allows longer ones")
        }
        guard !bytes.isEmpty else { throw StageFailure("the file is empty") }
        return try Feed(xml: bytes)
    }
}
