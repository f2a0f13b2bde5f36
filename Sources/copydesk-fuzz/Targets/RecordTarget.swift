import CleanStage
import StageKit

/// Records of copydesk's own, as they come back in: whatever they say, the article keeps its promises.
struct RecordTarget: FuzzTarget {
    static let name = "record"
    /// A record longer than this is changed in its text more often than in what points there.
    private static let mostText = 700
    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = JSONTarget.pieces + Self.bytes([
        "\"start\":", "\"end\":", "\"sentences\":", "\"entities\":", "\"blocks\":", "\"summary\":", "\"first_token\":", "\"last_token\":", "\"block\":",
        "\"role\":\"caption\"", "\"text\":\"é\"", "\"raw\":{\"media_type\":\"text/html\",\"base64\":\"AA==\"}", "\"tokens\":[{\"start\":0,\"end\":1}]",
        "\"confidence\":", "\"extensions\":{", "\"source\":", "\"record\":", "\"line\":", "\"origins\":{",
    ])

    init(_ samples: Samples) throws {
        let worker = try CleaningTools.worker()
        let chain = try ReadingChain()
        var seeds: [[UInt8]] = []
        for bytes in try samples.files(["library-goat.txt", "museum-night.txt", "port-strike.txt"]) {
            let raw = RawContent(mediaType: .plainText, bytes: Array(bytes.prefix(RecordTarget.mostText)))
            guard let cleaned = try CleaningTools.clean(raw, with: worker) else { continue }
            let article = try chain.read(cleaned)
            for whole in [false, true] {
                var json = JSONWriter()
                article.writeRecord(to: &json, whole: whole)
                seeds.append(json.bytes)
            }
        }
        self.seeds = seeds
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        guard let json = try? JSONParser.parse(bytes) else { return false }
        let unit = OffsetUnit.allCases[bytes.count % OffsetUnit.allCases.count]
        guard let article = try? Article(record: json, offsets: unit) else { return false }
        try checkPromises(of: article)
        return true
    }
}
