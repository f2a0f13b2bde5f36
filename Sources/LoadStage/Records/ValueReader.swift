import StageKit

/// Reads the objects of a JSON document: one, the elements of a list, or one behind the other.
public final class ValueReader {
    private var buffer: StreamBuffer
    private let uri: String
    private let most: Int
    private var isInList = false
    private var records = 0
    private var line = 1

    /// - Parameter buffer: behind a byte-order mark, if any.
    init(_ buffer: StreamBuffer, uri: String, most: Int) {
        self.buffer = buffer
        self.uri = uri
        self.most = most
    }

    func next() throws -> SourceRecord? {
        guard try passSeparators() else { return nil }
        var record = SourceRecord(source: ArticleSource(uri: uri, record: records, line: line), bytes: [], format: InputFormat.json.rawValue)
        var scan = JSONValueScan()
        var length = 0
        repeat {
            let count = scan.take(buffer.ahead)
            length += count
            if length <= most { record.bytes += buffer.ahead.prefix(count) }
            buffer.drop(count)
        } while try !scan.isDone && buffer.fill(1)
        guard scan.isWholeAtEnd else {
            throw StageFailure("the JSON value that begins on line \(line) does not end", advice: "'jq . FILE' tells what is wrong with it")
        }
        line += scan.lineFeeds
        records += 1
        record.position = buffer.storedPosition
        if length > most {
            record.bytes = []
            record.failure = StageFailure("the record is longer than \(ByteSize(bytes: most).settingText)", advice: "'most_record' allows longer ones")
        }
        return record
    }

    /// Passes over what stands between records; false at the end.
    private func passSeparators() throws -> Bool {
        while try buffer.fill(1) {
            switch buffer.ahead.first {
            case 0x0A: line += 1
            case 0x20, 0x09, 0x0D, UInt8(ascii: ","): break
            case UInt8(ascii: "["):
                guard !isInList else { return true }
                isInList = true
            case UInt8(ascii: "]"):
                guard isInList else { return true }
                isInList = false
            default: return true
            }
            buffer.drop(1)
        }
        return false
    }
}
