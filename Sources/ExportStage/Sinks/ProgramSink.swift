import StageKit

/// A file in any other format (Parquet, XML, a search engine's), which a program of the user's makes of another output.
struct ProgramSink: ExportSink {
    static let name = "program"
    static let abstract = "A file in any other format, which a program of yours makes of another output."
    var path = ""

    @Setting(required: "The program and its arguments, as a list; it runs in the pipeline file's folder.")
    var command: [String] = []

    @Setting(required: "The path of the jsonl output, above it in the list, that it is made from.")
    var from = ""

    init() {}

    func contradictions() -> [String] {
        command.first?.isEmpty ?? true ? ["'command' names no program"] : []
    }

    /// What is wrong with `from` among all outputs; nil where it names one that the program can read.
    func problem(behind earlier: ArraySlice<SinkChoice>) -> String? {
        guard let source = earlier.first(where: { $0.sink.path == from })?.sink as? JSONLinesSink else {
            return "output 'program': 'from' must be the path of a jsonl output above it, not '\(from.printable)'"
        }
        // Its last frame is not there before it is in place.
        guard FrameCompressor(path: source.path) == nil else { return "output 'program': 'from: \(from.printable)' is compressed; name one that is not" }
        return nil
    }

    func encode(_ article: Article, into payload: inout SinkPayload) {
        payload.ends.append(0)
    }

    func makeOutput(_ context: StageContext, resuming checkpoint: SinkCheckpoint?) throws -> any SinkOutput {
        try ProgramOutput(
            context.outputPath(path), from: context.outputPath(from), program: ProgramFile(command, in: context.inputDirectory),
            mode: context.outputMode, articles: checkpoint?.articles ?? 0)
    }
}
