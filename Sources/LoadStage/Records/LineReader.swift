import StageKit
import Synchronization

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

    init(_ stream: any ByteStream, split: Split, most: Int, counts: LineCounts, path: String) {
        lines = LineBuffer(stream, most: most)
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
                let failure = error as? StageFailure ?? StageFailure("\(error)")
                throw StageFailure("\(failure.reason) after line \(before.lines + lines.lines)", advice: failure.advice)
            }
            var record = SourceRecord(
                source: ArticleSource(uri: split.uri, record: before.records + records, line: before.lines + lines.lines), bytes: [],
                format: InputFormat.jsonl.rawValue, position: lines.storedPosition)
            switch line {
            case .bytes(var bytes):
                if record.source.line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                record.bytes = bytes
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
        let count = try counts.count(before: split.offset, of: path)
        before = count
        return count
    }
}

/// How many lines and records lie before a place in a file. Pieces are mostly read one after the other, and then nothing
/// needs to be counted twice. Safe to use from any thread.
final class LineCounts: Sendable {
    struct Count: Sendable {
        var lines = 0
        /// Lines that are not blank.
        var records = 0
    }

    private let known = Mutex<[String: [Int: Count]]>([:])

    func set(_ count: Count, at offset: Int, of path: String) {
        known.withLock { $0[path] = [offset: count] }
    }

    /// Looks it up, or counts from the beginning of the file.
    ///
    /// - Complexity: O(offset) when it is not known.
    func count(before offset: Int, of path: String) throws -> Count {
        guard offset > 0 else { return Count() }
        if let count = known.withLock({ $0[path]?[offset] }) { return count }
        let stream = try FileStream(path: path, split: Split(uri: path, length: offset))
        var lines = LineBuffer(stream, most: .max)
        var count = Count()
        while case .bytes(let line)? = try lines.next() {
            count.lines += 1
            if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { count.records += 1 }
        }
        return count
    }
}
