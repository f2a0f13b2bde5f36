import StageKit

extension QuarantinedRecord {
    /// The format of an entry that stands for what could not be read: the rest of a file, or one record of it.
    static let splitFormat = "split"
    /// The format of what a replay hands on when such an entry was read to its end at last.
    static let resolvedFormat = "resolved"

    /// The record of a line of the quarantine, as a source would read it; nil where the line is none.
    ///
    /// A record that its reader could not read whole is to be read again from where it came.
    static func record(of line: [UInt8], position: Int) -> SourceRecord? {
        guard let entry = try? JSONParser.parse(line), var record = try? SourceRecord(json: entry) else { return nil }
        record.position = position
        if entry["record"]?["reread"] == true, record.format != splitFormat {
            record.bytes = UnreadSplit(split: Split(uri: record.source.uri), recordsRead: record.source.record, isOneRecord: true).bytes
            record.format = splitFormat
        }
        return record
    }

    /// Where reading stopped for an error: a split, and how many records had been read of it.
    struct UnreadSplit {
        var split: Split
        var recordsRead: Int
        /// Whether one record is asked for, not all that follow.
        var isOneRecord = false

        /// As it stands in the quarantine.
        var bytes: [UInt8] {
            var members: [String: JSONValue] = ["offset": .integer(split.offset), "read": .integer(recordsRead)]
            if let length = split.length { members["length"] = .integer(length) }
            if isOneRecord { members["one"] = true }
            return Array(JSONValue.object(members).json.utf8)
        }

        init(split: Split, recordsRead: Int, isOneRecord: Bool = false) {
            self.split = split
            self.recordsRead = recordsRead
            self.isOneRecord = isOneRecord
        }

        init(_ record: SourceRecord) {
            let members = (try? JSONParser.parse(record.bytes)) ?? .null
            split = Split(uri: record.source.uri, offset: members["offset"]?.integerValue ?? 0, length: members["length"]?.integerValue)
            recordsRead = members["read"]?.integerValue ?? 0
            isOneRecord = members["one"] == true
        }
    }
}

extension SourceRecord {
    /// The record as it waits where nothing of its contents may be kept: to be read again from where it came. What came through
    /// a pipe cannot be read again, and stays whole, as no article may be lost.
    func withoutContents(_ failure: StageFailure) -> SourceRecord {
        guard source.uri != "-", format != QuarantinedRecord.splitFormat else { return self }
        var record = self
        record.bytes = []
        record.failure = failure
        return record
    }
}
