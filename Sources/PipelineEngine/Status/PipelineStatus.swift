import PipelineConfig
import StageKit

/// What is known of a pipeline between its runs: the last run, one that was interrupted, what waits in quarantine.
///
/// Only reads, and may be asked while a run is going on.
public struct PipelineStatus: Sendable {
    /// A reason for which articles wait in quarantine.
    public struct Waiting: Sendable, Hashable {
        public var stage: String
        public var reason: String
        public var count: Int
        /// One of the articles, for a look at it.
        public var example: String
    }

    public var pipeline: String
    public var stateDirectory: String
    /// The report of the last run that came to an end, as `run.json` holds it; nil before the first.
    public var lastRun: JSONValue?
    /// The reports of the last runs, the latest first.
    public var runs: [JSONValue]
    /// When an unfinished run began, and how many articles it has committed.
    public var unfinished: (started: String, articles: Int)?
    /// Whoever holds the lock now.
    public var runningProcess: String?
    /// Most frequent first.
    public var quarantine: [Waiting]

    /// - Throws: ``StageFailure`` when the state is there but cannot be read.
    public init(of plan: PipelinePlan, stateDirectory path: String?, environment: [String: String]) throws(StageFailure) {
        let state = try StateDirectory(of: plan, given: path, environment: environment)
        pipeline = plan.name
        stateDirectory = state.path
        lastRun = try PipelineStatus.lines(of: state.reportFile).first
        runs = try ReportFiles.runs(in: state).reversed()
        unfinished = try JournalReader.interruptedRun(in: state).map { ($0.identity.started, $0.articles) }
        runningProcess = RunLock.holder(of: state.lockFile)
        quarantine = PipelineStatus.grouped(try PipelineStatus.lines(of: state.quarantineFile))
    }

    private static func lines(of path: String) throws(StageFailure) -> [JSONValue] {
        do throws(SystemCallError) {
            return try (FileSystem.read(path) ?? []).split(separator: 0x0A).compactMap { try? JSONParser.parse(Array($0)) }
        } catch {
            throw StageFailure("\(path) cannot be read: \(error.explanation)")
        }
    }

    private static func grouped(_ entries: [JSONValue]) -> [Waiting] {
        var groups: [[String]: Waiting] = [:]
        for entry in entries {
            guard let stage = entry["stage"]?.stringValue, let reason = entry["reason"]?.stringValue else { continue }
            let example = entry["source"].flatMap(ArticleSource.init(json:))?.description ?? ""
            groups[[stage, reason], default: Waiting(stage: stage, reason: reason, count: 0, example: example)].count += 1
        }
        return groups.values.sorted { ($1.count, $0.stage, $0.reason) < ($0.count, $1.stage, $1.reason) }
    }
}

extension PipelineStatus {
    /// How many runs before the last one are listed.
    private static let mostEarlierRuns = 5

    private var earlierRuns: [String] {
        let earlier = runs.dropFirst().prefix(PipelineStatus.mostEarlierRuns)
        return (earlier.isEmpty ? [] : ["before that:"]) + earlier.map { run in
            func count(_ name: String) -> Int { run["articles"]?[name]?.integerValue ?? 0 }
            return "  \(run["started"]?.stringValue ?? "?")  exit code \(run["exit_code"]?.integerValue ?? -1), \(count("written")) written, \(count("failed")) failed"
        }
    }

    /// A line for each stage that counted something.
    private static func counts(of run: JSONValue) -> [String] {
        (run["stages"]?.arrayValue ?? []).compactMap { stage in
            guard let name = stage["name"]?.stringValue, let counts = stage["counts"]?.objectValue, !counts.isEmpty else { return nil }
            let texts = counts.sorted { $0.key < $1.key }.map { name, sum in
                let number = if case .number(let number) = sum { "\(number)" } else { "\(sum.integerValue ?? 0)" }
                return "\(number) \(name.split(separator: "_").joined(separator: " "))"
            }
            return "  \(name): \(texts.joined(separator: ", "))".printable
        }
    }

    /// The status for a person to read.
    public var text: String {
        var lines = ["pipeline \(pipeline), state in \(stateDirectory.printable)"]
        if let runningProcess { lines.append("running: \(runningProcess)") }
        if let unfinished {
            let what = runningProcess == nil ? "interrupted; the next run goes on" : "committed so far"
            lines.append("run of \(unfinished.started): \(what) after \(Console.articles(unfinished.articles))")
        }
        if let lastRun {
            let articles = lastRun["articles"]
            func count(_ name: String) -> Int { articles?[name]?.integerValue ?? 0 }
            lines.append(
                "last run: \(lastRun["started"]?.stringValue ?? "?") to \(lastRun["ended"]?.stringValue ?? "?"), exit code \(lastRun["exit_code"]?.integerValue ?? -1)"
            )
            lines.append("  \(Console.articles(count("read"))): \(count("written")) written, \(count("dropped")) dropped, \(count("failed")) failed")
            for stage in lastRun["stages"]?.arrayValue ?? [] {
                for (reason, count) in (stage["dropped"]?.objectValue ?? [:]).sorted(by: { $0.key < $1.key }) {
                    lines.append("  \(stage["name"]?.stringValue?.printable ?? "?") dropped \(Console.articles(count.integerValue ?? 0)): \(reason.printable)")
                }
            }
            if let repeats = lastRun["repeats"]?.stringValue { lines.append("  what each repeats: \(repeats.printable)") }
            lines += PipelineStatus.counts(of: lastRun)
            if let message = lastRun["message"]?.stringValue { lines.append("  \(message.printable)") }
            lines += earlierRuns
        } else {
            lines.append("no run yet")
        }
        lines.append(quarantine.isEmpty ? "quarantine: empty" : "quarantine: \(Console.articles(quarantine.reduce(0) { $0 + $1.count }))")
        for waiting in quarantine {
            lines.append("  \(waiting.count) × \(waiting.stage): \(waiting.reason.printable) (e.g. \(waiting.example.printable))")
        }
        return lines.map { "\($0)\n" }.joined()
    }
}
