import StageKit

/// What identifies the work of a run: an interrupted run goes on only where all of it is the same.
struct RunIdentity: Sendable, Hashable {
    /// The run's name, kept when it is resumed.
    var run: String
    /// When it first began, ISO 8601.
    var started: String
    /// Fingerprint of every stage with its settings.
    var pipeline: String
    /// Fingerprint of the input.
    var input: String
    /// Absolute path of the output folder.
    var output: String
    var mode = RunMode.all
}

/// How far a run is: everything before this point is durable in all outputs and in the quarantine.
struct CommitPoint: Sendable {
    var counts = ArticleCounts()
    /// Where reading goes on.
    var position = InputPosition()
    var sink: JSONValue = .null
    /// How far the memory of an ordered stage is; null where there is none.
    var memory: JSONValue = .null
    /// Length of the quarantine's part file in bytes.
    var quarantineLength = 0
    /// Articles that waited in quarantine before the run and have passed in it, since the commit before.
    var passed: [ArticleSource] = []
    var tallies: [StageTally] = []
    /// All articles are in; what remains is to move the outputs into place.
    var isFinal = false
}

extension RunIdentity {
    var json: JSONValue {
        ["run": .string(run), "started": .string(started), "pipeline": .string(pipeline), "input": .string(input), "output": .string(output), "mode": .string(mode.rawValue)]
    }

    init?(_ json: JSONValue) {
        guard let run = json["run"]?.stringValue, let started = json["started"]?.stringValue,
            let pipeline = json["pipeline"]?.stringValue, let input = json["input"]?.stringValue,
            let output = json["output"]?.stringValue,
            let mode = json["mode"]?.stringValue.flatMap(RunMode.init)
        else { return nil }
        self.init(run: run, started: started, pipeline: pipeline, input: input, output: output, mode: mode)
    }
}

extension CommitPoint {
    var json: JSONValue {
        [
            "written": .integer(counts.written), "dropped": .integer(counts.dropped), "failed": .integer(counts.failed),
            "split": .integer(position.split), "record": .integer(position.record), "bytes": .integer(position.bytes),
            "sink": sink, "memory": memory, "quarantine": .integer(quarantineLength), "passed": .array(passed.map(\.json)),
            "stages": .array(tallies.map(\.json)), "final": .bool(isFinal),
        ]
    }

    init?(_ json: JSONValue) {
        guard let written = json["written"]?.integerValue, let dropped = json["dropped"]?.integerValue,
            let failed = json["failed"]?.integerValue, let split = json["split"]?.integerValue,
            let record = json["record"]?.integerValue, let bytes = json["bytes"]?.integerValue, let sink = json["sink"],
            let quarantine = json["quarantine"]?.integerValue, let passed = json["passed"]?.arrayValue,
            let stages = json["stages"]?.arrayValue
        else { return nil }
        counts = ArticleCounts(written: written, dropped: dropped, failed: failed)
        position = InputPosition(split: split, record: record, bytes: bytes)
        self.sink = sink
        memory = json["memory"] ?? .null
        quarantineLength = quarantine
        self.passed = passed.compactMap(ArticleSource.init(json:))
        tallies = stages.compactMap(StageTally.init(json:))
        isFinal = json["final"] == true
        guard self.passed.count == passed.count, tallies.count == stages.count else { return nil }
    }
}

extension ArticleSource {
    var json: JSONValue {
        var members: [String: JSONValue] = ["uri": .string(uri), "record": .integer(record)]
        if let line { members["line"] = .integer(line) }
        return .object(members)
    }

    init?(json: JSONValue) {
        guard let uri = json["uri"]?.stringValue, let record = json["record"]?.integerValue else { return nil }
        self.init(uri: uri, record: record, line: json["line"]?.integerValue)
    }
}

extension StageTally {
    fileprivate var json: JSONValue {
        [
            "in": .integer(entered), "out": .integer(kept), "failed": .integer(failed),
            "nanoseconds": .integer(Int(clamping: nanoseconds)), "dropped": .object(dropped.mapValues { .integer($0) }),
            "counts": .object(counts.mapValues { .integer($0) }),
        ]
    }

    fileprivate init?(json: JSONValue) {
        guard let entered = json["in"]?.integerValue, let kept = json["out"]?.integerValue,
            let failed = json["failed"]?.integerValue, let nanoseconds = json["nanoseconds"]?.integerValue,
            let dropped = json["dropped"]?.objectValue
        else { return nil }
        self.init(
            entered: entered, kept: kept, failed: failed, dropped: dropped.compactMapValues(\.integerValue),
            nanoseconds: UInt64(clamping: nanoseconds),
            counts: json["counts"]?.objectValue?.compactMapValues(\.integerValue) ?? [:])
    }
}
