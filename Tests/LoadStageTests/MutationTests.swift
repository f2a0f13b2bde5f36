import StageKit
import Testing
import TestSupport

@testable import LoadStage

/// Damaged input of every kind: never a crash, and every record is an article or says why it is none.
@Suite struct MutationTests {
    private static let text = "L'été à Paris, 日本 and \"quotes\", with\ttabs.\nTwo lines. "
    private static let samples: [(String, [UInt8])] = [
        ("a.html", Array("<html><body><p>\(text)</p></body></html>".utf8)), ("a.txt", Array(text.utf8)), ("a.md", Array("# T\n\n\(text)".utf8)),
        ("a.jsonl", (0..<6).flatMap { Array("{\"text\": \"\($0) été\", \"tags\": [\"x\", \"\\u00e9\"], \"n\": {\"m\": 1.5e3}}\n".utf8) }),
        ("a.csv", Array("\u{FEFF}title,text,\r\n".utf8) + (0..<6).flatMap { Array("\($0),\"a \"\"b\"\"\nété\",x\r\n".utf8) }),
        ("a.json", Array("[\n {\"text\": \"été\"},\n {\"html\": \"<p>\\u00e9</p>\"}\n]".utf8)),
        ("a.xml", Array("<rss><channel><item><title>T</title><description>été &lt;b&gt;</description></item></channel></rss>".utf8)),
        ("a.warc", (0..<3).flatMap { Array("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<p>Page \($0).</p>\r\n\r\n".utf8) }),
        ("a.tsv", Array("title\ttext\n".utf8) + (0..<6).flatMap { Array("\($0)\tété\n".utf8) }),
    ]

    private func mutate(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        let telling: [UInt8] = [0, 0x0A, 0x0D, 0x22, 0x2C, 0x09, 0x5C, 0x7B, 0x5B, 0x7D, 0xC3, 0xEF, 0xFE, 0xFF, 0x80, 0x1F, 0x28]
        for _ in 0...random.below(6) where !bytes.isEmpty {
            let place = random.below(bytes.count)
            switch random.below(6) {
            case 0: bytes[place] ^= 1 << UInt8(random.below(8))
            case 1: bytes[place] = random.pick(telling)
            case 2: bytes.insert(random.pick(telling), at: place)
            case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(20)))
            case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.below(60))], at: random.below(bytes.count))
            default: bytes = Array(bytes[..<place])
            }
        }
        return bytes
    }

    @Test(arguments: ["", ".gz", ".zst"]) func everyReader(suffix: String) throws {
        let folder = Folder()
        for (name, sample) in MutationTests.samples {
            for seed in UInt64(1)...150 {
                var random = SplitMix64(seed: seed)
                // What is packed is damaged within as often as around.
                let within = suffix.isEmpty || random.below(2) == 0
                let plain = within ? mutate(sample, &random) : sample
                let packed = suffix == ".gz" ? Packing.gzip(plain) : suffix == ".zst" ? Packing.zstandard(plain) : plain
                let stored = within ? packed : mutate(packed, &random)
                let limit = random.below(3) == 0 ? 40 : 10_000
                let reading = try folder.read(name + suffix, stored) { $0.mostRecord = ByteSize(bytes: limit) }
                let trail = "\(name)\(suffix), seed \(seed)"
                #expect(reading.records.map(\.source.record) == Array(reading.records.indices), "\(trail)")
                #expect(reading.results.count == reading.records.count, "\(trail)")
                #expect(reading.articles.allSatisfy { $0.raw != nil || $0.text != nil }, "\(trail)")
                let lines = reading.records.compactMap(\.source.line)
                let mayShareLines = name == "a.json" || name == "a.xml"
                #expect(zip(lines, lines.dropFirst()).allSatisfy { mayShareLines ? $0 <= $1 : $0 < $1 }, "\(trail)")
                #expect((reading.reasons + reading.stops).allSatisfy { !$0.isEmpty && !$0.contains("\n") }, "\(trail)")
                #expect(reading.records.allSatisfy { $0.failure != nil || !$0.bytes.isEmpty }, "\(trail)")
            }
        }
    }
}
