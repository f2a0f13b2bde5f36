import Glibc
import StageKit
import Testing
import TestSupport

@testable import LoadStage

/// The stored bytes, whatever they are packed in.
@Suite struct StreamTests {
    static func text(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in random.below(3) == 0 ? UInt8(0x20 + random.below(95)) : 0x61 }
    }

    private func whole(_ stored: [UInt8], _ compression: Compression) throws -> [UInt8] {
        let folder = Folder()
        folder.write("file", stored)
        let stream = try CheckedStream.open(path: "\(folder.path)/file", split: Split(uri: "file"), compression: compression)
        var bytes: [UInt8] = []
        while try stream.read(into: &bytes) {}
        #expect(stream.storedPosition == stored.count)
        return bytes
    }

    /// The decoder may hold a part of the last block when the output is full.
    @Test(arguments: [1, 1000, 65_537, 100_000, 131_071, 131_072]) func zstandardBlocksOfAnySize(size: Int) throws {
        for blocks in 1...7 {
            #expect(try whole(Packing.zstandardBomb(blocks: blocks, of: size), .zstandard) == [UInt8](repeating: 0, count: blocks * size))
        }
    }

    @Test(arguments: [0, 1, 2, 3, 4, 1000, 131_072, 262_143, 262_144, 262_145, 300_000, 1_048_575, 1_048_576, 1_048_577, 1_400_001])
    func everySizeComesBackWhole(size: Int) throws {
        let text = StreamTests.text(size, seed: UInt64(size))
        #expect(try whole(text, .none) == text)
        #expect(try whole(Packing.gzip(text), .gzip) == text)
        #expect(try whole(Packing.zstandard(text), .zstandard) == text)
    }

    @Test func membersAndFramesOneAfterTheOther() throws {
        let parts = (0..<40).map { StreamTests.text($0 * 997 % 5000, seed: UInt64($0)) }
        let text = parts.flatMap(\.self)
        #expect(try whole(parts.flatMap(Packing.gzip), .gzip) == text)
        #expect(try whole(parts.flatMap(Packing.zstandard), .zstandard) == text)
        let large = (0..<3).map { StreamTests.text(400_000, seed: UInt64($0)) }
        #expect(try whole(large.flatMap(Packing.zstandard), .zstandard) == large.flatMap(\.self))
    }

    @Test func packedBytesAreKnownWithoutTheName() throws {
        let text = StreamTests.text(1000, seed: 1)
        #expect(try whole(Packing.gzip(text), .none) == text)
        #expect(try whole(Packing.zstandard(text), .none) == text)
        let folder = Folder()
        #expect(try folder.read("in/page.txt", Packing.gzip(text)).articles.first?.text?.utf8 == text)
        // Its lines are not where its line feeds are.
        let lines = (0..<3000).flatMap { Array("{\"text\": \"Line \($0 &* 2_654_435_761)\"}\n".utf8) }
        folder.write("in/day.jsonl", Packing.gzip(lines))
        let plan = try InputFinder(directory: folder.path, format: nil, require: nil).find(["in/day.jsonl"], pieces: 100) { _ in }
        #expect(plan.splits == [Split(uri: "in/day.jsonl", version: plan.splits.first?.version)])
        #expect(try folder.read("in/day.jsonl").articles.count == 3000)
    }

    /// What comes over standard input is unpacked by its first bytes.
    @Test func pipes() throws {
        let text = StreamTests.text(3000, seed: 2)
        for (stored, compression) in [(text, Compression.none), (Packing.gzip(text), .gzip), ([], .none), ([0x1F], .none)] {
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            try #require(write(ends[1], stored, stored.count) == stored.count)
            close(ends[1])
            defer { close(ends[0]) }
            let file = FileStream(descriptor: ends[0])
            #expect(try file.detectCompression() == compression)
            let stream: any ByteStream = compression == .gzip ? try GzipStream(file) : file
            var bytes: [UInt8] = []
            while try stream.read(into: &bytes) {}
            #expect(bytes == (compression == .gzip ? text : stored))
        }
    }

    @Test(arguments: [
        ("a.txt.gz", "the file is no gzip, though its name says so"), ("a.txt.zst", "the file is no Zstandard, though its name says so"),
    ])
    func aNameThatPromisesTooMuch(name: String, reason: String) throws {
        #expect(try Folder().read(name, Array("Plain text.".utf8)).reasons == [reason])
        #expect(try Folder().read(name, []).reasons == ["the file is empty"])
    }

    /// `gzip` passes over zeros behind the last member, as tapes pad with them, and so does this.
    @Test func paddingAndGarbageBehindAGzip() throws {
        let text = StreamTests.text(500, seed: 3)
        #expect(try whole(Packing.gzip(text) + [UInt8](repeating: 0, count: 1000), .gzip) == text)
        #expect(try whole(Packing.gzip(text) + [0, 0] + Packing.gzip(text), .gzip) == text + text)
        let folder = Folder()
        let bad = try folder.read("a.txt.gz", Packing.gzip(text) + Array("garbage".utf8))
        #expect(bad.reasons == ["something that is no gzip follows in the gzip file"])
        // What could be read is kept for the quarantine.
        #expect(bad.records.first?.bytes == text)
        #expect(try folder.read("a.txt.zst", Packing.zstandard(text) + Array("garbage".utf8)).reasons == ["the Zstandard file is damaged"])
        let lines = Array("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n".utf8)
        let reading = try folder.read("a.jsonl.gz", Packing.gzip(lines) + Array("garbage".utf8))
        #expect(reading.texts == ["One.", "Two."])
        #expect(reading.stops == ["something that is no gzip follows in the gzip file after line 2"])
    }

    /// Every place at which a file may be cut: what was whole before is read, and the cut is told.
    @Test func cutOffAnywhere() throws {
        let lines = (0..<20).map { "{\"text\": \"Line \($0).\"}\n" }
        let folder = Folder()
        for (name, packed) in [
            ("a.jsonl.gz", lines.flatMap { Packing.gzip(Array($0.utf8)) }), ("a.jsonl.zst", lines.flatMap { Packing.zstandard(Array($0.utf8)) }),
        ] {
            let borders = Set(lines.indices.map { index in
                lines[...index].reduce(0) { $0 + (name.hasSuffix("gz") ? Packing.gzip(Array($1.utf8)) : Packing.zstandard(Array($1.utf8))).count }
            })
            for length in 1..<packed.count {
                let reading = try folder.read(name, Array(packed[..<length]))
                let wholeLines = borders.count { $0 <= length }
                #expect(reading.texts.count >= wholeLines, "\(name) cut to \(length)")
                #expect(reading.stops.isEmpty == borders.contains(length), "\(name) cut to \(length): \(reading.stops)")
                #expect(reading.stops.allSatisfy { $0.contains("is cut off") }, "\(name) cut to \(length): \(reading.stops)")
            }
        }
    }

    @Test func damageIsToldOf() throws {
        let folder = Folder()
        let packed = Packing.gzip(StreamTests.text(5000, seed: 9))
        for (place, reason) in [(0, "the file is no gzip, though its name says so"), (packed.count / 2, "the gzip file is damaged"),
            (packed.count - 6, "the gzip file is damaged"), (packed.count - 1, "the gzip file is damaged")] {
            var bytes = packed
            bytes[place] ^= 0x55
            let reasons = try folder.read("a.txt.gz", bytes).reasons
            #expect(reasons == [reason], "byte \(place)")
        }
    }
}
