import StageKit

/// The pipeline's quarantine: a JSON Lines file in the state folder, one failed article a line.
///
/// A run collects its failures in a part file beside it and joins them to it at its end: what fails again replaces its
/// older entry, and, when the run succeeded, an entry whose article passed is gone. The file is replaced as a whole, so
/// that it is never half written. Used by one thread at a time.
final class Quarantine {
    private let path: String
    /// Nil when an earlier process had already moved it into place.
    private let part: DurableFile?
    /// Sources that the file held before this run, and that have neither failed nor passed in it so far.
    private var untouched: Set<ArticleSource> = []
    private var failedAgain: Set<ArticleSource> = []
    /// Sources that passed since this was last asked for.
    private var newlyPassed: [ArticleSource] = []

    /// Opens the quarantine for a new run.
    ///
    /// - Throws: ``StageFailure`` when the existing file cannot be read or the part file not made.
    init(_ state: StateDirectory) throws(StageFailure) {
        path = state.quarantineFile
        let partPath = state.quarantinePartFile
        part = try Quarantine.explaining(partPath, "made") { () throws(SystemCallError) in try DurableFile(creating: partPath) }
        untouched = Set(try Quarantine.lines(of: path).compactMap(Quarantine.source))
    }

    /// Opens the quarantine as an interrupted run had it at `point`.
    init(_ state: StateDirectory, resuming point: CommitPoint, passed: [ArticleSource]) throws(StageFailure) {
        path = state.quarantineFile
        let partPath = state.quarantinePartFile
        if point.isFinal, FileSystem.size(partPath) == nil {
            part = nil
            return
        }
        part = try Quarantine.explaining(partPath, "resumed") { () throws(SystemCallError) in
            try DurableFile(resuming: partPath, length: point.quarantineLength)
        }
        untouched = Set(try Quarantine.lines(of: path).compactMap(Quarantine.source))
        for source in try Quarantine.lines(of: partPath).compactMap(Quarantine.source) where untouched.remove(source) != nil {
            failedAgain.insert(source)
        }
        untouched.subtract(passed)
    }

    /// An article failed.
    func add(_ record: QuarantinedRecord) throws(StageFailure) {
        let source = record.record.source
        if untouched.remove(source) != nil { failedAgain.insert(source) }
        try Quarantine.explaining(path, "written") { () throws(SystemCallError) in try part?.append(record.line) }
    }

    /// An article passed the whole chain.
    func passed(_ source: ArticleSource) {
        guard !untouched.isEmpty, untouched.remove(source) != nil else { return }
        newlyPassed.append(source)
    }

    /// Makes what was added durable.
    /// - Returns: the part file's length, and the sources that passed since the last checkpoint.
    func checkpoint() throws(StageFailure) -> (length: Int, passed: [ArticleSource]) {
        try Quarantine.explaining(path, "written") { () throws(SystemCallError) in try part?.sync() }
        defer { newlyPassed = [] }
        return (part?.length ?? 0, newlyPassed)
    }

    /// Joins what this run collected to the file. `succeeded` tells whether the articles that passed are in the output
    /// now; when not, their older entries stay.
    /// - Returns: how many articles wait in quarantine now.
    func finish(succeeded: Bool) throws(StageFailure) -> Int {
        let older = try Quarantine.lines(of: path)
        guard let part else { return older.count }
        let kept = older.filter { line in
            // A line that cannot be read is kept: nothing is lost.
            guard let source = Quarantine.source(of: line) else { return true }
            return !failedAgain.contains(source) && !(succeeded && !untouched.contains(source))
        }
        return try Quarantine.explaining(path, "written") { () throws(SystemCallError) in
            let added = try part.read(from: 0).count { $0 == 0x0A }
            for line in kept { try part.append(line + [0x0A]) }
            if added == 0, older.isEmpty {
                try part.remove()
            } else {
                try part.moveIntoPlace(as: path)
            }
            return kept.count + added
        }
    }

    private static func lines(of path: String) throws(StageFailure) -> [ArraySlice<UInt8>] {
        try explaining(path, "read") { () throws(SystemCallError) in try FileSystem.read(path)?.split(separator: 0x0A) ?? [] }
    }

    private static func source(of line: ArraySlice<UInt8>) -> ArticleSource? {
        (try? JSONParser.parse(Array(line))["source"]).flatMap(ArticleSource.init(json:))
    }

    private static func explaining<Result>(_ path: String, _ verb: String, _ work: () throws(SystemCallError) -> Result) throws(StageFailure) -> Result {
        do throws(SystemCallError) {
            return try work()
        } catch {
            throw StageFailure("the quarantine \(path) cannot be \(verb): \(error.explanation)")
        }
    }
}
