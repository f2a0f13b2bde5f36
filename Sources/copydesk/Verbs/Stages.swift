import ArgumentParser
import ExecStage
import Glibc
import PipelineConfig
import PipelineEngine
import StageKit

struct Stages: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the stages, or the settings of one; hold a program to the protocol of exec.",
        discussion: """
              copydesk stages
              copydesk stages summarize
              copydesk stages --conform python3 quotes.py
            """)

    @Argument(help: "The stage whose settings to show.", completion: .list(stageTypes.map { $0.name }))
    var name: String?

    @Option(parsing: .remaining, help: ArgumentHelp("Check point by point whether a program can be an exec stage.", valueName: "command"))
    var conform: [String] = []

    func run() throws {
        guard conform.isEmpty else { return try checkConformance() }
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

    private func checkConformance() throws {
        let console = Console()
        do {
            var check = try ConformanceCheck(conform, in: Surroundings.workingDirectory, report: { console.tell($0) }) { finding in
                let result = finding.problem.map { ": \($0)" } ?? ""
                print("\(finding.problem == nil ? "ok    " : "FAILED")  it \(finding.point)\(result)".printable)
            }
            guard check.run() else { throw ArgumentParser.ExitCode(PipelineEngine.ExitCode.failed.rawValue) }
        } catch let failure as StageFailure {
            console.error(failure.description)
            throw ArgumentParser.ExitCode(PipelineEngine.ExitCode.failed.rawValue)
        }
    }
}
