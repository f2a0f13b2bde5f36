import Foundation
@testable import PipelineConfig
@testable import PipelineEngine
import StageKit

/// A run of fake stages in a state folder of its own, which goes away with it.
final class TestRun {
    var source = NumberSource()
    var transforms: [any TransformStage] = []
    var sink = MemorySink()
    var errors = ErrorLimits()
    var limits = ArticleLimits()
    var stop = StopFlag()
    /// Stands for the pipeline file's contents.
    var fingerprint = ""
    let console = CapturedConsole()
    let state: StateDirectory

    init() {
        state = StateDirectory(path: "\(NSTemporaryDirectory())copydesk-engine-\(UUID().uuidString)")
        errors.most = Percentage(fraction: 1)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: state.path)
    }

    /// What no call of ``run(workers:batch:restarts:)`` changes.
    var options = RunOptions(outputDirectory: "/", workers: 1, commitInterval: 0, environment: [:])

    var plan: PipelinePlan {
        PipelinePlan(
            name: "test", file: "/test.yaml", directory: "/", source: source, transforms: transforms, sink: sink, errors: errors,
            limits: limits, statePath: nil, fingerprint: ContentHash(Array(fingerprint.utf8)),
            stageFingerprints: Array(repeating: "0", count: transforms.count + 2))
    }

    func run(workers: Int = 2, batch: Int = 7, restarts: Bool = false) -> ExitCode {
        var options = options
        options.stateDirectory = state.path
        options.workers = workers
        options.batch = batch
        options.restarts = restarts
        return PipelineRun(plan, options: options, console: console.console, stop: stop).run()
    }

    /// What a run over the same records writes when nothing goes wrong.
    func texts(where isWanted: (Int) -> Bool = { _ in true }) -> [String] {
        (0..<source.count).filter(isWanted).map { "Article number \($0)." }
    }

    /// The quarantine's lines.
    var quarantined: [JSONValue] {
        get throws {
            let bytes = try FileSystem.read(state.quarantineFile) ?? []
            return try bytes.split(separator: 0x0A).map { try JSONParser.parse(Array($0)) }
        }
    }

    var report: JSONValue {
        get throws { try JSONParser.parse(try FileSystem.read(state.reportFile) ?? []) }
    }
}
