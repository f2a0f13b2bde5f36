import ArgumentParser
import PipelineConfig
import PipelineEngine
import StageKit

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new pipeline file, or a new stage.",
        discussion: """
              copydesk new pipeline nightly     nightly.yaml, with a comment for each line
              copydesk new stage word-count     a stage of your own; in a checkout of the project
            """,
        subcommands: [NewPipeline.self, NewStage.self])

    /// Runs `work`, and tells what is wrong when it fails.
    fileprivate static func attempt(_ work: () throws(StageFailure) -> Void) throws {
        do throws(StageFailure) {
            try work()
        } catch {
            Console().error(error.description)
            throw ArgumentParser.ExitCode(PipelineEngine.ExitCode.failed.rawValue)
        }
    }
}

struct NewPipeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract: "Write a pipeline file that explains itself.",
        discussion: """
            A file that is there is left alone.

              copydesk new pipeline nightly
            """)

    @Argument(help: "The pipeline's name; its file is NAME.yaml.")
    var name = "news"

    func run() throws {
        try New.attempt { () throws(StageFailure) in
            let path = name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? name : "\(name).yaml"
            let stem = String(FileSystem.name(of: path).prefix { $0 != "." })
            let text = Array(PipelineTemplate(name: stem).text.utf8)
            guard (try? PipelineLoader(catalog: catalog, environment: [:]).load(text, path: path))?.name == stem else {
                throw StageFailure("'\(name.printable)' cannot be a pipeline's name",
                    advice: "use up to 100 letters, digits, '-' and '_', beginning with a letter or digit")
            }
            do throws(SystemCallError) {
                try FileChange().create(path, String(decoding: text, as: UTF8.self))
            } catch {
                let isThere = FileSystem.size(path) != nil
                throw StageFailure(
                    isThere ? "there is a file \(path.printable) already" : "\(path.printable) cannot be written: \(error.explanation)",
                    advice: isThere ? "give another name; nothing was changed" : nil)
            }
            print("""
                \(path.printable) is written; every line in it is explained. Put articles into inbox/ beside it, then:

                  copydesk check \(path.printable)
                  copydesk run \(path.printable)
                """)
        }
    }
}

struct NewStage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Add a stage to a checkout of the project: its folder, its tests, its two lines.",
        discussion: """
            The new stage works, and is small; change it into yours. See docs/adding-a-stage.md.

              copydesk new stage word-count
            """)

    @Argument(help: "Its name: Readability, word-count …")
    var name: String

    func run() throws {
        try New.attempt { () throws(StageFailure) in
            let names = try StageNames(name)
            let checkout = try Checkout(around: Surroundings.workingDirectory)
            let written = try checkout.add(names, knownStages: stageTypes.map { $0.name })
            print("""
                The stage '\(names.stage)' is there:

                \(written.map { "  \($0)" }.joined(separator: "\n"))

                Try it:

                  swift run copydesk stages \(names.stage)
                  swift run copydesk preview Pipelines/samples/library-goat.txt
                  swift test --filter \(names.type)Tests
                """)
        }
    }
}
