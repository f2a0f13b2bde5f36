import StageKit

/// Reads a file of one JSON object a line, or a piece of one.
public final class LineReader {
    private var lines: LineBuffer
    private let split: Split
    private let counts: LineCounts
    private let path: String
    private let most: Int
    /// What lies before this piece; nil until the first record is read.
    private var before: LineCounts.Count?
    private var records = 0

    init(_ lines: LineBuffer, split: Split, most: Int, counts: LineCounts, path: String) {
        self.lines = lines
        self.split = split
        self.most = most
        self.counts = counts
        self.path = path
    }

    func next() throws -> SourceRecord? {
        let before = try countBefore()
        while true {
            let line: LineBuffer.Line
            do {
                guard let next = try lines.next() else {
                    counts.set(LineCounts.Count(lines: before.lines + lines.lines, records: before.records + records),
                        at: split.offset + lines.consumed, of: path)
                    return nil
                }
                line = next
            } catch {
                // Damage in the middle of a compressed file: what came before is read, the rest is told of.
                throw StageFailure(error, afterLine: before.lines + lines.lines)
            }
            var record = SourceRecord(
                source: ArticleSource(uri: split.uri, record: before.records + records, line: before.lines + lines.lines), bytes: [],
                format: InputFormat.jsonl.rawValue, position: lines.storedPosition)
            if line.isBlank { continue }
            switch line {
            case .bytes(let bytes): record.bytes = bytes
            case .tooLong:
                record.failure = StageFailure(
                    "the line is longer than \(ByteSize(bytes: most).settingText)", advice: "'most_record' allows longer ones")
            }
            records += 1
            return record
        }
    }

    private func countBefore() throws -> LineCounts.Count {
        if let before { return before }
        let count = try counts.count(before: split.offset, of: path, most: most)
        before = count
        return count
    }
}
