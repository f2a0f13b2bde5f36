import ArgumentParser
import PipelineEngine
import StageKit

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell of a pipeline's last run, its progress, and what waits in quarantine.",
        discussion: """
              copydesk status nightly.yaml
            """)

    @OptionGroup var file: PipelineFileArgument

    @Option(help: "The state folder, where the run was given one.", completion: .directory)
    var state: String?

    func run() throws {
        do {
            let status = try PipelineStatus(
                of: try file.load(), stateDirectory: state.map(FileSystem.absolute), environment: Surroundings.environment)
            print(status.text, terminator: "")
        } catch let failure as StageFailure {
            Console().error(failure.description)
            throw ArgumentParser.ExitCode(PipelineEngine.ExitCode.failed.rawValue)
        }
    }
}
