import StageKit

/// What a run and its worker processes say to each other: lines of JSON, described in docs/worker-protocol.md.
enum WorkerProtocol {
    static let name = "copydesk-worker"
    /// Grows when a side that knows only the older one would misunderstand.
    static let version = 1
    /// A longer line is no part of a conversation: the largest records are some megabytes.
    static let mostLine = 1 << 30

    /// The first line of either side.
    fileprivate static func firstLine(pipeline: String?, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("protocol", name)
        json.member("version", version)
        json.member("pipeline", pipeline)
        members(&json)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

/// The first line to a worker.
struct WorkerHello: Hashable {
    /// Fingerprint of the pipeline that the run has loaded; nil: whatever the worker has.
    var pipeline: String?
    /// The run's name; nil where there is none.
    var run: String?
    /// The run's state folder, for what stages remember; nil where they are not to.
    var state: String?
    /// Whether whoever asks decides what repeats what: a worker, which sees some of the articles only, cannot.
    var judges = false

    var line: [UInt8] {
        WorkerProtocol.firstLine(pipeline: pipeline) { json in
            json.member("run", run)
            json.member("state", state)
            guard judges else { return }
            json.name("judges")
            json.bool(true)
        }
    }

    init(pipeline: String?, run: String?, state: String? = nil, judges: Bool = false) {
        self.pipeline = pipeline
        self.run = run
        self.state = state
        self.judges = judges
    }

    /// - Throws: what the worker answers to a first line that is none.
    init(line: [UInt8]) throws(StageFailure) {
        let value = try WorkerLine.value(line)
        try WorkerLine.checkVersion(value)
        pipeline = value["pipeline"]?.stringValue
        run = value["run"]?.stringValue
        state = value["state"]?.stringValue
        judges = value["judges"] == true
    }
}

/// A worker's answer to the first line: it is ready.
struct WorkerReady: Hashable {
    var pipeline: String
    /// The stages that it runs, the source first, by name.
    var stages: [String]

    var line: [UInt8] { WorkerProtocol.firstLine(pipeline: pipeline) { $0.member("stages", stages) } }

    init(pipeline: String, stages: [String]) {
        self.pipeline = pipeline
        self.stages = stages
    }

    /// - Throws: why the line is not the answer of a worker that is ready; its own words where it refuses.
    init(line: [UInt8]) throws(StageFailure) {
        let value = try WorkerLine.value(line)
        if let error = value["error"]?.stringValue { throw StageFailure(error, advice: value["advice"]?.stringValue) }
        try WorkerLine.checkVersion(value)
        guard let pipeline = value["pipeline"]?.stringValue, let stages = value["stages"]?.arrayValue else {
            throw StageFailure("the worker's first line names no pipeline or no stages")
        }
        self.pipeline = pipeline
        self.stages = stages.compactMap(\.stringValue)
    }
}

/// What all lines have in common.
enum WorkerLine {
    static func value(_ line: [UInt8]) throws(StageFailure) -> JSONValue {
        do {
            let value = try JSONParser.parse(line)
            guard value.objectValue != nil else { throw StageFailure("a line must be a JSON object, not \(value.kind)") }
            return value
        } catch let error as JSONError {
            throw StageFailure("a line is not JSON: \(error)")
        } catch {
            throw StageFailure(describing: error)
        }
    }

    static func checkVersion(_ value: JSONValue) throws(StageFailure) {
        guard value["protocol"]?.stringValue == WorkerProtocol.name else {
            throw StageFailure("the first line must have \"protocol\": \"\(WorkerProtocol.name)\"", advice: "see docs/worker-protocol.md")
        }
        guard value["version"]?.integerValue == WorkerProtocol.version else {
            throw StageFailure(
                "the other side speaks another version of the protocol than \(WorkerProtocol.version)",
                advice: "use the same copydesk on both sides")
        }
    }
}

/// Reads a line of the protocol in every way that either side reads one: what a fuzzer calls.
package enum WorkerProtocolReading {
    /// Whether the line means anything to anybody.
    package static func accepts(_ line: [UInt8]) -> Bool {
        (try? WorkerHello(line: line)) != nil || (try? WorkerReady(line: line)) != nil || (try? WorkerRequest.read(line)) != nil
            || (try? WorkerAnswer(line: line, stages: 3)) != nil
    }
}
