import LoadStage
import StageKit

/// JSON Lines, plain and packed, whole and in pieces.
struct LinesTarget: FuzzTarget {
    static let name = "jsonl"
    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = JSONTarget.pieces + Self.bytes([
        "\n", "\r\n", "\r", "\n\n", "{\"text\":\"A mayor spoke.\"}\n", "\"text\":", "\"html\":", "\"body\":", "\"title\":", "\"author\":[", "\"published\":", "\u{FEFF}",
    ])
    private let files: RecordFiles

    init(_ samples: Samples) throws {
        let lines = try samples.files(["wire.jsonl"]) + Self.bytes(["{\"text\": \"The mayor spoke.\"}\n\n{\"html\": \"<p>And left.</p>\"}", "[1]\n\"a\"\nnull\n"])
        seeds = try lines + lines.map(Packing.gzip) + lines.map(Packing.zstandard) + samples.files(["archive.jsonl.gz"])
        files = try RecordFiles()
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        let whole = try files.records(of: bytes, as: .jsonl)
        try checkPieces(bytes, whole)
        return try checkRecords(whole, files)
    }

    /// A plain file read in two pieces gives what it gives whole.
    private func checkPieces(_ bytes: [UInt8], _ whole: [SourceRecord]) throws {
        let isPacked = bytes.starts(with: [0x1F, 0x8B, 0x08]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard !isPacked, !isUTF16, let feed = bytes[(bytes.count / 2)...].firstIndex(of: 0x0A) else { return }
        let pieces = [Split(uri: "", offset: 0, length: feed + 1), Split(uri: "", offset: feed + 1, length: bytes.count - feed - 1)]
        let joined = try files.records(of: bytes, as: .jsonl, pieces: pieces)
        try promise(joined.map(\.bytes) == whole.map(\.bytes), "pieces of a file give other records than the whole file")
        try promise(joined.map(\.source) == whole.map(\.source), "pieces of a file number their records otherwise than the whole file")
    }
}
