import ArgumentParser
import StageKit

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a pipeline file; nothing is touched.",
        discussion: """
            Tells every problem at once, with file, line and column. Exit code 78 when there is one.

              copydesk check nightly.yaml
            """)

    @OptionGroup var file: PipelineFileArgument

    func run() throws {
        let plan = try file.load()
        let stages = [type(of: plan.source).name] + plan.transforms.map { type(of: $0).name } + [type(of: plan.sink).name]
        print("\(file.pipeline.printable): pipeline '\(plan.name)' is valid: \(stages.joined(separator: " → "))")
    }
}
