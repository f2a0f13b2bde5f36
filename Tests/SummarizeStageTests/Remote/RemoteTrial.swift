import Foundation
import SegmentStage
import StageKit
@testable import SummarizeStage
import Synchronization
import TestSupport

/// An article, a server and a state folder to try `backend: http` with.
final class RemoteTrial {
    final class Run: Sendable {
        let told = Mutex<[Diagnostic]>([])
        let counted = Mutex<[String: Int]>([:])
        let renewals = Mutex(0)
        let isStopping = Mutex(false)
    }

    static let text = """
        The harbour of Larvik will close for the winter, Mayor Anna Berg said on Monday. The ferry company had asked for a \
        closure until March 14. Repairs to the quay will cost 2.4 million kroner.

        Fishermen will use the harbour of Stavern until then. The council promised them twelve free berths.
        """
    static let good = "Larvik's harbour closes for the winter. Repairs to the quay cost 2.4 million kroner."

    let folder = "\(NSTemporaryDirectory())copydesk-http-\(UUID().uuidString)"
    /// What a run would see of the stage, and tell it.
    let run = Run()
    var stage = SummarizeStage()
    var remembers = true

    init(_ endpoint: String) throws {
        stage.backend = .http
        var http = HTTPSettings()
        http.endpoint = try Endpoint(endpoint)
        http.model = "small"
        http.retryPause = TimeSpan(seconds: 0.001)
        http.timeout = TimeSpan(seconds: 5)
        stage.http = http
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func set(_ change: (inout HTTPSettings) -> Void) {
        guard var http = stage.http else { return }
        change(&http)
        stage.http = http
    }

    var context: StageContext {
        var context = StageContext(
            pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "1", report: { [run] message in run.told.withLock { $0.append(message) } })
        if remembers { context.stateDirectory = folder }
        context.count = { [run] counter, amount in run.counted.withLock { $0[counter.name, default: 0] += amount } }
        context.isStopping = { [run] in run.isStopping.withLock { $0 } }
        context.renewTime = { [run] in run.renewals.withLock { $0 += 1 } }
        return context
    }

    /// A worker of a freshly prepared stage, as a run has one.
    func worker() throws -> SummarizeWorker {
        var prepared = stage
        try prepared.prepare(context)
        return prepared.makeWorker(context)
    }

    func article(_ text: String = RemoteTrial.text, language: String? = "en") throws -> Article {
        var article = Article(id: ArticleID(content: Array(text.utf8)), source: ArticleSource(uri: "a.txt", record: 0), text: ArticleText(text))
        article.metadata.title = "Harbour closes"
        article.metadata.language = language
        var segmenter = SegmentStage().makeWorker(context)
        _ = try segmenter.process(&article)
        return article
    }

    /// What the stage makes of an article.
    func summarized(_ text: String = RemoteTrial.text) throws -> Article {
        var worker = try worker()
        var article = try article(text)
        _ = try worker.process(&article)
        return article
    }

    var counts: [String: Int] { run.counted.withLock { $0 } }
}

extension Article {
    /// Where its summary came from.
    var origin: JSONValue? { extensions["summary"] }
    var reason: String { origin?["reason"]?.stringValue ?? "no reason" }
}
