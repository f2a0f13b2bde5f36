import StageKit

/// Reads pipeline files and checks them against the stages that are known. Safe to use from any thread.
public struct PipelineLoader: Sendable {
    private let catalog: StageCatalog
    private let environment: [String: String]

    /// - Parameter environment: what `${NAME}` takes its values from.
    public init(catalog: StageCatalog, environment: [String: String]) {
        self.catalog = catalog
        self.environment = environment
    }

    /// Reads and checks the file at `path`, which may be relative to the working directory.
    ///
    /// - Throws: ``ConfigurationError`` with every problem that could be found.
    public func load(path: String) throws(ConfigurationError) -> PipelinePlan {
        let text: [UInt8]?
        do throws(SystemCallError) {
            // One byte more than is allowed tells a file that is too long; the rest of it does not matter.
            text = try FileSystem.read(path, atMost: Composer.mostBytes + 1)
        } catch {
            throw ConfigurationError([Diagnostic(.error, "\(path) cannot be read: \(error.explanation)")])
        }
        guard let text else {
            throw ConfigurationError([Diagnostic(.error, "there is no pipeline file \(path)")])
        }
        return try load(text, path: path)
    }

    /// Checks a pipeline that is already in memory.
    ///
    /// - Parameter path: where it would be a file: for messages, and for what its input paths are relative to.
    public func load(_ text: [UInt8], path: String) throws(ConfigurationError) -> PipelinePlan {
        // A byte order mark is no part of the text; left in, it would push the first name to column 2.
        let text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
        var problems: [Diagnostic] = []
        let root = Composer.compose(text, file: path, environment: EnvironmentNames(values: environment), problems: &problems)
        var builder = PlanBuilder(catalog: catalog, file: path, path: FileSystem.absolute(path))
        let plan = root.flatMap { builder.plan($0) }
        problems += builder.problems
        guard let plan, problems.isEmpty else { throw ConfigurationError(problems, text: text) }
        return plan
    }

    /// Every known stage once, in the order of the catalog, with default settings: what `preview` shows without a pipeline.
    /// A transform that does nothing without settings of its own is left out.
    ///
    /// - Throws: ``ConfigurationError`` when the catalog has no source or no sink.
    public func loadDefaults(named name: String, directory: String) throws(ConfigurationError) -> PipelinePlan {
        let stages = catalog.types.map { $0.init() }
        let transforms = stages.compactMap { $0 as? any TransformStage }
        guard let source = stages.lazy.compactMap({ $0 as? any SourceStage }).first,
            let sink = stages.lazy.compactMap({ $0 as? any SinkStage }).first
        else { throw ConfigurationError([Diagnostic(.error, "there is no stage that loads or none that writes")]) }
        return PipelinePlan(
            name: name, file: "\(directory)/\(name).yaml", directory: directory, source: source,
            transforms: transforms.filter { !type(of: $0).needsSettings }, sink: sink, errors: ErrorLimits(), statePath: nil)
    }
}
