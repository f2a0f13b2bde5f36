import ArgumentParser
import Glibc
import PipelineConfig
import PipelineEngine
import StageKit

struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what each stage makes of an article.",
        discussion: """
            Nothing is exported. Without --pipeline, every stage works with its default settings.

              copydesk preview inbox/a.html
              copydesk preview inbox/day.jsonl --articles 3
              copydesk preview inbox/a.html --pipeline nightly.yaml --all
            """)

    @Argument(help: "The file with the article.", completion: .file())
    var path: String

    @Option(name: .shortAndLong, help: "The pipeline whose stages to use.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String?

    @Option(help: "How many articles of the file to show.")
    var articles = 1

    @Flag(name: .shortAndLong, help: "Show every block and sentence.")
    var all = false

    func validate() throws {
        guard articles > 0 else { throw ValidationError("--articles must be 1 or more") }
    }

    func run() throws {
        let plan = try pipeline.map(PipelineFileArgument.load) ?? Preview.defaultPlan()
        let text = PreviewText(
            width: Surroundings.terminalWidth, isColoured: Surroundings.wantsColour(STDOUT_FILENO), showsAll: all)
        do {
            for preview in try ArticlePreview.articles(of: FileSystem.absolute(path), in: plan, most: articles) {
                print(text.text(preview))
            }
        } catch let failure as StageFailure {
            Console().error(failure.description)
            throw ArgumentParser.ExitCode(PipelineEngine.ExitCode.failed.rawValue)
        }
    }

    /// The stages that ship in their usual order, with their defaults.
    private static func defaultPlan() throws -> PipelinePlan {
        try PipelineLoader(catalog: catalog, environment: [:]).loadDefaults(named: "preview", directory: Surroundings.workingDirectory)
    }
}
