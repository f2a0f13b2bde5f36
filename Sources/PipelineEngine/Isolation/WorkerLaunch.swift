internal import Glibc
import PipelineConfig
import StageKit

/// All that is needed to start a worker process of a run.
struct WorkerLaunch: Sendable {
    /// The program; by default this one, by the name that finds it also where it was moved or replaced since it started.
    var path = "/proc/self/exe"
    /// With the program's own name first.
    var arguments: [String]
    var environment: [String: String]
    var hello: WorkerHello
    var limits: ArticleLimits
    /// What a stage in a worker tells.
    var report: @Sendable (Diagnostic) -> Void

    /// How long a worker may take until it is ready. Models are read by then; a machine may be busy.
    static let startSeconds = 60
}

extension WorkerLaunch {
    init(_ plan: PipelinePlan, _ context: StageContext, environment: [String: String]) {
        self.init(
            arguments: ["copydesk", "worker", plan.file, "--mark", "3"],
            // A worker's crash is told in one line; a backtrace would cost seconds each.
            environment: environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { _, own in own },
            hello: WorkerHello(
                pipeline: plan.fingerprint.description, run: context.run, state: context.stateDirectory, judges: plan.orderedStage != nil),
            limits: plan.limits, report: context.report)
    }
}
