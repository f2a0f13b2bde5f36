import StageKit

/// A line from a worker.
enum WorkerAnswer {
    /// What became of the next record.
    case passage(Passage)
    /// The next record's line could not be read.
    case unreadable(StageFailure)
    /// Something that a stage has to tell; belongs to no record.
    case message(Diagnostic)
}

extension WorkerAnswer {
    /// Writes what became of a record, as a line.
    /// - Parameter stages: the names of the worker's stages.
    static func write(_ passage: Passage, stages: [String], to json: inout JSONWriter) {
        json.beginObject()
        func writeDropped(_ reason: String) {
            json.name("dropped")
            json.beginObject()
            json.member("stage", stages[passage.lastStage])
            json.member("reason", reason)
            json.endObject()
        }
        func writeStopped(_ failure: RunFailure) {
            json.name("stopped")
            json.beginObject()
            json.member("stage", stages[passage.lastStage])
            json.member("reason", failure.reason)
            json.member("advice", failure.advice)
            json.endObject()
        }
        func writeFailed(_ reason: String, _ advice: String?) {
            json.name("failed")
            json.beginObject()
            json.member("stage", stages[passage.lastStage])
            json.member("reason", reason)
            json.member("advice", advice)
            json.endObject()
        }
        switch passage.outcome {
        case .kept(let article):
            json.name("article")
            article.writeRecord(to: &json, offsets: .bytes, whole: true)
        case .dropped(let reason): writeDropped(reason)
        case .cannotGoOn(let failure): writeStopped(failure)
        // The run itself knows what it took before, and asks no worker for it.
        case .takenBefore: writeDropped("taken before")
        case .failed(let failure): writeFailed(failure.reason, failure.advice)
        }
        if let newcomer = passage.newcomer {
            json.name("newcomer")
            json.beginObject()
            json.member("id", newcomer.id.description)
            json.member("key", newcomer.key.description)
            json.member("digest", Base64.encode(newcomer.digest))
            json.endObject()
        }
        json.name("nanoseconds")
        json.beginArray()
        for nanoseconds in passage.nanoseconds { json.integer(Int(clamping: nanoseconds)) }
        json.endArray()
        if !passage.counts.isEmpty {
            json.name("counts")
            json.value(.array(stages.indices.map { .object((passage.counts[$0] ?? [:]).mapValues { .integer($0) }) }))
        }
        json.endObject()
        json.endLine()
    }

    /// Writes that a line could not be read, or that there is no conversation to be had.
    static func write(_ failure: StageFailure, to json: inout JSONWriter) {
        json.beginObject()
        json.member("error", failure.reason)
        json.member("advice", failure.advice)
        json.endObject()
        json.endLine()
    }

    static func write(_ message: Diagnostic, to json: inout JSONWriter) {
        json.beginObject()
        json.name("message")
        json.beginObject()
        json.member("severity", message.severity.rawValue)
        json.member("message", message.message)
        json.member("advice", message.advice)
        json.endObject()
        json.endObject()
        json.endLine()
    }

    /// - Parameter stages: how many stages the worker has.
    /// - Throws: why the line is no answer.
    init(line: [UInt8], stages: Int) throws(StageFailure) {
        let value = try WorkerLine.value(line)
        if let message = value["message"] {
            guard let text = message["message"]?.stringValue, let severity = message["severity"]?.stringValue.flatMap(Diagnostic.Severity.init(rawValue:))
            else { throw StageFailure("'message' must have 'severity' and 'message'") }
            self = .message(Diagnostic(severity, text, advice: message["advice"]?.stringValue))
        } else if let error = value["error"]?.stringValue {
            self = .unreadable(StageFailure(error, advice: value["advice"]?.stringValue))
        } else {
            let outcome = try WorkerAnswer.outcome(value)
            let nanoseconds = try WorkerAnswer.nanoseconds(value)
            let isWhole = if case .kept = outcome { nanoseconds.count == stages } else { (1...stages).contains(nanoseconds.count) }
            guard isWhole else { throw StageFailure("'nanoseconds' must have a number for each stage that worked on the article") }
            self = .passage(
                Passage(
                    outcome: outcome, nanoseconds: nanoseconds, newcomer: try WorkerAnswer.newcomer(value["newcomer"]),
                    counts: try WorkerAnswer.counts(value, stages: stages)))
        }
    }

    private static func counts(_ value: JSONValue, stages: Int) throws(StageFailure) -> [Int: [String: Int]] {
        guard let all = value["counts"]?.arrayValue else { return [:] }
        guard all.count == stages else { throw StageFailure("'counts' must have an object for each stage") }
        var counts: [Int: [String: Int]] = [:]
        for (stage, counted) in all.enumerated() {
            guard let members = counted.objectValue else { throw StageFailure("'counts' must have an object for each stage") }
            if !members.isEmpty { counts[stage] = members.compactMapValues(\.integerValue) }
        }
        return counts
    }

    private static func newcomer(_ value: JSONValue?) throws(StageFailure) -> Newcomer? {
        guard let value else { return nil }
        guard let id = value["id"]?.stringValue, let key = value["key"]?.stringValue.flatMap(ContentHash.init(digits:)),
            let digest = value["digest"]?.stringValue.flatMap({ Base64.decode($0) })
        else { throw StageFailure("'newcomer' must have 'id', a text, 'key', 32 hexadecimal digits, and 'digest', bytes in base 64") }
        return Newcomer(id: ArticleID(id), key: key, digest: digest)
    }

    private static func outcome(_ value: JSONValue) throws(StageFailure) -> Passage.Outcome {
        if let record = value["article"] { return .kept(try Article(record: record, offsets: .bytes)) }
        if let reason = value["dropped"]?["reason"]?.stringValue { return .dropped(reason: reason) }
        if let failed = value["failed"], let reason = failed["reason"]?.stringValue {
            return .failed(StageFailure(reason, advice: failed["advice"]?.stringValue))
        }
        if let stopped = value["stopped"], let reason = stopped["reason"]?.stringValue {
            return .cannotGoOn(RunFailure(reason, advice: stopped["advice"]?.stringValue))
        }
        throw StageFailure("a line must have 'article', 'dropped', 'failed' or 'stopped' with its 'reason', 'error' or 'message'")
    }

    private static func nanoseconds(_ value: JSONValue) throws(StageFailure) -> [UInt64] {
        var numbers: [UInt64] = []
        for number in value["nanoseconds"]?.arrayValue ?? [] {
            guard let number = number.integerValue, number >= 0 else { throw StageFailure("'nanoseconds' must be whole numbers, 0 or more") }
            numbers.append(UInt64(number))
        }
        return numbers
    }
}
