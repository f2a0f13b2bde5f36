internal import GRDB
import StageKit

/// An output that is a SQLite database.
///
/// Written into a part file in transactions, one a checkpoint; each holds how many articles it has, so that a run that was
/// killed between this transaction and the journal's knows which articles to leave out. The finished database is copied
/// with `VACUUM INTO`: compact, and with the same bytes however often the run was interrupted.
final class SQLiteOutput: SinkOutput {
    private let part: PartFile
    /// Nil when an interrupted run had already moved the database into place.
    private let database: DatabaseQueue?
    private let offsets: OffsetUnit
    private let isExtended: Bool
    /// The database is complete; nothing more is written to it.
    private var isFinished = false
    /// Rows of `articles` go on behind this number.
    private var base = 0
    private var articles: Int
    /// Articles that come again after an interruption, and are in already.
    private var skip = 0

    init(_ path: String, offsets: OffsetUnit, mode: OutputMode = .replace, resuming checkpoint: SinkCheckpoint?) throws {
        let part = PartFile(final: path)
        self.part = part
        self.offsets = offsets
        isExtended = mode == .extend
        articles = checkpoint?.articles ?? 0
        try part.makeFolder()
        guard let checkpoint else {
            SQLiteOutput.remove(part.path)
            part.removeSiblings()
            let isJoining = mode == .extend && FileSystem.size(path) != nil
            let (database, start) = try SQLiteOutput.explaining(part) {
                if isJoining { try SQLiteOutput.copy(path, to: part.path) }
                let database = try SQLiteOutput.open(part.path)
                return (database, try SQLiteOutput.begin(database, isJoining: isJoining))
            }
            self.database = database
            base = start?.base ?? 0
            return
        }
        guard FileSystem.size(part.path) != nil else {
            let last = checkpoint.state["last"]?.integerValue ?? checkpoint.articles
            guard SQLiteOutput.holds(path, last: last) else { throw part.isGone }
            base = last - checkpoint.articles
            database = nil
            return
        }
        let (database, start) = try SQLiteOutput.explaining(part, advice: "give --restart") {
            let database = try SQLiteOutput.open(part.path)
            return (database, try SQLiteOutput.begin(database, isJoining: false))
        }
        self.database = database
        let length = try SQLiteOutput.explaining(part, advice: "give --restart") { try SQLiteOutput.length(database) }
        // SQLite itself reads zeros where the last page was cut off.
        guard let size = FileSystem.size(part.path), size >= length else {
            throw StageFailure("\(part.path.printable) is cut off: it has to have \(length) bytes", advice: "give --restart")
        }
        guard let (stored, base) = start else {
            // Complete, and not yet moved into place: that is all that is left to do.
            self.base = (checkpoint.state["last"]?.integerValue ?? checkpoint.articles) - checkpoint.articles
            isFinished = true
            return
        }
        self.base = base
        guard stored >= articles else {
            throw StageFailure("\(part.path.printable) has \(stored) articles where the journal says \(articles)", advice: "give --restart")
        }
        skip = stored - articles
    }

    /// Copies a finished database, with what another program may have left in a log beside it.
    private static func copy(_ path: String, to part: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let finished = try DatabaseQueue(path: path, configuration: configuration)
        guard try finished.read({ try isComplete($0) }) else {
            throw StageFailure("\(path.printable) is no database of copydesk's", advice: "move it away, or write to another path")
        }
        let copy = try DatabaseQueue(path: part)
        try finished.backup(to: copy)
        try copy.close()
    }

