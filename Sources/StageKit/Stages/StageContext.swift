/// What the engine gives a stage for one run.
///
/// A value type; its closures may be called from any thread.
public struct StageContext: Sendable {
    /// The pipeline's name.
    public var pipeline: String
    /// Absolute path of the folder that input paths and dictionaries are relative to: the pipeline file's.
    public var inputDirectory: String
    /// Absolute path of the folder that output paths are relative to.
    public var outputDirectory: String
    /// This run's name, fit for a file name, and different for every run: `20261124T080000Z-4711`.
    public var run: String
    /// Whether the outputs are written anew or joined to what is there.
    public var outputMode = OutputMode.replace
    /// Absolute path of the folder in which the pipeline keeps what it remembers between runs; nil where nothing is to be
    /// remembered (a preview, a test). A stage uses ``stateFolder(of:)``.
    public var stateDirectory: String?
    /// Tells the user something that needs no action of the stage. Never pass an article's text.
    public var report: @Sendable (Diagnostic) -> Void
    /// Notes, for `preview`, how a stage came to its result ("chosen: article element, 14 blocks"); nil in a run.
    public var note: (@Sendable (String) -> Void)?
    /// Adds to one of the stage's ``Stage/counters``. What is counted while an article is worked on counts when the article
    /// does: called on the worker's thread.
    public var count: @Sendable (_ counter: StageCounter, _ amount: Int) -> Void = { _, _ in }
    /// Whether the run is ending. A stage that waits for something outside then throws ``RunFailure``: the article is put
    /// back, and the next run takes it up.
    public var isStopping: @Sendable () -> Bool = { false }
    /// Lets the article's time (`limits.seconds`) begin anew. For a stage that waits for something outside and limits that
    /// time itself; called on the worker's thread.
    public var renewTime: @Sendable () -> Void = {}

    public init(
        pipeline: String, inputDirectory: String, outputDirectory: String, run: String,
        report: @escaping @Sendable (Diagnostic) -> Void = { _ in }, note: (@Sendable (String) -> Void)? = nil
    ) {
        self.pipeline = pipeline
        self.inputDirectory = inputDirectory
        self.outputDirectory = outputDirectory
        self.run = run
        self.report = report
        self.note = note
    }

    /// The folder in which a stage may keep what it remembers between runs, made where it is missing; nil where nothing is to
    /// be remembered. All workers of a run, in whatever process, have the same, and no two runs have it at the same time.
    ///
    /// - Throws: ``StageFailure`` when it cannot be made.
    public func stateFolder(of stage: any Stage.Type) throws(StageFailure) -> String? {
        guard let stateDirectory else { return nil }
        let path = "\(stateDirectory)/stages/\(stage.name)"
        do throws(SystemCallError) {
            try FileSystem.makeFolders(path, mode: 0o700)
        } catch {
            throw StageFailure("the state folder \(path) cannot be made: \(error.explanation)")
        }
        return path
    }

    /// `path` made absolute: an input path of the pipeline file, relative to its folder.
    public func inputPath(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(inputDirectory)/\(path)"
    }

    /// `path` made absolute: an output path, relative to the output folder, with its ``OutputPath`` names filled in.
    public func outputPath(_ path: String) -> String {
        let path = OutputPath.filled(path, pipeline: pipeline, run: run)
        return path.hasPrefix("/") ? path : "\(outputDirectory)/\(path)"
    }
}

/// What a run does with outputs that are there already.
public enum OutputMode: String, Sendable {
    /// They are replaced as a whole.
    case replace
    /// The run's articles join them: appended to files, inserted into databases, where an article that replaces an
    /// earlier one takes its place. The joined output appears as a whole, too.
    case extend
}
