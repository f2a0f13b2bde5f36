import Dispatch
import ExecStage
import StageKit
import Synchronization

/// Prints one line for each stage and number of workers.
@main
struct ExecBench {
    static func main() throws {
        let folder = CommandLine.arguments[1]
        let count = Int(CommandLine.arguments[2]) ?? 20_000
        let article = ExecBench.article
        let context = StageContext(pipeline: "bench", inputDirectory: folder, outputDirectory: folder, run: "bench")
        print("\(count) articles of \(article.text?.count ?? 0) bytes")
        for workers in [1, 2, 8] {
            try measure("words, in Swift", WordsStage(), context, workers, count * 50, article)
        }
        for (name, command) in [("exec words.py", ["python3", "words.py"]), ("exec echo.py", ["python3", "echo.py"])] {
            for workers in [1, 2, 8] {
                var stage = ExecStage()
                stage.command = command
                stage.writes = [.layer("words")]
                try stage.prepare(context)
                try measure(name, stage, context, workers, count, article)
            }
        }
    }

    /// About as long as a news story: 4 kB in 40 paragraphs, one character in fifty not ASCII.
    private static var article: Article {
        let sentence = "The council of the harbour town met on Monday, and the mayor said that “nothing is decided” yet. "
        var article = Article(id: ArticleID("1"), source: ArticleSource(uri: "bench", record: 0))
        article.metadata.title = "Nothing decided"
        article.text = ArticleText(String(repeating: sentence + "\n\n", count: 40))
        return article
    }

    private static func measure<Stage: TransformStage>(
        _ name: String, _ stage: Stage, _ context: StageContext, _ workers: Int, _ count: Int, _ article: Article
    ) throws where Stage.Worker: SendableMetatype {
        let failures = Atomic<Int>(0)
        // Every worker has answered once before the clock starts: starting a program is not what is measured.
        let warm = try (0..<workers).map { _ in try stage.makeWorker(context) }
        run(warm, 64, article, failures)
        let start = ContinuousClock.now
        run(warm, count, article, failures)
        let time = ContinuousClock.now - start
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        let rate = Double(count) / seconds
        let bytes = rate * Double(article.text?.count ?? 0) / 1e6
        let worker = seconds / Double(count) * Double(workers) * 1e6
        print("\(name), \(workers) workers: \(Int(rate)) articles/s, \(rounded(bytes)) MB/s, \(rounded(1e6 / rate)) µs an article, \(rounded(worker)) µs of a worker")
        if failures.load(ordering: .relaxed) > 0 { print("    \(failures.load(ordering: .relaxed)) failed") }
    }

    private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }

    /// Each worker on a thread of its own, as the engine has it.
    private static func run<Worker: ArticleWorker & SendableMetatype>(_ workers: [Worker], _ count: Int, _ article: Article, _ failures: borrowing Atomic<Int>) {
        let share = count / workers.count
        let failed = Mutex(0)
        let group = DispatchGroup()
        for (number, worker) in workers.enumerated() {
            let box = Box(worker)
            DispatchQueue(label: "bench.\(number)").async(group: group) {
                for _ in 0..<share {
                    var copy = article
                    if (try? box.worker.process(&copy)) != .keep { failed.withLock { $0 += 1 } }
                }
            }
        }
        group.wait()
        failures.add(failed.withLock { $0 }, ordering: .relaxed)
    }

    /// `@unchecked Sendable`: one queue has it.
    private final class Box<Worker: ArticleWorker>: @unchecked Sendable {
        var worker: Worker
        init(_ worker: Worker) { self.worker = worker }
    }
}
