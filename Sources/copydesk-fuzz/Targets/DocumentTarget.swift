import LoadStage
import StageKit

/// JSON documents: objects and lists of them, over any lines.
struct DocumentTarget: FuzzTarget {
    static let name = "document"
    let seeds = Self.bytes([
        "[\n  {\"text\": \"The mayor spoke.\"},\n  {\"html\": \"<p>And left.</p>\", \"tags\": [\"a\", \"b\"]}\n]", "{\n  \"text\": \"One ] } \\\" {.\"\n}",
        "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", "[1, \"a\", null, [2], {}]",
    ])
    let tokens = JSONTarget.pieces + Self.bytes(["[", "]", "[[", "{", "}", ",", "\"", "\\\"", "\n", "{\"text\":\"A mayor spoke.\"}", "\u{FEFF}"])
    private let files: RecordFiles

    init(_ samples: Samples) throws {
        files = try RecordFiles()
    }

    func run(_ bytes: [UInt8]) throws -> Bool { try checkRecords(files.records(of: bytes, as: .json), files) }
}
