import Testing

@testable import LoadStage

@Suite struct InputKindTests {
    private static let endings: [(String, InputFormat)] = [
        ("html", .html), ("htm", .html), ("xhtml", .html), ("txt", .text), ("text", .text), ("md", .markdown), ("markdown", .markdown),
        ("jsonl", .jsonl), ("ndjson", .jsonl), ("json", .json), ("csv", .csv), ("tsv", .tsv), ("tab", .tsv),
        ("rss", .feed), ("atom", .feed), ("xml", .feed), ("warc", .warc), ("wet", .warc),
    ]

    @Test(arguments: endings) func formatByEnding(ending: String, format: InputFormat) {
        for (suffix, compression) in [("", Compression.none), (".gz", .gzip), (".zst", .zstandard), (".GZ", .gzip)] {
            for name in ["in/a.\(ending)\(suffix)", "/x/2026.01.02.\(ending.uppercased())\(suffix)"] {
                let kind = InputKind(path: name, format: nil)
                #expect(kind.format == format, "\(name)")
                #expect(kind.compression == compression, "\(name)")
            }
        }
    }

    @Test(arguments: ["README", "html", "photo.jpg", "a.html.bak", "in.html/photo", "a.gz", "gz"])
    func namesThatDoNotTell(name: String) {
        #expect(InputKind(path: name, format: nil).format == nil)
        #expect(InputKind(path: name, format: .text).format == .text)
    }

    @Test func magicBytes() {
        #expect(Compression(magic: Packing.gzip([1])) == .gzip)
        #expect(Compression(magic: Packing.zstandard([1])) == .zstandard)
        #expect(Compression(magic: []) == .none)
        #expect(Compression(magic: [0x1F, 0x8B]) == .none)
        #expect(Compression(magic: Array("text".utf8)) == .none)
    }
}
