internal import Glibc
internal import StageKit
import Synchronization

/// A server as all workers of a process share it: its key, what it has answered before, and how it has been doing.
/// Safe to use from any thread.
final class ChatServer: Sendable {
    let settings: HTTPSettings
    /// Never part of a message, a file or a hash.
    let key: String?
    /// Nil where nothing is to be remembered.
    let cache: AnswerCache?
    /// Nil where there is no folder that workers share.
    let slots: RequestSlots?
    let breaker: CircuitBreaker
    private let report: @Sendable (Diagnostic) -> Void
    /// Until when the server has asked to be left alone.
    private let busyUntil = Mutex(0.0)

    /// - Throws: ``StageFailure`` when the key, the library or the state is not there. The server is not asked.
    init(_ settings: HTTPSettings, _ context: StageContext) throws(StageFailure) {
        self.settings = settings
        report = context.report
        if let name = settings.keyFrom { key = try ChatServer.key(from: name) } else { key = nil }
        // What is wrong with libcurl is told before the first article.
        _ = try HTTPClient(settings.endpoint, key: nil, timeout: settings.timeout.seconds) { true }
        let folder = try context.stateFolder(of: SummarizeStage.self)
        if let folder {
            cache = settings.cache ? try AnswerCache("\(folder)/answers.db", age: settings.cacheAge.seconds, most: settings.cacheEntries) : nil
            do throws(SystemCallError) {
                slots = try RequestSlots("\(folder)/requests", count: settings.concurrency)
            } catch {
                throw StageFailure("the folder \(folder)/requests cannot be made: \(error.explanation)")
            }
        } else {
            (cache, slots) = (nil, nil)
        }
        breaker = CircuitBreaker(after: settings.outageAfter, pause: settings.outagePause.seconds)
    }

    private static func key(from variable: EnvironmentName) throws(StageFailure) -> String {
        guard let value = getenv(variable.name).map({ String(cString: $0) }), !value.isEmpty else {
            throw StageFailure("the environment variable \(variable.name), which 'key_from' names, is not set", advice: "set it to the server's key")
        }
        // A line break would end the header, and begin another.
        guard value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw StageFailure("the key in \(variable.name) has a blank or a control character, which no key has")
        }
        return value
    }

    /// Seconds on ``MonotonicTime``.
    var isBusyUntil: Double { busyUntil.withLock { $0 } }

    func leaveAlone(until time: Double) {
        busyUntil.withLock { $0 = max($0, time) }
    }

    /// Tells when the server is gone or there again.
    func tell(_ change: CircuitBreaker.Change, _ fault: HTTPFault? = nil) {
        switch change {
        case .none: break
        case .opened:
            let then = settings.outage == .stop ? "the run ends" : settings.unanswered == .quarantine ? "articles go to quarantine until it answers" : "articles get extractive summaries until it answers"
            report(Diagnostic(.warning, "\(SummarizeStage.name): \(settings.endpoint.server) \(fault?.reason ?? "is gone"); \(then)", advice: fault?.advice))
        case .closed: report(Diagnostic(.note, "\(SummarizeStage.name): \(settings.endpoint.server) answers again"))
        }
    }
}
