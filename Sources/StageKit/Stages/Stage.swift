/// A step of a pipeline. What a stage is, beside its work: its name, its line of help, its settings, and what it reads
/// and writes.
///
/// A stage is one of three: a ``SourceStage`` (first), a ``TransformStage`` (any number), a ``SinkStage`` (last).
/// It imports StageKit only; it knows no other stage, no configuration file and no engine.
///
/// The life of a stage: `init()` with defaults; the configuration sets its ``Setting`` properties; ``prepare(_:)`` once
/// per run; then its work, from several threads, on a value that no longer changes; ``finish()`` when all is done.
public protocol Stage: SettingGroup {
    /// Its name in pipeline files, spelled nowhere else: `segment`.
    static var name: String { get }
    /// What it does, in one line.
    static var abstract: String { get }
    /// What must be there before it can work. May depend on settings.
    var reads: Set<ArticlePart> { get }
    /// What is there when it has worked. May depend on settings.
    var writes: Set<ArticlePart> { get }
    /// What it counts for the run's report beside articles, in the order of the report; nothing by default.
    static var counters: [StageCounter] { get }
    /// Loads what the work needs (dictionaries, models) once per run, before the first article.
    ///
    /// - Throws: ``StageFailure`` or any other error: the run does not start, and the user reads why.
    mutating func prepare(_ context: StageContext) throws
    /// Ends what lives outside of this process (a program that was started), once no article is in work any more. The run
    /// waits for it, and has its outputs by then. It is not called where a run is stopped or killed.
    func finish()
}

extension Stage {
    public static var counters: [StageCounter] { [] }

    public mutating func prepare(_ context: StageContext) throws {}

    public func finish() {}
}
