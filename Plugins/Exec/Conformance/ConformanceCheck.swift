import StageKit

/// Holds a program to the protocol of docs/exec-protocol.md, point by point: `copydesk stages --conform COMMAND`.
public struct ConformanceCheck {
    /// One point, and what is wrong with it; nil where nothing is.
    public struct Finding: Sendable, Hashable {
        public var point: String
        public var problem: String?
    }

    /// How long each answer may take, in seconds.
    private static let patience = 30
    private static let burst = 100
    private static let largeText = 1_000_000

    private let pool: ProcessPool
    private let tell: (Finding) -> Void
    private var offsets = OffsetUnit.codePoints
    private var number = 0
    private var conforms = true

    /// - Parameters:
    ///   - directory: where the program runs, absolute.
    ///   - report: gets what it says on standard error.
    ///   - tell: gets every finding as soon as it is made.
    /// - Throws: ``StageFailure`` when there is no such program.
    public init(
        _ command: [String], in directory: String, settings: [String: JSONValue] = [:], report: @escaping @Sendable (Diagnostic) -> Void,
        tell: @escaping (Finding) -> Void
    ) throws {
        let context = StageContext(pipeline: "conform", inputDirectory: directory, outputDirectory: directory, run: "conform", report: report)
        pool = ProcessPool(
            try ProgramFile(command, in: directory), settings: settings, most: nil, longestLine: 64_000_000,
            startSeconds: ConformanceCheck.patience, log: ProgramLog(context))
        self.tell = tell
    }

    /// - Returns: whether the program does all that it must.
    public mutating func run() -> Bool {
        guard check("starts and answers the handshake", { check in check.offsets = try check.pool.startFirst().offsets }) else { return false }
        let usual = ConformanceCheck.article("Maria Silva met Zoë in Oslo. They left by train.", sentences: [0..<29, 30..<49])
        var first: Answer?
        check("answers an article") { first = try $0.ask(usual) }
        check("answers the same article the same way again") { check in
            guard try check.ask(usual) == first else { throw StageFailure("the second answer differs from the first") }
        }
        check("passes over members it does not know") { _ = try $0.ask(usual, fromTheFuture: true) }
        check("takes an empty text") { _ = try $0.ask(ConformanceCheck.article("", sentences: [])) }
        check("takes an article without text") { _ = try $0.ask(Article(id: ArticleID("0"), source: ArticleSource(uri: "conform", record: 0))) }
        check("takes characters of every length, and offsets behind them") { check in
            _ = try check.ask(ConformanceCheck.article("é 漢 👩‍🚀 𝔘. “Ja”, sagte Ülo.", sentences: [0..<24, 25..<46]))
        }
        check("takes a text of 1 MB") { check in
            let sentence = "The council met on Monday. "
            let text = String(repeating: sentence, count: ConformanceCheck.largeText / sentence.utf8.count)
            _ = try check.ask(ConformanceCheck.article(text, sentences: [0..<26]))
        }
        check("answers \(ConformanceCheck.burst) articles sent at once, in order") { try $0.askAll(Array(repeating: usual, count: ConformanceCheck.burst)) }
        check("ends within \(Int(ProcessPool.endingTime)) seconds after its input, with status 0, saying no more") { try $0.end() }
        return conforms
    }

    @discardableResult
    private mutating func check(_ point: String, _ work: (inout ConformanceCheck) throws -> Void) -> Bool {
        var problem: String?
        do {
            try work(&self)
        } catch {
            problem = "\(error)"
            conforms = false
        }
        tell(Finding(point: point, problem: problem))
        return problem == nil
    }

    private static func article(_ text: String, sentences: [Range<Int>]) -> Article {
        var article = Article(id: ArticleID("0123456789abcdef"), source: ArticleSource(uri: "conform.txt", record: 0), text: ArticleText(text))
        article.metadata.title = "A title"
        article.sentences = sentences.map { Sentence(range: $0) }
        return article
    }

    private mutating func ask(_ article: Article, fromTheFuture: Bool = false) throws -> Answer {
        let line = request(article, fromTheFuture)
        return try converse(line, articles: [article], first: number)[0]
    }

    private mutating func askAll(_ articles: [Article]) throws {
        let first = number + 1
        var lines: [UInt8] = []
        for article in articles { lines += request(article, false) }
        _ = try converse(lines, articles: articles, first: first)
    }

    private mutating func request(_ article: Article, _ fromTheFuture: Bool) -> [UInt8] {
        number += 1
        var json = JSONWriter()
        json.beginObject()
        if fromTheFuture { json.member("colour", "mauve") }
        json.member("n", number)
        json.name("article")
        article.writeRecord(to: &json, offsets: offsets)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func converse(_ lines: [UInt8], articles: [Article], first: Int) throws -> [Answer] {
        let process = try pool.lease()
        do {
            let deadline = MonotonicClock.seconds + Double(ConformanceCheck.patience)
            guard let replies = try process.exchange(lines, lines: articles.count, until: deadline) else {
                throw ProgramFault.tooSlow(seconds: ConformanceCheck.patience, setting: "seconds")
            }
            let answers = try articles.indices.map { try answer(replies[$0], to: first + $0, articles[$0], sent: lines) }
            pool.giveBack(process)
            return answers
        } catch {
            pool.discard(process)
            guard let fault = error as? ProgramFault else { throw error }
            throw StageFailure("it \(fault.reason)")
        }
    }

    private func answer(_ line: [UInt8], to number: Int, _ article: Article, sent: [UInt8]) throws -> Answer {
        let answer: Answer
        do {
            answer = try Answer(line, to: number)
        } catch let error as Answer.OutOfStep {
            throw StageFailure("it \(error.reason)")
        }
        guard case .article(let members) = answer else { return answer }
        var article = article
        try Changes(writes: Set(ArticlePart.wellKnown + [.extensions]), offsets: offsets).apply(members, to: &article, sent: sent)
        return answer
    }

    private func end() throws {
        let process = try pool.lease()
        defer { pool.discard(process) }
        process.closeInput()
        guard let end = process.finish(until: MonotonicClock.seconds + ProcessPool.endingTime) else { throw StageFailure("it went on and was killed") }
        guard end.status == .exited(0) else { throw StageFailure("it ended with \(end.status)") }
        guard !end.strayBytes else { throw StageFailure("it wrote to standard output what nobody asked for") }
    }
}
