/// What the command line says of a run, beside its pipeline. None of it changes what a run writes, but for where.
public struct RunOptions: Sendable {
    /// Absolute path of the folder that output paths are relative to.
    public var outputDirectory: String
    /// Absolute path of the state folder; nil: the pipeline file's, or the default.
    public var stateDirectory: String?
    /// How many threads work on articles.
    public var workers: Int
    /// How many articles travel together.
    public var batch: Int
    /// Begin anew instead of going on with a run that was interrupted.
    public var restarts: Bool
    /// Which articles the run takes.
    public var mode = RunMode.all
    /// Seconds between two commits. A crash costs the work since the last one, never an article.
    public var commitInterval: Double
    /// How long to wait for another run of the pipeline to end, in seconds; 0: not at all.
    public var wait = 0.0
    /// After so many seconds the run stops, safely, to be gone on with later; nil: never.
    public var deadline: Double?
    /// Where to write a Prometheus textfile at the end; nil: nowhere.
    public var metricsFile: String?
    /// The process's environment.
    public var environment: [String: String]

    public static let defaultBatch = 64
    public static let defaultCommitInterval = 1.0

    public init(
        outputDirectory: String, stateDirectory: String? = nil, workers: Int, batch: Int = RunOptions.defaultBatch,
        restarts: Bool = false, commitInterval: Double = RunOptions.defaultCommitInterval, environment: [String: String]
    ) {
        self.outputDirectory = outputDirectory
        self.stateDirectory = stateDirectory
        self.workers = max(workers, 1)
        self.batch = max(batch, 1)
        self.restarts = restarts
        self.commitInterval = commitInterval
        self.environment = environment
    }
}
