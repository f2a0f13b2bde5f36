import StageKit
import Synchronization

/// Passes on what programs say on standard error: printable, in short lines, and no more of them than someone reads.
final class ProgramLog: Sendable {
    /// In bytes; the rest of a line is dropped.
    static let longestLine = 1000
    /// How many lines of all the stage's programs are told in each period, and how long one is, in seconds.
    static let mostLines = 100
    static let period = 10.0
    /// How many reasons for starting a copy afresh are told in a run.
    private static let mostRestarts = 20

    private struct State {
        /// By ``MonotonicClock``.
        var periodStart = -Double.infinity
        var lines = 0
        var leftOut = 0
    }

    /// What was told of programs that were started afresh: once is enough of each.
    private let restarts = Mutex<Set<String>>([])

    /// Whose words these are: "exec", or "exec quotes" once the program told its name.
    private let name = Mutex(ExecStage.name)
    private let state = Mutex(State())
    private let report: @Sendable (Diagnostic) -> Void
    private let note: (@Sendable (String) -> Void)?

    init(_ context: StageContext) {
        report = context.report
        note = context.note
    }

    func setName(_ programName: String) {
        name.withLock { $0 = "\(ExecStage.name) \(programName)" }
    }

    /// A line, and the article that was in work.
    func tell(_ line: [UInt8], about source: ArticleSource? = nil) {
        let text = String(decoding: line.prefix(ProgramLog.longestLine), as: UTF8.self)
        if let note { return note(text.printable) }
        let (isTold, leftOut) = state.withLock { state in
            let now = MonotonicClock.seconds
            var leftOut = 0
            if now - state.periodStart >= ProgramLog.period {
                leftOut = state.leftOut
                state = State(periodStart: now)
            }
            state.lines += 1
            let isTold = state.lines <= ProgramLog.mostLines
            if !isTold { state.leftOut += 1 }
            return (isTold, leftOut)
        }
        tellLeftOut(leftOut)
        guard isTold else { return }
        let place = source.map { ", \($0.uri)\(($0.line.map { ":\($0)" } ?? ($0.record > 0 ? " record \($0.record)" : "")))" } ?? ""
        report(Diagnostic(.note, "\(prefix)\(place): \(text)".printable))
    }

    /// Something of our own to say about the program.
    func warn(_ message: String) {
        report(Diagnostic(.warning, "\(prefix): \(message)".printable))
    }

    /// Says why a copy was replaced that had answered before: it costs no article, but time.
    func tellRestart(_ fault: ProgramFault) {
        guard restarts.withLock({ $0.count < ProgramLog.mostRestarts && $0.insert(fault.reason).inserted }) else { return }
        report(Diagnostic(.note, "\(prefix): the program \(fault.reason); a fresh copy goes on".printable))
    }

    /// Tells how much was kept back; at the end.
    func close() {
        tellLeftOut(state.withLock { state in
            defer { state.leftOut = 0 }
            return state.leftOut
        })
    }

    private func tellLeftOut(_ count: Int) {
        guard count > 0 else { return }
        report(Diagnostic(.note, "\(prefix): \(count) more lines of its standard error are left out"))
    }

    private var prefix: String { name.withLock { $0 } }
}
