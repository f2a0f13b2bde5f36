import StageKit

/// What an interrupted run left in its journal.
package struct JournalReader: Sendable {
    let identity: RunIdentity
    /// The last commit point; nil when the run was interrupted before its first.
    private(set) var last: CommitPoint?
    /// Articles that waited in quarantine before the run and passed in it, over all commits.
    private(set) var passed: [ArticleSource] = []
    /// How many bytes of the journal are whole.
    package private(set) var length: Int

    /// Reads a journal; nil where there is none that tells what run it is of: an empty file, or one whose first line was
    /// torn, as a crash in the very first moment leaves it.
    package init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        guard let first = JournalReader.line(&rest), let identity = RunIdentity(first) else { return nil }
        self.identity = identity
        length = rest.startIndex
        while let line = JournalReader.line(&rest), let point = CommitPoint(line) {
            last = point
            passed += point.passed
            length = rest.startIndex
        }
    }

    /// Takes a whole line with the right checksum off the front; nil where there is none.
    private static func line(_ rest: inout ArraySlice<UInt8>) -> JSONValue? {
        let checksumLength = 16
        guard let end = rest.firstIndex(of: 0x0A), end - rest.startIndex > checksumLength + 1 else { return nil }
        let space = rest.startIndex + checksumLength
        let payload = Array(rest[(space + 1)..<end])
        guard rest[space] == UInt8(ascii: " "), rest[rest.startIndex..<space].elementsEqual(Journal.checksum(payload).utf8),
            let json = try? JSONParser.parse(payload)
        else { return nil }
        rest = rest[(end + 1)...]
        return json
    }
}
