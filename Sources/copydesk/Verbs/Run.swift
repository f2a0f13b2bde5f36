import ArgumentParser
import PipelineEngine
import StageKit

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a pipeline over its articles.",
        discussion: """
            Articles that a stage cannot work on go, whole, to the pipeline's quarantine, and the run goes on (exit code
            3). Outputs appear when the run is done, each as a whole. Stopping it with Ctrl-C or SIGTERM is safe.

              copydesk run nightly.yaml                      outputs below the working directory
              copydesk run nightly.yaml --out /srv/news      outputs below /srv/news
              copydesk run nightly.yaml --from today.html    other articles than the file says
              copydesk run nightly.yaml --quiet              for cron: speaks only when something is wrong
              copydesk run nightly.yaml --full               all articles again, where the file says 'only: new'
              copydesk run nightly.yaml --restart            forget an interrupted run and begin anew
            """)

    @OptionGroup var file: PipelineFileArgument

    @Option(
        help: "Read these files, folders or globs instead of what the pipeline file says; may be repeated; - is standard input.", completion: .file())
    var from: [String] = []

    @Flag(help: "Where the pipeline file says 'only: new': take all articles, and write the outputs anew.")
    var full = false

    @OptionGroup var arguments: RunArguments

    func run() throws {
        var plan = try file.load()
        if !from.isEmpty { plan.source.readOnly(from.map { $0 == "-" ? $0 : FileSystem.absolute($0) }) }
        var options = arguments.options
        if full { options.mode = .full }
        try arguments.run(plan, options)
    }
}
