import LoadStage
import StageKit

/// Tables: CSV and TSV, plain and packed.
struct TableTarget: FuzzTarget {
    static let name = "csv"
    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = Self.bytes([",", "\t", "\"", "\"\"", "\"\n", ",,", "\r\n", "\r", "\n\n", "title,text\n", "\",\"", "=1+1", "text", "\u{FEFF}"])
    private let files: RecordFiles

    init(_ samples: Samples) throws {
        let tables = try samples.files(["evening-edition.csv"]) + Self.bytes([
            "title,text\nA,\"The mayor \"\"spoke\"\".\nTwice.\"\nB,And left.\n", "title\ttext\r\nA\tThe mayor spoke.\r\n", "title,text", "",
        ])
        seeds = tables + tables.map(Packing.gzip) + tables.map(Packing.zstandard)
        files = try RecordFiles()
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        try checkRecords(files.records(of: bytes, as: bytes.prefix(64).contains(0x09) ? .tsv : .csv), files)
    }
}
