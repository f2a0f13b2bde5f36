import Foundation
@testable import PipelineEngine
import PipelineConfig
import StageKit

/// An isolated run whose worker processes are a line of shell each.
final class FakeWorker {
    let console = CapturedConsole()
    let stop = StopFlag()
    private let script: String

    init(_ script: String) {
        self.script = script
    }

    static let ready = String(decoding: WorkerReady(pipeline: "p", stages: ["numbers"]).line, as: UTF8.self).trimmingCharacters(in: .newlines)

    /// Takes records numbered from 0 through an isolated worker.
    func process(_ count: Int, seconds: Int = 60) throws -> FinishedBatch<[String]>? {
        var limits = ArticleLimits()
        limits.seconds = seconds
        let launch = WorkerLaunch(
            path: "/bin/sh", arguments: ["sh", "-c", "ready='\(Self.ready)'; \(script)"], environment: ["PATH": "/usr/bin:/bin"],
            hello: WorkerHello(pipeline: "p", run: "r"), limits: limits, report: { [console] in console.console.tell($0) })
        let stages = [StageIdentity(name: "numbers", fingerprint: "0"), StageIdentity(name: "memory", fingerprint: "0")]
        let worker = IsolatedWorker(launch, book: BatchBook(sink: MemorySink(), stages: stages, run: "r"), stop: stop)
        defer { worker.end() }
        var batch = RecordBatch(number: 0)
        batch.records = (0..<count).map { SourceRecord(source: ArticleSource(uri: "in", record: $0), bytes: Array("Text \($0).".utf8), format: "text") }
        return worker.process(batch)
    }
}
