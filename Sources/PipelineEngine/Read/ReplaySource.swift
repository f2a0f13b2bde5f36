import StageKit

/// Reads what waits in quarantine, in place of the pipeline's own input; records become articles as they always do.
///
/// A file or piece of one that could not be read waits by its name: it is opened again, and the records that were read
/// the first time are passed over.
struct ReplaySource<Base: SourceStage>: SourceStage {
    static var name: String { Base.name }
    static var abstract: String { Base.abstract }
    var reads: Set<ArticlePart> { base.reads }
    var writes: Set<ArticlePart> { base.writes }

    private let base: Base
    private let quarantineFile: String

    init(base: Base, quarantineFile: String) {
        self.base = base
        self.quarantineFile = quarantineFile
    }

    init() {
        self.init(base: Base(), quarantineFile: "")
    }

    /// What waits is fixed.
    mutating func readOnly(_ paths: [String]) {}

    func plan(_ context: StageContext) throws -> SplitPlan {
        let bytes = try FileSystem.read(quarantineFile) ?? []
        let splits = bytes.isEmpty ? [] : [Split(uri: quarantineFile, length: bytes.count)]
        return SplitPlan(splits: splits, bytes: bytes.count, isRequired: false, pattern: "the quarantine", fingerprint: ContentHash(bytes))
    }

    func open(_ split: Split, _ context: StageContext) throws -> Reader {
        Reader(base: base, context: context, lines: LineCursor(try FileSystem.read(quarantineFile) ?? []))
    }

    func decode(_ record: SourceRecord) throws -> Article {
        try base.decode(record)
    }

    struct Reader: RecordReader {
        let base: Base
        let context: StageContext
        fileprivate var lines: LineCursor
        /// A split that is read again, the entry that asked for it, and how many records it asked for.
        private var inner: (reader: Base.Reader, entry: SourceRecord, left: Int)?

        fileprivate init(base: Base, context: StageContext, lines: LineCursor) {
            self.base = base
            self.context = context
            self.lines = lines
        }

        mutating func next() throws -> SourceRecord? {
            while true {
                if let record = nextOfInner() { return record }
                guard let line = lines.next() else { return nil }
                // A line that is no entry stays where it is.
                guard var record = QuarantinedRecord.record(of: line, position: lines.position) else { continue }
                guard record.format == QuarantinedRecord.splitFormat else { return record }
                do {
                    inner = try open(record)
                } catch {
                    record.failure = StageFailure(describing: error)
                    return record
                }
            }
        }

        /// The next record of a split that is read again; at its end, that it was.
        private mutating func nextOfInner() -> SourceRecord? {
            guard var (reader, entry, left) = inner else { return nil }
            do {
                if left > 0, var record = try reader.next() {
                    left -= 1
                    inner = (reader, entry, left)
                    record.position = lines.position
                    return record
                }
                entry.format = QuarantinedRecord.resolvedFormat
            } catch {
                entry.failure = StageFailure(describing: error)
            }
            inner = nil
            return entry
        }

        private func open(_ record: SourceRecord) throws -> (Base.Reader, SourceRecord, Int) {
            let unread = QuarantinedRecord.UnreadSplit(record)
            var reader = try base.open(unread.split, context)
            for _ in 0..<unread.recordsRead {
                guard try reader.next() != nil else { break }
            }
            return (reader, record, unread.isOneRecord ? 1 : .max)
        }
    }
}

/// The lines of a file in memory.
private struct LineCursor {
    private let bytes: [UInt8]
    /// Offset behind the last line that was given out.
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> [UInt8]? {
        guard position < bytes.count else { return nil }
        let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
        defer { position = min(end + 1, bytes.count) }
        return Array(bytes[position..<end])
    }
}
