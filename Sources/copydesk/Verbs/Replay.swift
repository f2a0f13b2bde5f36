import ArgumentParser
import PipelineEngine

struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run what waits in a pipeline's quarantine once more.",
        discussion: """
            For when the cause is mended: a setting, a stage, a file. What passes leaves the quarantine and joins the
            outputs: appended to files, inserted into databases. What fails again stays, with its new reason.

              copydesk status nightly.yaml                   what waits, by stage and reason
              copydesk replay nightly.yaml --out /srv/news   with the --out of the run
            """)

    @OptionGroup var file: PipelineFileArgument
    @OptionGroup var arguments: RunArguments

    func run() throws {
        var options = arguments.options
        options.mode = .replay
        try arguments.run(try file.load(), options)
    }
}
