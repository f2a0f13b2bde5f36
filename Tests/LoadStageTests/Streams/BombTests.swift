import StageKit
import Testing

@testable import LoadStage

/// Small files that unpack to large ones: refused, without ever holding them.
@Suite struct BombTests {
    /// A gigabyte of zeros as gzip: a thousand members of a megabyte.
    private static let gzip = Array(repeatElement(Packing.gzip([UInt8](repeating: 0, count: 1 << 20)), count: 1024).joined())
    private static let zstandard = Packing.zstandardBomb(blocks: 1 << 13)
    private static let most = 1_000_000
    /// What a reader may hold: the limit, what it did not yet pass over, and a piece of the stream.
    private static let mostHeld = 2 * most + (1 << 19)

    /// Notes how large the buffer grows that is read into.
    private final class WatchedStream: ByteStream {
        private let stream: any ByteStream
        private(set) var mostHeld = 0

        init(_ folder: Folder, _ name: String, _ stored: [UInt8]) throws {
            folder.write(name, stored)
            stream = try CheckedStream.open(path: "\(folder.path)/\(name)", split: Split(uri: name), compression: InputKind(path: name, format: nil).compression)
        }

        var storedPosition: Int { stream.storedPosition }

        func read(into buffer: inout [UInt8]) throws -> Bool {
            defer { mostHeld = max(mostHeld, buffer.count) }
            return try stream.read(into: &buffer)
        }
    }

    @Test(arguments: [("a.txt.gz", gzip), ("a.txt.zst", zstandard)]) func asOneArticle(name: String, bomb: [UInt8]) throws {
        let folder = Folder()
        let stream = try WatchedStream(folder, name, bomb)
        let reader = WholeFileReader(stream, uri: name, format: .text, most: BombTests.most)
        let record = try #require(try reader.next())
        #expect(record.failure?.reason == "the file is longer than 1MB")
        #expect(record.bytes.isEmpty)
        #expect(stream.mostHeld <= BombTests.mostHeld)
        #expect(try folder.read(name).reasons == ["the file is longer than 16MB"])
    }

    @Test func asALine() throws {
        let folder = Folder()
        let good = Array("\n{\"text\": \"Good.\"}\n".utf8)
        let stream = try WatchedStream(folder, "a.jsonl.gz", Packing.gzip(good) + BombTests.gzip.prefix(BombTests.gzip.count / 16) + Packing.gzip(good))
        let reader = LineReader(LineBuffer(stream, most: BombTests.most, isAtFileStart: true), split: Split(uri: "a.jsonl.gz"), most: BombTests.most, counts: LineCounts(), path: "")
        var records: [SourceRecord] = []
        while let record = try reader.next() { records.append(record) }
        #expect(records.map(\.failure?.reason) == [nil, "the line is longer than 1MB", nil])
        #expect(stream.mostHeld <= BombTests.mostHeld)
    }

    @Test func asARow() throws {
        let folder = Folder()
        let stream = try WatchedStream(
            folder, "a.csv.gz", Packing.gzip(Array("text\nGood.\n".utf8)) + BombTests.gzip.prefix(BombTests.gzip.count / 16) + Packing.gzip(Array("\nGood.".utf8)))
        let reader = RowReader(stream, uri: "a.csv.gz", separator: 0x2C, most: BombTests.most)
        var records: [SourceRecord] = []
        while let record = try reader.next() { records.append(record) }
        #expect(records.map(\.failure?.reason) == [nil, "the row is longer than 1MB", nil])
        #expect(stream.mostHeld <= BombTests.mostHeld)
    }

    @Test func zstandardByItsRatio() throws {
        let folder = Folder()
        let stream = try WatchedStream(folder, "a.jsonl.zst", BombTests.zstandard)
        let reader = LineReader(LineBuffer(stream, most: BombTests.most, isAtFileStart: true), split: Split(uri: "a.jsonl.zst"), most: BombTests.most, counts: LineCounts(), path: "")
        #expect(throws: StageFailure("the file unpacks to more than 5000 times its size", advice: "it is no archive of articles")) {
            try reader.next()
        }
        #expect(stream.mostHeld <= BombTests.mostHeld)
    }

    /// A frame may ask for any window; one of more than 128 MB is refused, as the zstd program does.
    @Test func zstandardWithAHugeWindow() throws {
        var frame = Packing.zstandardBomb(blocks: 4)
        frame[5] = 18 << 3  // 2^(10+18) bytes
        #expect(try Folder().read("a.txt.zst", frame).reasons == ["the Zstandard file needs more than 128MB to unpack"])
    }
}
