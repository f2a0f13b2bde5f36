import StageKit

/// Takes articles for repeats of each other whose numbers leave the same rest when divided by `kinds`.
struct EchoStage: OrderedStage {
    static let name = "echo"
    static let abstract = "Compares articles for tests."
    var reads: Set<ArticlePart> { [.text] }
    var writes: Set<ArticlePart> { [.layer("echo")] }

    var kinds = 10
    var drops = true
    var memoryScope = MemoryScope.outputs
    var memoryFormat = "plain"
    /// Called for each article, on whichever thread.
    var pause: @Sendable (Int) -> Void = { _ in }

    func makeWorker(_ context: StageContext) -> Worker { Worker(kinds: kinds, pause: pause) }
    func makeMemory() -> Memory { Memory(drops: drops) }

    struct Worker: OrderedWorker {
        let kinds: Int
        let pause: @Sendable (Int) -> Void

        func digest(of article: Article) -> [UInt8] {
            pause(article.source.record)
            return [UInt8(article.source.record % kinds)]
        }
    }

    struct Memory: ArticleMemory {
        let drops: Bool
        private var entries: [[UInt8]] = []

        init(drops: Bool) { self.drops = drops }

        var count: Int { entries.count }

        func judge(_ newcomer: Newcomer) -> Judgement {
            guard let found = entries.first(where: { $0[0] == newcomer.digest[0] }) else {
                return Judgement(.keep, entry: newcomer.digest + Array(newcomer.id.description.utf8))
            }
            return Judgement(drops ? .drop(reason: "an echo") : .keep, layer: ["of": .string(String(decoding: found.dropFirst(), as: UTF8.self))])
        }

        mutating func remember(_ entry: [UInt8]) -> [UInt8] {
            entries.append(entry)
            return entry
        }

        mutating func restore(_ entry: ArraySlice<UInt8>, ofEarlierRun: Bool) throws {
            guard entry.count > 1 else { throw StageFailure("an entry is empty") }
            entries.append(Array(entry))
        }

        func forEachEntry(_ body: ([UInt8]) throws -> Void) rethrows { for entry in entries { try body(entry) } }
    }
}

/// Refuses articles that carry a mark of ``EchoStage``, or that do not; counts what comes.
struct MarkStage: TransformStage, ArticleWorker {
    static let name = "mark"
    static let abstract = "Looks at marks for tests."
    var reads: Set<ArticlePart> { [.text] }
    var writes: Set<ArticlePart> { [] }

    var keepsMarked = true
    var failing: Set<Int> = []
    var dropping: Set<Int> = []
    var pause: @Sendable (Int) -> Void = { _ in }

    func process(_ article: inout Article) throws -> Verdict {
        let number = article.source.record
        pause(number)
        if failing.contains(number) { throw StageFailure("number \(number) is refused") }
        if dropping.contains(number) { return .drop(reason: "not wanted") }
        return article.extensions["echo"] == nil || keepsMarked ? .keep : .drop(reason: "marked")
    }
}
