internal import GRDB
import StageKit

/// What a pipeline with `only: new` has taken before: for every article, by where it comes from, the id of the version
/// that is in the outputs, and of one that failed and waits in quarantine.
///
/// A SQLite database in the state folder. A run's entries wait in a table of their own until its outputs are in place.
/// Writing is confined to the committer's thread; ``Reader``s may be used from any.
final class SeenStore {
    private let pool: DatabasePool
    private let path: String
    private var added: [SeenEntry] = []

    /// - Parameter keepsPending: whether an interrupted run's entries still count.
    /// - Throws: ``StageFailure`` when the database cannot be opened.
    init(_ path: String, readers: Int, keepsPending: Bool) throws(StageFailure) {
        self.path = path
        var configuration = Configuration()
        configuration.label = "copydesk.seen"
        configuration.maximumReaderCount = max(readers, 1)
        configuration.prepareDatabase { database in
            // A commit must survive a power cut, like all that the journal builds upon.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        pool = try SeenStore.explaining(path, "opened") {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.write { database in
                try database.execute(sql: """
                    CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, id TEXT, failed TEXT) WITHOUT ROWID;
                    CREATE TABLE IF NOT EXISTS pending (key TEXT PRIMARY KEY, id TEXT, failed TEXT) WITHOUT ROWID;
                    """)
                if !keepsPending { try database.execute(sql: "DELETE FROM pending") }
            }
            return pool
        }
    }

    /// Whether nothing was taken before.
    func isEmpty() throws(StageFailure) -> Bool {
        try SeenStore.explaining(path, "read") { try pool.read { try Row.fetchOne($0, sql: "SELECT 1 FROM seen LIMIT 1") == nil } }
    }

    var reader: Reader { Reader(pool: pool, path: path) }

    func add(_ entries: [SeenEntry]) {
        added += entries
    }

    /// Makes what was added survive a crash, without letting it count.
    func checkpoint() throws(StageFailure) {
        guard !added.isEmpty else { return }
        try SeenStore.explaining(path, "written") {
            try pool.write { database in
                let insert = try database.cachedStatement(sql: "INSERT OR REPLACE INTO pending VALUES (?, ?, ?)")
                for entry in added { try insert.execute(arguments: [entry.key.description, entry.id, entry.failed]) }
            }
        }
        added = []
    }

    /// Lets the run's entries count: its outputs are in place.
    func promote() throws(StageFailure) {
        try checkpoint()
        try SeenStore.explaining(path, "written") {
            try pool.write { database in
                // A version that failed leaves the one before it in the outputs.
                try database.execute(sql: """
                    INSERT INTO seen SELECT key, id, failed FROM pending WHERE true
                    ON CONFLICT (key) DO UPDATE SET id = coalesce(excluded.id, id), failed = excluded.failed;
                    DELETE FROM pending
                    """)
            }
        }
    }

    /// Forgets the run's entries.
    func abandon() throws(StageFailure) {
        added = []
        try SeenStore.explaining(path, "written") { try pool.write { try $0.execute(sql: "DELETE FROM pending") } }
    }

    /// Looks articles up. Safe to use from any thread.
    struct Reader: Sendable {
        fileprivate let pool: DatabasePool
        fileprivate let path: String

        /// What is known of the article with this key; nil where nothing is.
        func entry(_ key: ContentHash) throws(StageFailure) -> SeenEntry? {
            try SeenStore.explaining(path, "read") {
                try pool.read { database in
                    let select = try database.cachedStatement(sql: "SELECT id, failed FROM seen WHERE key = ?")
                    return try Row.fetchOne(select, arguments: [key.description]).map { SeenEntry(key: key, id: $0["id"], failed: $0["failed"]) }
                }
            }
        }
    }

    private static func explaining<Result>(_ path: String, _ verb: String, _ work: () throws -> Result) throws(StageFailure) -> Result {
        do {
            return try work()
        } catch {
            let reason = (error as? DatabaseError)?.message ?? "\(error)"
            throw StageFailure("the list of articles taken before, \(path), cannot be \(verb): \(reason)", advice: "mend it, or remove it and give --full")
        }
    }
}

/// What is remembered of one article.
struct SeenEntry: Sendable, Hashable {
    /// From where it comes: ``init(key:id:failed:)`` takes what ``key(of:article:)`` makes.
    var key: ContentHash
    /// Id of the version that is in the outputs (or was dropped by a stage).
    var id: String?
    /// Id of a version that failed.
    var failed: String?

    /// What tells that two versions are the same article: the file, where it holds one article; else the article's own
    /// address; else its content, so that a changed record without address counts as another article.
    static func key(of record: SourceRecord, article: Article?) -> ContentHash {
        let name: String
        if record.source.line == nil {
            name = "file \(record.source.uri)"
        } else if let url = article?.metadata.url {
            name = "url \(url)"
        } else {
            name = "content \(article?.id.description ?? ArticleID(content: record.bytes).description)"
        }
        return ContentHash(Array(name.utf8))
    }
}
