import StageKit

/// A stage that is a program of the user's, in any language: JSON Lines on standard input and output.
/// docs/exec-protocol.md describes what the two say to each other.
public struct ExecStage: TransformStage {
    public static let name = "exec"
    public static let abstract = "Hands articles to a program of yours, in any language, and takes back what it adds."

    @Setting(required: "The program and its arguments, as a list; it runs in the pipeline file's folder.")
    public var command: [String] = []
    @Setting("What it gets to see of an article, beside id, source and metadata: raw, text, blocks, sentences, tokens, entities, summary, extensions.NAME.")
    public var reads: Set<ArticlePart> = [.text]
    @Setting("What it may change, of these and metadata; extensions.NAME is a layer of its own.") public var writes: Set<ArticlePart> = []
    @Setting("Handed to the program as they are.") public var settings: [String: JSONValue] = [:]
    @Setting("How many copies of it run at most; one for each worker when not given.", in: 1...1024) public var processes: Int?
    @Setting("How long it may take for an article, in seconds.", in: 1...86_400) public var seconds = 30
    @Setting("How long it may take to start, in seconds.", in: 1...86_400) public var startSeconds = 60
    @Setting("The longest line it may answer with.", in: ByteSize(bytes: 1000)...ByteSize(bytes: 1_000_000_000))
    public var longestAnswer = ByteSize(bytes: 64_000_000)

    private var pool: ProcessPool?
    private var handshake: Handshake?

    public init() {}

    public func contradictions() -> [String] {
        if command.first?.isEmpty ?? true { return ["'command' names no program"] }
        if reads.contains(.extensions) { return ["'reads' must name a layer: extensions.NAME"] }
        return []
    }

    public mutating func prepare(_ context: StageContext) throws {
        let pool = ProcessPool(
            try ProgramFile(command, in: context.inputDirectory), settings: settings, most: processes, longestLine: longestAnswer.bytes,
            startSeconds: startSeconds, log: ProgramLog(context))
        handshake = try pool.startFirst()
        self.pool = pool
    }

    public func finish() {
        pool?.finish()
    }

    public func makeWorker(_ context: StageContext) throws -> ExecWorker {
        guard let pool, let handshake else { throw StageFailure("the program was not started") }
        return ExecWorker(pool, handshake, reads: reads, writes: writes, seconds: seconds)
    }
}
