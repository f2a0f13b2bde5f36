import ArgumentParser
import PipelineEngine

struct Worker: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answer records on standard input with finished articles on standard output.",
        discussion: """
            A pipeline with 'isolation: process' starts workers by itself. Other programs that spread articles over
            machines talk to one in lines of JSON, as docs/worker-protocol.md says.

              copydesk worker nightly.yaml
            """)

    @OptionGroup var file: PipelineFileArgument

    @Option(help: .hidden)
    var mark: Int32?

    func run() throws {
        let plan = try file.load()
        throw ArgumentParser.ExitCode(PipelineWorker(plan, markDescriptor: mark).run().rawValue)
    }
}
