import StageKit
import Synchronization

/// Collects lines in memory, and what was called on it.
struct MemorySink: SinkStage {
    static let name = "memory"
    static let abstract = "Collects articles for tests."
    var reads: Set<ArticlePart> { [.text] }
    var writes: Set<ArticlePart> { [] }

    final class Store: Sendable {
        struct Contents: Sendable {
            var written: [String] = []
            var visible: [String]?
            var isAbandoned = false
        }
        let contents = Mutex(Contents())

        var visible: [String]? { contents.withLock { $0.visible } }
        var isAbandoned: Bool { contents.withLock { $0.isAbandoned } }
    }

    var store = Store()
    /// Writing fails once so many articles are written.
    var fullAfter = Int.max

    func makeBatch() -> [String] { [] }

    func encode(_ article: Article, into batch: inout [String]) {
        batch.append(article.text?.string ?? "")
    }

    func makeWriter(_ context: StageContext, resuming checkpoint: SinkCheckpoint?) throws -> Writer {
        store.contents.withLock { $0.written = Array($0.written.prefix(checkpoint?.articles ?? 0)) }
        return Writer(store: store, fullAfter: fullAfter)
    }

    struct Writer: SinkWriter {
        let store: Store
        let fullAfter: Int

        mutating func write(_ batch: [String]) throws {
            let count = store.contents.withLock {
                $0.written += batch
                return $0.written.count
            }
            if count > fullAfter { throw StageFailure("the disk is full") }
        }

        func checkpoint() -> JSONValue { [:] }

        mutating func finish() -> [FinishedOutput] {
            let count = store.contents.withLock {
                $0.visible = $0.written
                return $0.written.count
            }
            return [FinishedOutput(path: "/memory", articles: count, bytes: 0)]
        }

        mutating func abandon() {
            store.contents.withLock { $0.isAbandoned = true }
        }
    }
}
