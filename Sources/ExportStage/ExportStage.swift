import StageKit

/// Writes articles to files: JSON Lines, CSV, SQLite, a Markdown digest; several at once.
public struct ExportStage: SinkStage {
    public static let name = "export"
    public static let abstract = "Writes articles: JSON Lines, CSV, SQLite, a Markdown digest; several at once."
    public static let primarySetting: String? = "to"

    @Setting(required: "The outputs; .gz or .zst at the end of a name compresses.")
    public var to: [SinkChoice] = []

    public var reads: Set<ArticlePart> { [.metadata] }
    public var writes: Set<ArticlePart> { [] }

    public init() {}

    public func contradictions() -> [String] {
        if to.isEmpty { return ["there is no output"] }
        var seen: Set<String> = []
        return to.map(\.sink.path).filter { !seen.insert(FileSystem.absolute($0)).inserted }.map { "two outputs go to '\($0)'" }
            + to.indices.compactMap { index in (to[index].sink as? ProgramSink)?.problem(behind: to[..<index]) }
    }

    public func makeBatch() -> ExportBatch {
        ExportBatch(payloads: to.map { _ in SinkPayload() })
    }

    public func encode(_ article: Article, into batch: inout ExportBatch) {
        for index in to.indices { to[index].sink.encode(article, into: &batch.payloads[index]) }
    }

    public func makeWriter(_ context: StageContext, resuming checkpoint: SinkCheckpoint?) throws -> ExportWriter {
        let states = checkpoint?.state.arrayValue
        if let states, states.count != to.count { throw StageFailure("the interrupted run had other outputs", advice: "give --restart") }
        return ExportWriter(
            outputs: try to.enumerated().map { index, choice in
                let sinkCheckpoint = checkpoint.map { SinkCheckpoint(articles: $0.articles, state: states?[index] ?? .null) }
                return try choice.sink.makeOutput(context, resuming: sinkCheckpoint)
            })
    }
}

/// What all outputs are to write of some articles.
public struct ExportBatch: Sendable {
    /// One for each output.
    var payloads: [SinkPayload]
}

/// What one output is to write of some articles.
public struct SinkPayload: Sendable {
    /// For outputs that are text.
    var bytes: [UInt8] = []
    /// Where in `bytes` each article's text ends.
    var ends: [Int] = []
    /// For outputs that take articles apart.
    var articles: [Article] = []
}

/// Writes to all outputs, one after the other.
public struct ExportWriter: SinkWriter {
    let outputs: [any SinkOutput]

    public mutating func write(_ batch: ExportBatch) throws {
        for (output, payload) in zip(outputs, batch.payloads) { try output.write(payload) }
    }

    public mutating func checkpoint() throws -> JSONValue {
        .array(try outputs.map { try $0.checkpoint() })
    }

    public mutating func finish() throws -> [FinishedOutput] {
        for output in outputs { try output.prepareToFinish() }
        return try outputs.map { try $0.finish() }
    }

    public mutating func abandon() {
        for output in outputs { output.abandon() }
    }
}
