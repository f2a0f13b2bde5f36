import Dispatch
import StageKit

/// Shows how far a run is: a line redrawn four times a second on a terminal, a plain line a minute elsewhere, an event a
/// minute as JSON, nothing when quiet.
///
/// `@unchecked Sendable`: what changes is touched on the ticker's queue only.
final class ProgressTicker: @unchecked Sendable {
    private static let redraw = DispatchTimeInterval.milliseconds(250)
    private static let plainLine = DispatchTimeInterval.seconds(60)

    private let queue = DispatchQueue(label: "copydesk.progress")
    private let timer: (any DispatchSourceTimer)?
    private let board: ProgressBoard
    private let inputBytes: Int?
    private let stages: [String]
    private let console: Console
    private let started = Clock.monotonic

    init(_ board: ProgressBoard, input: SplitPlan, stages: [StageIdentity], console: Console) {
        self.board = board
        self.console = console
        inputBytes = input.bytes
        self.stages = stages.map(\.name)
        guard !console.isQuiet else {
            timer = nil
            return
        }
        let interval = console.isTerminal ? ProgressTicker.redraw : ProgressTicker.plainLine
        let timer = DispatchSource.makeTimerSource(queue: queue)
        self.timer = timer
        timer.schedule(deadline: .now() + interval, repeating: interval)
        timer.setEventHandler { [weak self] in self?.tick() }
        timer.resume()
    }

    /// Stops, and clears the line.
    func end() {
        timer?.cancel()
        queue.sync { if console.isTerminal { console.showProgress("") } }
    }

    private func tick() {
        let snapshot = board.current
        let seconds = Double(Clock.monotonic - started) / 1e9
        let line = ProgressTicker.line(snapshot, seconds: seconds, inputBytes: inputBytes, stages: stages)
        if console.isTerminal {
            console.showProgress(line)
        } else if console.format == .json {
            console.writeEvent("progress") { json in
                json.member("articles", snapshot.counts.total)
                json.member("failed", snapshot.counts.failed)
                json.name("seconds")
                json.number(seconds)
            }
        } else {
            console.writeLine("copydesk: \(line)")
        }
    }

    /// `1,204 articles, 811/s, 2 in quarantine, 34 % done, 12 s left; clean 61 %, entities 25 %, segment 8 %`
    static func line(_ snapshot: ProgressBoard.Snapshot, seconds: Double, inputBytes: Int?, stages: [String]) -> String {
        var parts = [Console.articles(snapshot.counts.total)]
        if seconds > 0 { parts.append("\(Int(Double(snapshot.counts.total) / seconds))/s") }
        if snapshot.counts.failed > 0 { parts.append("\(snapshot.counts.failed) in quarantine") }
        if let inputBytes, inputBytes > 0, snapshot.inputPosition > 0 {
            let share = min(Double(snapshot.inputPosition) / Double(inputBytes), 1)
            parts.append("\(Int(share * 100)) % done")
            parts.append("\(Console.duration((seconds / share - seconds).rounded())) left")
        }
        let total = snapshot.tallies.reduce(0) { $0 + $1.nanoseconds }
        guard total > 0 else { return parts.joined(separator: ", ") }
        let shares = zip(stages, snapshot.tallies).map { (name: $0, share: Double($1.nanoseconds) / Double(total)) }
        let largest = shares.sorted { ($1.share, $0.name) < ($0.share, $1.name) }.prefix(3)
        return parts.joined(separator: ", ") + "; " + largest.map { "\($0.name) \(Int($0.share * 100)) %" }.joined(separator: ", ")
    }
}
