import StageKit

/// The readers of the formats, as one type.
public enum AnyRecordReader: RecordReader {
    case whole(WholeFileReader)
    case lines(LineReader)
    case values(ValueReader)
    case rows(RowReader)
    case feed(FeedReader)
    case archive(ArchiveReader)

    public mutating func next() throws -> SourceRecord? {
        switch self {
        case .whole(let reader): try reader.next()
        case .lines(let reader): try reader.next()
        case .values(let reader): try reader.next()
        case .rows(let reader): try reader.next()
        case .feed(let reader): try reader.next()
        case .archive(let reader): try reader.next()
        }
    }
}
