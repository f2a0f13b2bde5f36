/// The names that may stand in braces in the path of an output: `archive/{date}.jsonl`.
///
/// They come from the pipeline file and the clock alone; nothing that an article says can enter a path.
public enum OutputPath {
    /// `{date}` is the day on which the run began (UTC, `2026-11-24`), `{run}` its name, `{pipeline}` the pipeline's.
    public static let names = ["date", "run", "pipeline"]

    /// The names in braces that are none of ``names``, in their order.
    public static func unknownNames(in path: String) -> [String] {
        pieces(path).compactMap { $0.isName && !names.contains($0.text) ? $0.text : nil }
    }

    /// Whether the path is another for each run or day.
    public static func varies(_ path: String) -> Bool {
        pieces(path).contains { $0.isName && ($0.text == "date" || $0.text == "run") }
    }

    /// - Parameter run: begins with the day, `20261124T…`.
    static func filled(_ path: String, pipeline: String, run: String) -> String {
        pieces(path).map { piece in
            guard piece.isName else { return piece.text }
            switch piece.text {
            case "date": return "\(run.prefix(4))-\(run.dropFirst(4).prefix(2))-\(run.dropFirst(6).prefix(2))"
            case "run": return run
            case "pipeline": return pipeline
            default: return "{\(piece.text)}"
            }
        }.joined()
    }

    private static func pieces(_ path: String) -> [(text: String, isName: Bool)] {
        var pieces: [(text: String, isName: Bool)] = []
        var rest = path[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            pieces.append((String(rest[..<open]), false))
            pieces.append((String(rest[rest.index(after: open)..<close]), true))
            rest = rest[rest.index(after: close)...]
        }
        pieces.append((String(rest), false))
        return pieces
    }
}
