import ArgumentParser
import Glibc
import PipelineConfig
import PipelineEngine
import StageKit

struct Stages: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the stages, or the settings of one.",
        discussion: """
              copydesk stages
              copydesk stages summarize
            """)

    @Argument(help: "The stage whose settings to show.", completion: .list(stageTypes.map { $0.name }))
    var name: String?

    func run() throws {
        let style = StageHelp(isColoured: Surroundings.wantsColour(STDOUT_FILENO), width: Surroundings.terminalWidth)
        guard let name else {
            print(style.list(stageTypes), terminator: "")
            return
        }
        guard let stage = catalog[name] else {
            let near = NearestName.of(name, among: stageTypes.map { $0.name }).map { "; did you mean '\($0)'?" } ?? ""
            throw ValidationError("there is no stage '\(name.printable)'\(near)")
        }
        print(style.page(stage), terminator: "")
    }
}
