import StageKit

/// Reads a file that is one record.
public final class WholeFileReader {
    private let stream: any ByteStream
    private let uri: String
    private let format: InputFormat
    private let most: Int
    private var isDone = false

    init(_ stream: any ByteStream, uri: String, format: InputFormat, most: Int) {
        self.stream = stream
        self.uri = uri
        self.format = format
        self.most = most
    }

    func next() throws -> SourceRecord? {
        guard !isDone else { return nil }
        isDone = true
        var record = SourceRecord(source: ArticleSource(uri: uri), bytes: [], format: format.rawValue)
        do {
            while record.bytes.count <= most, try stream.read(into: &record.bytes) {}
            if record.bytes.count > most {
                record.bytes = []
                record.failure = StageFailure(
                    "the file is longer than \(ByteSize(bytes: most).settingText)", advice: "'most_record' allows longer ones")
            } else if record.bytes.isEmpty {
                record.failure = StageFailure("the file is empty")
            }
        } catch {
            // What could be read goes to quarantine with the record.
            record.failure = error as? StageFailure ?? StageFailure("\(error)")
        }
        record.position = stream.storedPosition
        return record
    }
}
