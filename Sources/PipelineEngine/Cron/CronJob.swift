public import StageKit

/// A pipeline's run, on a schedule: what to put into a crontab or into systemd's units. Installs nothing.
public struct CronJob: Sendable {
    public var pipeline: String
    public var schedule: CronSchedule
    /// How long a run waits for another one to end; it comes out of the same slot as the deadline.
    public var wait: TimeSpan?
    /// When a run stops, to be gone on with by the next.
    public var deadline: TimeSpan
    /// Who runs it, for the service.
    public var user: String
    /// Absolute paths.
    private let program: String
    private let file: String
    private let outputDirectory: String
    private let stateDirectory: String?
    private let metricsFile: String?
    let isQuiet: Bool

    /// - Parameters:
    ///   - stateDirectory: to name in the command; nil where the pipeline file names one.
    ///   - deadline: nil: as much of the slot as leaves a tenth, or an hour, until the next run.
    /// - Throws: ``StageFailure`` when a path cannot be written down, or when wait and deadline do not fit into the slot.
    public init(
        pipeline: String, schedule: CronSchedule, program: String, file: String, outputDirectory: String, stateDirectory: String?,
        metricsFile: String?, wait: TimeSpan?, deadline: TimeSpan?, isQuiet: Bool, user: String
    ) throws(StageFailure) {
        for path in [program, file, outputDirectory, stateDirectory, metricsFile].compactMap(\.self) {
            if let problem = CommandQuoting.problem(with: path) { throw StageFailure(problem, advice: "rename it, or use another") }
        }
        let slot = schedule.slot
        let room = slot.seconds - (wait?.seconds ?? 0)
        guard room > 0, (deadline?.seconds ?? 0) < room else {
            let what = wait == nil ? "--deadline is" : deadline == nil ? "--wait is" : "--wait and --deadline together are"
            throw StageFailure(
                "\(what) no shorter than the \(slot.settingText) until the next run", advice: "a run must end before the next begins")
        }
        self.pipeline = pipeline
        self.schedule = schedule
        self.wait = wait
        self.deadline = deadline ?? CronJob.deadline(within: room, of: slot.seconds)
        self.user = user
        self.program = program
        self.file = file
        self.outputDirectory = outputDirectory
        self.stateDirectory = stateDirectory
        self.metricsFile = metricsFile
        self.isQuiet = isQuiet
    }

    /// What is left of the slot when a tenth of it, at most an hour, is kept for the run's end; whole minutes where it is long.
    private static func deadline(within room: Double, of slot: Double) -> TimeSpan {
        let left = max(room - min(slot / 10, 3600), room / 2)
        return TimeSpan(seconds: left >= 600 ? (left / 60).rounded(.down) * 60 : max(left.rounded(.down), 1))
    }

    /// The command, word by word.
    public var command: [String] {
        var words = [program, "run", file, "--out", outputDirectory]
        if let stateDirectory { words += ["--state", stateDirectory] }
        if let wait { words += ["--wait", wait.settingText] }
        words += ["--deadline", deadline.settingText]
        if let metricsFile { words += ["--metrics-file", metricsFile] }
        if isQuiet { words.append("--quiet") }
        return words
    }

    /// The name of the service and the timer, without their endings.
    public var unit: String { "copydesk-\(pipeline)" }
}
