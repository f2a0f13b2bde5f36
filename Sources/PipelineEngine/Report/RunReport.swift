import PipelineConfig
import StageKit

/// What a run did, for people (the summary) and machines (`run.json`).
public struct RunReport: Sendable {
    /// What a stage counted.
    public struct Count: Sendable {
        public var counter: StageCounter
        public var sum: Int

        var text: String {
            switch counter.value(of: sum) {
            case .number(let number): "\(number)"
            default: "\(sum)"
            }
        }
    }

    public struct Stage: Sendable {
        public var name: String
        /// Articles that came in, went on, failed.
        public var entered: Int
        public var kept: Int
        public var failed: Int
        /// Articles dropped, by reason.
        public var dropped: [String: Int]
        /// Time spent in the stage by all workers together.
        public var seconds: Double
        /// What it counted beside articles, in the order of its counters; those that counted nothing are left out.
        public var counts: [Count]
        /// Milliseconds per article at the 50th, 95th and 99th percentile, within 6 %; nil where no article came.
        public var latency: (p50: Double, p95: Double, p99: Double)?
    }

    public var pipeline: String
    /// The run's name.
    public var run: String
    public var exit: ExitCode
    /// Why it ended before its input did; nil where it did not.
    public var message: String?
    /// ISO 8601, UTC.
    public var started: String
    public var ended: String
    public var seconds: Double
    public var workers: Int
    public var read: Int
    public var written: Int
    public var dropped: Int
    public var failed: Int
    /// Whether it can go on where it stopped; the outputs are not visible yet then.
    public var isInterrupted: Bool
    /// How many articles wait in quarantine, of this and of earlier runs.
    public var waitingInQuarantine: Int
    public var quarantineFile: String
    /// Where it stands which article each that was dropped as a repeat repeats; nil where none was.
    public var repeatsFile: String?
    public var stages: [Stage]
    public var outputs: [FinishedOutput]
    /// Peak resident memory of the process in bytes.
    public var peakMemory: Int
}

extension RunReport {
    /// The report of a run that ended before it read anything.
    init(_ plan: PipelinePlan, ended exit: ExitCode, message: String, run: String, started: String, state: StateDirectory) {
        self.init(
            pipeline: plan.name, run: run, exit: exit, message: message, started: started, ended: Clock.timestamp(), seconds: 0, workers: 0, read: 0,
            written: 0, dropped: 0, failed: 0, isInterrupted: FileSystem.size(state.journalFile) != nil, waitingInQuarantine: 0,
            quarantineFile: state.quarantineFile, stages: [], outputs: [], peakMemory: ProcessMemory.peak)
    }

    /// The report as one JSON object, for `run.json`.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("pipeline", pipeline)
        json.member("run", run)
        json.member("exit_code", Int(exit.rawValue))
        json.member("message", message)
        json.name("interrupted")
        json.bool(isInterrupted)
        json.member("started", started)
        json.member("ended", ended)
        json.name("seconds")
        json.number(RunReport.rounded(seconds))
        json.member("workers", workers)
        json.member("peak_memory_bytes", peakMemory)
        json.name("articles")
        json.value([
            "read": .integer(read), "written": .integer(written), "dropped": .integer(dropped), "failed": .integer(failed),
            "waiting_in_quarantine": .integer(waitingInQuarantine),
        ])
        json.name("stages")
        json.value(.array(stages.map(\.value)))
        json.name("outputs")
        json.value(
            .array(outputs.map { ["path": .string($0.path), "articles": .integer($0.articles), "bytes": .integer($0.bytes)] }))
        json.member("quarantine", quarantineFile)
        json.member("repeats", repeatsFile)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// To the microsecond: more is noise.
    fileprivate static func rounded(_ seconds: Double) -> Double {
        (seconds * 1e6).rounded() / 1e6
    }
}

extension RunReport.Stage {
    init(_ stage: StageIdentity, _ tally: StageTally, _ latencies: LatencyHistogram?) {
        name = stage.name
        entered = tally.entered
        kept = tally.kept
        failed = tally.failed
        dropped = tally.dropped
        seconds = Double(tally.nanoseconds) / 1e9
        counts = stage.counters.compactMap { counter in tally.counts[counter.name].map { RunReport.Count(counter: counter, sum: $0) } }
        if let latencies, let p50 = latencies.quantile(0.5), let p95 = latencies.quantile(0.95), let p99 = latencies.quantile(0.99) {
            latency = (Double(p50) / 1e6, Double(p95) / 1e6, Double(p99) / 1e6)
        }
    }

    /// What it counted, in a line for people; nil where it counted nothing.
    var countsText: String? {
        counts.isEmpty ? nil : "\(name): " + counts.map { "\($0.text) \($0.counter.name.split(separator: "_").joined(separator: " "))" }.joined(separator: ", ")
    }

    fileprivate var value: JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(name), "in": .integer(entered), "out": .integer(kept), "failed": .integer(failed),
            "seconds": .number(RunReport.rounded(seconds)),
        ]
        if !dropped.isEmpty { members["dropped"] = .object(dropped.mapValues { .integer($0) }) }
        if !counts.isEmpty {
            members["counts"] = .object(Dictionary(counts.map { ($0.counter.name, $0.counter.value(of: $0.sum)) }) { first, _ in first })
        }
        if let latency {
            members["milliseconds"] = [
                "p50": .number(latency.p50), "p95": .number(latency.p95), "p99": .number(latency.p99),
            ]
        }
        return .object(members)
    }
}
