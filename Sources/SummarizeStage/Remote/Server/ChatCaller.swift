internal import Glibc
internal import StageKit

/// Asks a server, for one worker: out of the store where the answer is known, with patience where it is not. Used by one
/// thread at a time.
final class ChatCaller {
    /// After the run was asked to end: how long an answer that is under way is still waited for, in seconds. Below the four
    /// that a run leaves its workers.
    private static let stopPatience = 2.0
    /// How often a waiting worker looks up, in microseconds.
    private static let look: UInt32 = 10_000

    private let server: ChatServer
    private let context: StageContext
    private let client: HTTPClient
    private var random = SystemRandomNumberGenerator()

    init(_ server: ChatServer, _ context: StageContext) throws(StageFailure) {
        self.server = server
        self.context = context
        let settings = server.settings
        var stopSeen: Double?
        client = try HTTPClient(settings.endpoint, key: server.key, timeout: settings.timeout.seconds) {
            context.renewTime()
            guard context.isStopping() else { return false }
            let since = stopSeen ?? MonotonicTime.seconds
            stopSeen = since
            return MonotonicTime.seconds - since > ChatCaller.stopPatience
        }
    }

    /// The answer, or why there is none.
    ///
    /// - Throws: ``RunFailure`` when the run is ending, or the server is gone and the run is to end then.
    func answer(to request: ChatRequest) throws(RunFailure) -> Result<ChatAnswer, HTTPFault> {
        let settings = server.settings
        let question = request.hash(at: settings.endpoint)
        if let stored = try ending({ () throws(StageFailure) in try server.cache?.answer(to: question) }) {
            context.count(.cachedAnswers, 1)
            context.note?("had the answer of \(settings.model) already")
            return .success(stored)
        }
        if case .wait(let reason) = server.breaker.admission(at: MonotonicTime.seconds) {
            let fault = HTTPFault(reason, isPassing: false)
            if settings.outage == .stop { throw outage(fault) }
            return .failure(fault)
        }
        let result = try askPatiently(request)
        switch result {
        case .success(let answer):
            server.tell(server.breaker.answered())
            try ending { () throws(StageFailure) in try server.cache?.store(answer, for: question) }
            context.count(.promptTokens, answer.promptTokens)
            context.count(.completionTokens, answer.completionTokens)
            let cost = Double(answer.promptTokens) * settings.promptPrice + Double(answer.completionTokens) * settings.completionPrice
            if cost > 0 { context.count(.cost, Int(cost.rounded())) }
            context.note?("asked \(settings.model) at \(settings.endpoint.server): \(answer.promptTokens) + \(answer.completionTokens) tokens")
        case .failure(let fault):
            context.note?("\(settings.endpoint.server) \(fault.reason)")
            let change = server.breaker.failed(fault, at: MonotonicTime.seconds)
            server.tell(change, fault)
            if change == .opened, settings.outage == .stop { throw outage(fault) }
        }
        return result
    }

    private func askPatiently(_ request: ChatRequest) throws(RunFailure) -> Result<ChatAnswer, HTTPFault> {
        let pause = RetryPause(first: server.settings.retryPause.seconds)
        var repetitions = 0
        while true {
            try wait(until: server.isBusyUntil)
            let result = try askOnce(request, isRepetition: repetitions > 0)
            guard case .failure(let fault) = result else { return result }
            if context.isStopping() { throw ChatCaller.runIsEnding }
            let waits = fault.isPassing && Double(fault.retryAfter) <= RetryPause.mostPatience
            guard waits, repetitions < server.settings.retries else {
                var last = fault
                if repetitions > 0 { last.reason += ", asked \(repetitions + 1) times" }
                return .failure(last)
            }
            let seconds = pause.seconds(beforeRepetition: repetitions, wanted: fault.retryAfter, using: &random)
            if fault.retryAfter > 0 { server.leaveAlone(until: MonotonicTime.seconds + Double(fault.retryAfter)) }
            try wait(until: MonotonicTime.seconds + seconds)
            repetitions += 1
        }
    }

    private func askOnce(_ request: ChatRequest, isRepetition: Bool) throws(RunFailure) -> Result<ChatAnswer, HTTPFault> {
        let slot = try freeSlot()
        return withExtendedLifetime(slot) {
            context.renewTime()
            context.count(.requests, 1)
            if isRepetition { context.count(.retries, 1) }
            do throws(HTTPFault) {
                return .success(try client.post(request.body).chatAnswer(hiding: server.key, question: request.body))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Waits for its turn; nil where nobody counts.
    private func freeSlot() throws(RunFailure) -> RequestSlots.Lease? {
        guard let slots = server.slots else { return nil }
        while true {
            do throws(SystemCallError) {
                if let slot = try slots.lease() { return slot }
            } catch {
                throw RunFailure("the locks of the requests cannot be had: \(error.explanation)")
            }
            try wait(until: MonotonicTime.seconds)
            usleep(ChatCaller.look)
        }
    }

    private func wait(until time: Double) throws(RunFailure) {
        while true {
            if context.isStopping() { throw ChatCaller.runIsEnding }
            context.renewTime()
            let left = time - MonotonicTime.seconds
            guard left > 0 else { return }
            usleep(UInt32(min(Double(ChatCaller.look), left * 1e6)))
        }
    }

    private static let runIsEnding = RunFailure("the run is ending")

    private func outage(_ fault: HTTPFault) -> RunFailure {
        RunFailure("\(server.settings.endpoint.server) \(fault.reason)", advice: fault.advice ?? "see to the server; 'outage: continue' would go on without it")
    }

    /// What is wrong with the store of answers is wrong for every article.
    private func ending<Result>(_ work: () throws(StageFailure) -> Result) throws(RunFailure) -> Result {
        do throws(StageFailure) {
            return try work()
        } catch {
            throw RunFailure(error.reason, advice: error.advice)
        }
    }
}
