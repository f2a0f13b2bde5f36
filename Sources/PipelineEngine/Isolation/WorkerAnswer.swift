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
        // A worker's failure to go on is its own; the run sees which articles it costs.
        case .cannotGoOn(let failure): writeFailed(failure.reason, failure.advice)
        // The run itself knows what it took before, and asks no worker for it.
        case .takenBefore: writeDropped("taken before")
        case .failed(let failure): writeFailed(failure.reason, failure.advice)
        }
        json.name("nanoseconds")
        json.beginArray()
        for nanoseconds in passage.nanoseconds { json.integer(Int(clamping: nanoseconds)) }
        json.endArray()
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
            self = .passage(Passage(outcome: outcome, nanoseconds: nanoseconds))
        }
    }

    private static func outcome(_ value: JSONValue) throws(StageFailure) -> Passage.Outcome {
        if let record = value["article"] { return .kept(try Article(record: record, offsets: .bytes)) }
        if let reason = value["dropped"]?["reason"]?.stringValue { return .dropped(reason: reason) }
        if let failed = value["failed"], let reason = failed["reason"]?.stringValue {
            return .failed(StageFailure(reason, advice: failed["advice"]?.stringValue))
        }
        throw StageFailure("a line must have 'article', 'dropped' or 'failed' with its 'reason', 'error' or 'message'")
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