    /// Whether there is a finished database whose last row is this: the interrupted run's, not one that was there before.
    private static func holds(_ path: String, last: Int) -> Bool {
        guard FileSystem.size(path) != nil else { return false }
        var configuration = Configuration()
        configuration.readonly = true
        // A file that is no such database is not this run's either.
        let found = try? DatabaseQueue(path: path, configuration: configuration).read { database in
            try isComplete(database) ? Int.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM articles") : nil
        }
        return found == last
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "copydesk.sqlite"
        configuration.allowsUnsafeTransactions = true
        configuration.foreignKeysEnabled = false  // every row is written with its article
        configuration.prepareDatabase { database in
            // A commit must survive a power cut.
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Makes the tables where they are missing, and begins a transaction.
    /// - Parameter isJoining: whether the database is a copy of a finished one, to be reopened.
    /// - Returns: how many of the run's articles are in, and behind which row they begin; nil when the database is
    ///   complete and only needs to be moved into place.
    private static func begin(_ queue: DatabaseQueue, isJoining: Bool) throws -> (articles: Int, base: Int)? {
        try queue.writeWithoutTransaction { database in
            if try !isJoining && isComplete(database) { return nil }
            if try !database.tableExists("copydesk_checkpoint") {
                try database.inTransaction {
                    try database.execute(sql: isJoining ? SQLiteSchema.dropSearch : SQLiteSchema.tables)
                    try database.execute(sql: SQLiteSchema.checkpointTable)
                    try database.execute(sql: "INSERT INTO copydesk_checkpoint SELECT 0, coalesce(max(id), 0) FROM articles")
                    return .commit
                }
            }
            let row = try Row.fetchOne(database, sql: "SELECT articles, base FROM copydesk_checkpoint")
            try database.beginTransaction(.immediate)
            return (row?["articles"] ?? 0, row?["base"] ?? 0)
        }
    }

    /// How many bytes the database says it has.
    private static func length(_ queue: DatabaseQueue) throws -> Int {
        try queue.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            return try pages * (Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
        }
    }

    private static func isComplete(_ database: Database) throws -> Bool {
        try database.tableExists("article_search")
    }

    func write(_ payload: SinkPayload) throws {
        guard let database else { throw part.isGone }
        try SQLiteOutput.explaining(part) {
            try database.writeWithoutTransaction { database in
                let rows = try SQLiteRows(database, offsets: offsets)
                for article in payload.articles {
                    articles += 1
                    if skip > 0 {
                        skip -= 1
                    } else {
                        if isExtended { try SQLiteRows.removeEarlier(article, database) }
                        try rows.insert(article, number: base + articles)
                    }
                }
            }
        }
    }

    func checkpoint() throws -> JSONValue {
        let state: JSONValue = ["last": .integer(base + articles)]
        guard let database, !isFinished else { return state }
        try SQLiteOutput.explaining(part) {
            try FaultPoint.sync.pass()
            try database.writeWithoutTransaction { database in
                if skip == 0 { try database.execute(sql: "UPDATE copydesk_checkpoint SET articles = ?", arguments: [articles]) }
                try database.commit()
                try database.beginTransaction(.immediate)
            }
        }
        return state
    }

    func finish() throws -> FinishedOutput {
        if let database {
            let compact = part.sibling("compact")
            SQLiteOutput.remove(compact)
            try SQLiteOutput.explaining(part) {
                try database.writeWithoutTransaction { database in
                    if try !SQLiteOutput.isComplete(database) {
                        try database.execute(sql: SQLiteSchema.indices)
                        try database.execute(sql: "DROP TABLE copydesk_checkpoint")
                        try database.commit()
                    }
                    try database.execute(sql: "VACUUM INTO ?", arguments: [compact])
                }
                try database.close()
            }
            try part.explaining("finished") { () throws(SystemCallError) in
                try DurableFile(resuming: compact, length: FileSystem.size(compact) ?? 0).moveIntoPlace(as: part.final)
            }
        }
        SQLiteOutput.remove(part.path)
        part.removeSiblings()
        return FinishedOutput(path: part.final, articles: articles, bytes: FileSystem.size(part.final) ?? 0, isExtended: isExtended)
    }

    func abandon() {
        // Best effort: the run has failed already, and says why.
        try? database?.close()
        SQLiteOutput.remove(part.path)
        part.removeSiblings()
    }

    /// Removes a database with the files that SQLite may have left beside it.
    private static func remove(_ path: String) {
        for suffix in ["", "-journal", "-wal", "-shm"] { try? FileSystem.remove(path + suffix) }
    }

    private static func explaining<Result>(_ part: PartFile, advice: String? = nil, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as DatabaseError {
            let reason = error.resultCode == .SQLITE_FULL ? "the disk is full" : error.message ?? "SQLite error \(error.resultCode.rawValue)"
            throw StageFailure("the database \(part.final.printable) cannot be written: \(reason)", advice: advice)
        } catch let error as SystemCallError {
            throw StageFailure("the database \(part.final.printable) cannot be written: \(error.explanation)", advice: advice)
        }
    }
}
