import ArgumentParser
import Glibc
import PipelineConfig
import PipelineEngine

/// The pipeline file that most verbs take.
struct PipelineFileArgument: ParsableArguments {
    @Argument(help: "The pipeline file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    /// Reads and checks the file.
    ///
    /// - Throws: the exit code for an invalid file, after telling every problem on standard error.
    func load() throws -> PipelinePlan {
        try PipelineFileArgument.load(pipeline)
    }

    static func load(_ path: String) throws -> PipelinePlan {
        do {
            return try PipelineLoader(catalog: catalog, environment: Surroundings.environment).load(path: path)
        } catch {
            Console().printError(error.rendered(colour: Surroundings.wantsColour(STDERR_FILENO)))
            throw ArgumentParser.ExitCode(PipelineEngine.ExitCode.invalidPipeline.rawValue)
        }
    }
}
