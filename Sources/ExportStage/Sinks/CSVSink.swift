import StageKit

/// A table with a header and a row per article (RFC 4180); tab-separated where the name ends in .tsv.
struct CSVSink: ExportSink {
    static let name = "csv"
    static let abstract = "A table (RFC 4180) with a row per article; tabs where the name ends in .tsv."
    var path = ""

    @Setting("The columns, in their order.")
    var columns = ArticleColumn.allCases.filter { $0 != .sourceLine }

    @Setting("Put ' before a cell that a spreadsheet would take for a formula (one that begins with =, +, - or @).")
    var guardFormulas = true

    init() {}

    private var separator: UInt8 {
        let name = path.lowercased()
        return [".tsv", ".tsv.gz", ".tsv.zst"].contains { name.hasSuffix($0) } ? 0x09 : UInt8(ascii: ",")
    }

    func encode(_ article: Article, into payload: inout SinkPayload) {
        var row = TableRow(separator: separator, guardsFormulas: guardFormulas)
        for column in columns { row.append(column.value(of: article)) }
        payload.bytes += row.bytes
        payload.ends.append(payload.bytes.count)
    }

    func makeOutput(_ context: StageContext, resuming checkpoint: SinkCheckpoint?) throws -> any SinkOutput {
        var header = TableRow(separator: separator, guardsFormulas: false)
        for column in columns { header.append(column.rawValue) }
        return try TextOutput(context.outputPath(path), header: header.bytes, mode: context.outputMode, resuming: checkpoint)
    }
}
