import StageKit

/// The write-ahead journal of a run: a file in the state folder that is there exactly while a run is unfinished.
///
/// Its first line says what the run is, every further line is a commit point: a checksum, a space, a JSON object. A line
/// counts only when it is whole and its checksum is right, so that a write that was torn by a crash is as if it had
/// never begun. Used by one thread at a time.
final class Journal {
    private let file: DurableFile

    private init(_ file: DurableFile) {
        self.file = file
    }

    /// Begins the journal of a new run, forgetting an older one.
    static func begin(_ path: String, _ identity: RunIdentity) throws(SystemCallError) -> Journal {
        let journal = Journal(try DurableFile(creating: path))
        try journal.append(identity.json)
        try FileSystem.sync(folder: FileSystem.folder(of: path))
        return journal
    }

    /// Goes on with the journal of an interrupted run.
    static func resume(_ path: String, _ left: JournalReader) throws(SystemCallError) -> Journal {
        Journal(try DurableFile(resuming: path, length: left.length))
    }

    /// Writes a commit point and makes it durable. What it says must be durable already.
    func commit(_ point: CommitPoint) throws(SystemCallError) {
        try append(point.json)
    }

    /// The run is finished.
    func remove() throws(SystemCallError) {
        try file.remove()
    }

    private func append(_ json: JSONValue) throws(SystemCallError) {
        try file.append(Journal.line(json))
        try file.sync()
    }

    static func line(_ json: JSONValue) -> [UInt8] {
        let bytes = Array(json.json.utf8)
        return Array("\(checksum(bytes)) ".utf8) + bytes + [0x0A]
    }

    /// 16 hexadecimal digits.
    static func checksum(_ bytes: [UInt8]) -> String {
        String(ContentHash(bytes).description.suffix(16))
    }
}
