import StageKit

/// Finds articles in files and reads them: pages, texts, JSON, tables, feeds, web archives; plain, gzip or Zstandard.
public struct LoadStage: SourceStage {
    public static let name = "load"
    public static let abstract = "Finds and reads articles: HTML, text, Markdown, JSON, CSV, RSS and Atom, WARC; plain, .gz or .zst."
    public static let primarySetting: String? = "from"

    @Setting(required: "Files, folders (with all below them) and globs (*, ?, [a-z], **); - is standard input.")
    public var from: [String] = []

    @Setting("Whether finding nothing is an error; by default it is for a path without a glob.")
    public var require: Bool?

    @Setting("How to read every file, whatever its name; needed for standard input.")
    public var format: InputFormat?

    @Setting("Column or member that an article's field is taken from, e.g. {title: headline, text: body}.")
    public var fields: [String: String] = [:]

    // The largest articles in news archives have some hundred kilobytes, their pages a few megabytes; what is longer is a
    // dump, a log or a bomb, and would hold up the whole chain.
    @Setting("A longer page, text or record (unpacked) is not read but goes to quarantine.")
    public var mostRecord = ByteSize(bytes: 16_000_000)

    @Setting("Large JSON Lines files are cut into pieces of this size, which is how far an interrupted run may go back.")
    public var split = ByteSize(bytes: 64_000_000)

    public var reads: Set<ArticlePart> { [] }
    public var writes: Set<ArticlePart> { [.raw, .metadata, .text] }

    /// How far the lines of large files have been counted. Shared by copies, and by the threads that use them.
    private let lineCounts = LineCounts()
    private var fieldMap = FieldMap(overrides: [:])

    public init() {}

    public func contradictions() -> [String] {
        var found: [String] = []
        if from.isEmpty { found.append("'from' is empty") }
        if from.contains("-"), format == nil { found.append("'from: -' needs 'format': standard input has no name to tell it by") }
        if from.contains("-"), from.count > 1 { found.append("standard input cannot be mixed with files in 'from'") }
        for name in fields.keys.sorted() where FieldMap.Field(rawValue: name) == nil {
            let known = FieldMap.Field.allCases.map(\.rawValue)
            let near = NearestName.of(name, among: known).map { "; did you mean '\($0)'?" } ?? "; they are \(known.joined(separator: ", "))"
            found.append("'fields' has no article field '\(name)'\(near)")
        }
        if mostRecord.bytes == 0 { found.append("'most_record' must be more than 0B") }
        if split.bytes < LoadStage.leastSplit { found.append("'split' must be at least \(ByteSize(bytes: LoadStage.leastSplit).settingText)") }
        return found
    }

    /// Smaller pieces would cost more to open than to read.
    private static let leastSplit = 1_000_000

    public mutating func readOnly(_ paths: [String]) {
        from = paths
        require = nil
    }

    public mutating func prepare(_ context: StageContext) {
        fieldMap = FieldMap(overrides: fields)
    }

    public func plan(_ context: StageContext) throws -> SplitPlan {
        let finder = InputFinder(directory: context.inputDirectory, format: format, require: require)
        return try finder.find(from, pieces: split.bytes, report: context.report)
    }

    public func open(_ split: Split, _ context: StageContext) throws -> AnyRecordReader {
        let kind = InputKind(path: split.uri, format: format)
        let path = context.inputPath(split.uri)
        let stream = try CheckedStream.open(path: path, split: split, compression: kind.compression)
        guard let format = kind.format else {
            // What it is may say more than what it is called.
            var head: [UInt8] = []
            _ = try stream.read(into: &head)
            throw StageFailure(
                split.uri == "-" ? "standard input has no name that tells what it is" : "the file's name does not tell what it is",
                advice: "give 'format'")
        }
        let most = mostRecord.bytes
        switch format {
        case .html, .text, .markdown: return .whole(WholeFileReader(stream, uri: split.uri, format: format, most: most))
        case .jsonl:
            let lines = LineBuffer(stream, most: most, isAtFileStart: split.offset == 0)
            return .lines(LineReader(lines, split: split, most: most, counts: lineCounts, path: path))
        case .json: return try JSONReader.open(stream, split: split, most: most, counts: lineCounts, path: path)
        case .csv: return .rows(RowReader(stream, uri: split.uri, separator: nil, most: most))
        case .tsv: return .rows(RowReader(stream, uri: split.uri, separator: UInt8(ascii: "\t"), most: most))
        case .feed: return .feed(FeedReader(stream, uri: split.uri, most: most))
        case .warc: return .archive(ArchiveReader(stream, uri: split.uri, most: most))
        }
    }

    public func decode(_ record: SourceRecord) throws -> Article {
        guard let format = InputFormat(rawValue: record.format) else {
            throw StageFailure("records of the kind '\(record.format)' cannot be read")
        }
        switch format {
        case .html: return try PageDecoder.page(record)
        case .text: return try PageDecoder.text(record)
        case .markdown: return try PageDecoder.markdown(record)
        case .jsonl, .json, .csv, .tsv, .feed: return try MemberDecoder(fields: fieldMap).article(record)
        case .warc: return try ArchivedPage.article(record, most: mostRecord.bytes)
        }
    }
}
