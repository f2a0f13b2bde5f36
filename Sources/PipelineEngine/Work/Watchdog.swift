import Dispatch
import StageKit
import Synchronization

/// What a watchdog sees of a worker. Safe to use from any thread.
final class WatchedWorker: Sendable {
    let mark: WorkMark
    private let source = Mutex<ArticleSource?>(nil)

    init(_ mark: WorkMark) {
        self.mark = mark
    }

    /// The worker takes up an article.
    func begin(_ article: ArticleSource) {
        source.withLock { $0 = article }
    }

    /// Where the article came from that the worker took up last.
    var article: ArticleSource? { source.withLock { $0 } }
}

/// Tells, once for each article, when a worker has been in it for longer than is to be expected. It cannot end it: in one
/// process, a stage that hangs holds its thread for good.
///
/// `@unchecked Sendable`: what changes is touched on the watchdog's queue only.
final class Watchdog: @unchecked Sendable {
    private let queue = DispatchQueue(label: "copydesk.watchdog")
    private let timer: any DispatchSourceTimer
    private let workers: [WatchedWorker]
    private let stages: [StageIdentity]
    private let seconds: Int
    private let console: Console
    /// The article that was told of last, for each worker.
    private var told: [Int]

    /// - Parameter seconds: the patience.
    init(_ workers: [WatchedWorker], stages: [StageIdentity], seconds: Int, console: Console) {
        self.workers = workers
        self.stages = stages
        self.seconds = seconds
        self.console = console
        told = Array(repeating: 0, count: workers.count)
        timer = DispatchSource.makeTimerSource(queue: queue)
        // Often enough to be on time by a tenth, seldom enough to cost nothing.
        let interval = DispatchTimeInterval.milliseconds(min(seconds * 100, 5000))
        timer.schedule(deadline: .now() + interval, repeating: interval)
        timer.setEventHandler { [weak self] in self?.look() }
        timer.resume()
    }

    func end() {
        timer.cancel()
    }

    private func look() {
        let now = Clock.monotonic
        for (index, worker) in workers.enumerated() {
            guard let place = worker.mark.place, place.article != told[index], now > place.began else { continue }
            let elapsed = (now - place.began) / 1_000_000_000
            guard elapsed >= seconds, let article = worker.article, worker.mark.place?.article == place.article else { continue }
            told[index] = place.article
            let stage = stages.indices.contains(place.stage) ? stages[place.stage].name : "a stage"
            console.tell(
                Diagnostic(
                    .warning, "worker \(index) has been in '\(stage)' with \(article) for \(elapsed) s",
                    advice: "'isolation: process' in the pipeline file would end it and put the article into quarantine"))
        }
    }
}
