import PipelineEngine
import StageKit

/// The journal of an interrupted run: torn, damaged, or with right checksums over wrong contents.
struct JournalTarget: FuzzTarget {
    static let name = "journal"
    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = JSONTarget.pieces + Self.bytes([
        "\n", "\"written\":", "\"split\":", "\"record\":", "\"bytes\":", "\"sink\":", "\"quarantine\":", "\"passed\":[{\"uri\":\"a\",\"record\":0}]",
        "\"stages\":[{\"in\":1,\"out\":1,\"failed\":0,\"nanoseconds\":5,\"dropped\":{}}]", "\"final\":true", "\"run\":", "\"started\":", "\"input\":", "\"output\":",
    ])

    init(_ samples: Samples) {
        let identity = #"{"run":"20261124T080000Z-4711","started":"2026-11-24T08:00:00Z","pipeline":"0f","input":"1e","output":"/srv/news"}"#
        func point(_ articles: Int, isFinal: Bool) -> String {
            #"{"written":\#(articles),"dropped":1,"failed":2,"split":3,"record":\#(articles),"bytes":4096,"sink":{"out":\#(articles * 100)},"quarantine":512,"#
                + #""passed":[{"uri":"in/a.txt","record":0,"line":1}],"stages":[{"in":9,"out":8,"failed":1,"nanoseconds":123456789,"dropped":{"not an article":1}}],"#
                + #""final":\#(isFinal)}"#
        }
        seeds = Self.bytes([
            identity, "\(identity)\n\(point(10, isFinal: false))\n", "\(identity)\n\(point(10, isFinal: false))\n\(point(20, isFinal: true))\n", "",
        ])
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        // Most changes would only break the checksum: mostly it is made right again after them.
        let journal = bytes.count % 5 == 0 ? bytes : JournalTarget.sealed(bytes)
        guard let reader = JournalReader(journal) else { return false }
        try promise(reader.length <= journal.count && journal[..<reader.length].last == 0x0A, "the journal's whole part ends within a line")
        return true
    }

    private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        bytes.split(separator: 0x0A).flatMap { Array("\(ContentHash(Array($0)).description.suffix(16)) ".utf8) + $0 + [0x0A] }
    }
}
