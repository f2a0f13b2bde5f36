import Dispatch
internal import Glibc
import StageKit
import Synchronization

/// The running copies of one program, which the engine's workers share: each takes one for an article and gives it back.
/// A copy is started when none is idle and the limit allows it, so that there is one for each worker at most.
///
/// Safe to use from any thread.
final class ProcessPool: Sendable {
    /// So many starts that fail in a row end the run.
    private static let mostFailedStarts = 5
    /// How long to wait after a failed start, and after a copy broke, in microseconds; doubled every further time.
    private static let startPause: UInt32 = 100_000
    private static let faultPause: UInt32 = 10_000
    private static let longestFaultPause: UInt32 = 1_000_000
    /// How long programs may take to end once there are no more articles, in seconds.
    static let endingTime = 5.0
    /// Reasons for dropping are counted in memory and in reports: there may only be so many.
    private static let mostReasons = 50

    private struct State {
        var idle: [ChildProcess] = []
        var failedStarts = 0
        /// Copies that broke since one last answered.
        var faults = 0
        var end: RunFailure?
        var dropReasons: Set<String> = []
    }

    let program: ProgramFile
    let log: ProgramLog
    private let greeting: [UInt8]
    private let longestLine: Int
    private let startSeconds: Int
    private let guardian = Guardian()
    private let state = Mutex(State())
    /// One for each copy that may run; nil where there is no limit.
    private let slots: DispatchSemaphore?

    init(_ program: ProgramFile, settings: [String: JSONValue], most: Int?, longestLine: Int, startSeconds: Int, log: ProgramLog) {
        self.program = program
        self.log = log
        self.longestLine = longestLine
        self.startSeconds = startSeconds
        greeting = Handshake.greeting(settings: settings)
        slots = most.map { most in
            // Dispatch wants a semaphore to end with no less than it began with.
            let slots = DispatchSemaphore(value: 0)
            for _ in 0..<most { slots.signal() }
            return slots
        }
    }

    deinit {
        finish()
    }

    /// Tells the idle copies that there are no more articles, waits for their ends, and tells what is to tell of them.
    func finish() {
        let processes = state.withLock { state in
            defer { state.idle = [] }
            return state.idle
        }
        for process in processes { process.closeInput() }
        let deadline = MonotonicClock.seconds + ProcessPool.endingTime
        for process in processes {
            process.log = { [log] in log.tell($0) }
            guard let end = process.finish(until: deadline) else {
                log.warn("the program did not end within \(Int(ProcessPool.endingTime)) seconds after its input had, and was killed")
                continue
            }
            if end.status != .exited(0) { log.warn("the program ended with \(end.status) after its input had") }
        }
        log.close()
    }

    /// Starts the first copy, before any article: what is wrong with the program is told then, once.
    ///
    /// - Throws: ``StageFailure``.
    func startFirst() throws(StageFailure) -> Handshake {
        let (process, handshake) = try start()
        log.setName(handshake.name)
        state.withLock { $0.idle.append(process) }
        return handshake
    }

    /// A copy for one article. Waits where as many run as may.
    ///
    /// - Throws: ``RunFailure`` when the program cannot be started any more.
    func lease() throws(RunFailure) -> ChildProcess {
        slots?.wait()
        while let process = state.withLock({ $0.idle.popLast() }) {
            guard let fault = process.faultBetweenArticles() else { return process }
            log.tellRestart(fault)
            process.kill()
        }
        do throws(RunFailure) {
            return try restart()
        } catch {
            slots?.signal()
            throw error
        }
    }

    /// Gives back a copy that answered.
    func giveBack(_ process: ChildProcess) {
        process.log = { [log] in log.tell($0) }
        state.withLock { state in
            state.faults = 0
            state.idle.append(process)
        }
        slots?.signal()
    }

    /// Ends a copy that broke.
    func discard(_ process: ChildProcess) {
        process.kill()
        state.withLock { $0.faults += 1 }
        slots?.signal()
    }

    /// The reason as it is counted.
    func dropReason(_ reason: String) -> String {
        state.withLock { state in
            guard !state.dropReasons.contains(reason) else { return reason }
            guard state.dropReasons.count < ProcessPool.mostReasons else { return "another reason" }
            state.dropReasons.insert(reason)
            return reason
        }
    }

    private func restart() throws(RunFailure) -> ChildProcess {
        let faults = state.withLock { $0.faults }
        if faults > 0 { usleep(min(ProcessPool.faultPause << UInt32(min(faults - 1, 10)), ProcessPool.longestFaultPause)) }
        while true {
            if let end = state.withLock({ $0.end }) { throw end }
            do throws(StageFailure) {
                let process = try start().process
                state.withLock { $0.failedStarts = 0 }
                return process
            } catch {
                let failed = state.withLock { state in
                    state.failedStarts += 1
                    if state.failedStarts >= ProcessPool.mostFailedStarts, state.end == nil {
                        state.end = RunFailure("\(error.reason), \(state.failedStarts) times in a row", advice: error.advice)
                    }
                    return state.failedStarts
                }
                if failed < ProcessPool.mostFailedStarts { usleep(ProcessPool.startPause << UInt32(failed - 1)) }
            }
        }
    }

    private func start() throws(StageFailure) -> (process: ChildProcess, handshake: Handshake) {
        let process: ChildProcess
        do throws(SystemCallError) {
            process = try ChildProcess(program, longestLine: longestLine, guardian: guardian)
        } catch {
            throw StageFailure("'\(program.label)' cannot be started: \(error.explanation)")
        }
        // What it says before the handshake fails is all there is to tell why.
        var lastWords: [UInt8]?
        process.log = { [log] line in
            if !line.isEmpty { lastWords = line }
            log.tell(line)
        }
        defer { process.log = { [log] in log.tell($0) } }
        func failure(_ reason: String, _ advice: String?) -> StageFailure {
            process.kill()
            let words = lastWords.map { "; its last words: \(Answer.reason(String(decoding: $0, as: UTF8.self)))" } ?? ""
            return StageFailure("'\(program.label)' \(reason)\(words)", advice: advice)
        }
        do {
            guard let lines = try process.exchange(greeting, until: MonotonicClock.seconds + Double(startSeconds)) else {
                throw ProgramFault.noHandshake(seconds: startSeconds)
            }
            return (process, try Handshake(lines[0]))
        } catch let fault as ProgramFault {
            throw failure(fault.reason, fault.advice)
        } catch let refusal as StageFailure {
            throw failure(refusal.reason, refusal.advice)
        } catch {
            throw failure("\(error)", nil)
        }
    }
}
