import StageKit
import Synchronization

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
    /// - Parameter most: as the reader of the lines has it, for what is a record there must be one here.
    /// - Complexity: O(offset) when it is not known.
    func count(before offset: Int, of path: String, most: Int) throws -> Count {
        guard offset > 0 else { return Count() }
        if let count = known.withLock({ $0[path]?[offset] }) { return count }
        let stream = try FileStream(path: path, split: Split(uri: path, length: offset))
        var lines = LineBuffer(stream, most: most, isAtFileStart: true)
        var count = Count()
        while let line = try lines.next() {
            count.lines += 1
            if !line.isBlank { count.records += 1 }
        }
        return count
    }
}
