import ArgumentParser
import Glibc
import PipelineConfig
import PipelineEngine
import StageKit

struct Cron: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what to put into a crontab or systemd to run a pipeline on a schedule.",
        discussion: """
            Checks the pipeline file first. Nothing is installed. docs/cron.md tells of failures, locks and metrics.

              copydesk cron nightly.yaml --out /srv/news --at 03:30
              copydesk cron inbox.yaml --every 15m --only crontab
              copydesk cron inbox.yaml --every 1h --metrics-file /var/lib/node_exporter/inbox.prom
            """)

    /// What can be printed by itself.
    enum Part: String, CaseIterable, ExpressibleByArgument {
        case crontab, service, timer
    }

    @OptionGroup var file: PipelineFileArgument

    @OptionGroup var common: CommonRunOptions

    @Option(help: "Every day at this time of the machine's clock (default: 03:30).")
    var at: String?

    @Option(help: "So often: 1m to 30m, 1h to 12h, or 1d; must divide the hour or the day.")
    var every: TimeSpan?

    @Option(help: "A run stops, safely, after so long (default: a bit less than the time until the next).")
    var deadline: TimeSpan?

    @Flag(inversion: .prefixedNo, help: "Runs tell problems only.")
    var quiet = true

    @Option(help: "Print one part alone, without the others: crontab, service or timer.")
    var only: Part?

    func run() throws {
        let plan = try file.load()
        let job: CronJob
        do {
            job = try self.job(for: plan)
        } catch let failure as StageFailure {
            throw ValidationError(failure.description)
        }
        warnOfMissingEnvironment(plan)
        let texts: [(part: Part, text: String)] = [(.crontab, job.crontab), (.service, job.service), (.timer, job.timer)]
        print(texts.filter { only == nil || $0.part == only }.map(\.text).joined(separator: "\n"), terminator: "")
    }

    private func job(for plan: PipelinePlan) throws -> CronJob {
        guard at == nil || every == nil else { throw ValidationError("--at and --every exclude one another") }
        let schedule = try every.map { try CronSchedule(every: $0) } ?? CronSchedule(at: at ?? "03:30")
        // A run from cron finds no XDG_STATE_HOME, and a service no HOME: the state folder is named outright.
        let environment = Surroundings.environment
        let state = try common.stateDirectory ?? (plan.statePath == nil ? StateDirectory(pipeline: plan.name, environment: environment).path : nil)
        return try CronJob(
            pipeline: plan.name, schedule: schedule, program: Surroundings.program, file: FileSystem.absolute(file.pipeline),
            outputDirectory: common.outputDirectory, stateDirectory: state, metricsFile: common.metricsPath, wait: common.wait,
            deadline: deadline, isQuiet: quiet, user: Surroundings.userName)
    }

    /// cron and systemd hand on next to nothing of the environment that the file's `${NAME}` take their values from.
    private func warnOfMissingEnvironment(_ plan: PipelinePlan) {
        let bare = PipelineLoader(catalog: catalog, environment: ["HOME": Surroundings.environment["HOME"] ?? "/"])
        guard (try? bare.load(path: file.pipeline))?.fingerprint != plan.fingerprint else { return }
        Console().tell(
            Diagnostic(
                .warning, "\(file.pipeline) takes values from the environment, which cron and systemd do not hand on",
                advice: "put NAME=value before the crontab's line, Environment=NAME=value into the service"))
    }
}
