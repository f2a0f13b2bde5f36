internal import GRDB
internal import Glibc
internal import StageKit
import Synchronization

/// Answers by the hash of their question, in a SQLite database of the state folder: what was paid for once is not asked
/// again, by a later run or after a crash. Several processes may have it open.
///
/// An answer is durable when ``store(_:for:)`` returns. Safe to use from any thread.
final class AnswerCache: Sendable {
    /// How many answers are added between two looks at whether there are too many.
    private static let storesPerEviction = 256
    /// How long another process may keep the database locked, in seconds: it holds it for milliseconds.
    private static let patience = 20.0
    private static let secondsPerDay = 86_400

    private let path: String
    private let pool: DatabasePool
    private let most: Int
    private let stores = Atomic<Int>(0)
    /// Days since 1970. An answer's last use is noted to the day, so that reading one rarely writes.
    private let today: Int

    /// - Parameters:
    ///   - age: seconds for which an answer stays that nobody asks for.
    ///   - most: how many answers stay.
    /// - Throws: ``StageFailure`` when the database cannot be opened.
    init(_ path: String, age: Double, most: Int, now: Int = time(nil)) throws(StageFailure) {
        self.path = path
        self.most = most
        let today = now / AnswerCache.secondsPerDay
        self.today = today
        pool = try AnswerCache.explaining(path, "opened") {
            var configuration = Configuration()
            configuration.label = "copydesk.summaries"
            configuration.busyMode = .timeout(AnswerCache.patience)
            // An answer that was paid for must survive a power cut.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.write { database in
                try database.execute(sql: """
                    CREATE TABLE IF NOT EXISTS answers (
                        question TEXT PRIMARY KEY, content TEXT NOT NULL, cut_off INTEGER NOT NULL, prompt_tokens INTEGER NOT NULL,
                        completion_tokens INTEGER NOT NULL, used INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    CREATE INDEX IF NOT EXISTS answers_used ON answers (used);
                    """)
                try database.execute(sql: "DELETE FROM answers WHERE used < ?", arguments: [today - Int(age) / AnswerCache.secondsPerDay])
            }
            return pool
        }
        try evict()
    }

    /// The stored answer; nil where there is none.
    func answer(to question: ContentHash) throws(StageFailure) -> ChatAnswer? {
        let found: (answer: ChatAnswer, used: Int)? = try AnswerCache.explaining(path, "read") {
            try pool.read { database in
                let select = try database.cachedStatement(
                    sql: "SELECT content, cut_off, prompt_tokens, completion_tokens, used FROM answers WHERE question = ?")
                return try Row.fetchOne(select, arguments: [question.description]).map { row in
                    (ChatAnswer(content: row[0], isCutOff: row[1], promptTokens: row[2], completionTokens: row[3]), row[4])
                }
            }
        }
        guard let found else { return nil }
        if found.used < today {
            try AnswerCache.explaining(path, "written") {
                try pool.write { try $0.execute(sql: "UPDATE answers SET used = ? WHERE question = ?", arguments: [today, question.description]) }
            }
        }
        return found.answer
    }

    func store(_ answer: ChatAnswer, for question: ContentHash) throws(StageFailure) {
        try AnswerCache.explaining(path, "written") {
            try pool.write { database in
                let insert = try database.cachedStatement(sql: "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)")
                try insert.execute(arguments: [question.description, answer.content, answer.isCutOff, answer.promptTokens, answer.completionTokens, today])
            }
        }
        if stores.add(1, ordering: .relaxed).newValue % AnswerCache.storesPerEviction == 0 { try evict() }
    }

    /// Lets go of what is too much.
    private func evict() throws(StageFailure) {
        try AnswerCache.explaining(path, "written") {
            try pool.write { database in
                let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM answers") ?? 0
                guard count > most else { return }
                try database.execute(
                    sql: "DELETE FROM answers WHERE question IN (SELECT question FROM answers ORDER BY used, question LIMIT ?)", arguments: [count - most])
            }
        }
    }

    private static func explaining<Result>(_ path: String, _ verb: String, _ work: () throws -> Result) throws(StageFailure) -> Result {
        do {
            return try work()
        } catch {
            // SQLite's own words: GRDB's description would show the statement's arguments.
            let reason = (error as? DatabaseError)?.message ?? "\(type(of: error))"
            throw StageFailure("the stored summaries \(path) cannot be \(verb): \(reason)", advice: "mend that, or remove the file: its answers are then asked for again")
        }
    }
}
