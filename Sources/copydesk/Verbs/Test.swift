import ArgumentParser
import Glibc
import PipelineConfig
import PipelineEngine
import StageKit

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a pipeline's examples: does it still make of them what it should?",
        discussion: """
            They stand beside the pipeline: nightly.examples.yaml for nightly.yaml. Nothing is exported or remembered.

              - it: takes the title from the page
                given:
                  html: <title>Ferry returns</title><p>The ferry sails again from Monday.</p>
                expect:
                  title: Ferry returns

            'given' is a 'file', an 'html' page, or an article's members ('text', 'title' …). 'expect' names members of the
            record that comes out, whole or in part; or 'dropped' or 'failed' with the reason. 'null' is a member that must
            be absent. Exit code 1 when an example does not come out as expected.

              copydesk test nightly.yaml
              copydesk test nightly.yaml --record      write what comes out into the file, and look at it with git diff
            """)

    @OptionGroup var file: PipelineFileArgument

    @Flag(help: "Write what came out into the file, of examples that failed; the exit code is 1 all the same.")
    var record = false

    func run() throws {
        let plan = try file.load()
        do {
            let examples = try PipelineExamples(
                path: PipelineExamples.path(of: file.pipeline), environment: Surroundings.environment)
            let trial = try ExampleTrial(examples, plan)
            print(TrialReport(examples: examples, isColoured: Surroundings.wantsColour(STDOUT_FILENO)).text(trial), terminator: "")
            guard trial.outcomes.contains(where: { !$0.passes }) else { return }
            if record { try write(trial, examples) }
        } catch let error as ConfigurationError {
            Console().printError(error.rendered(colour: Surroundings.wantsColour(STDERR_FILENO)))
            throw ArgumentParser.ExitCode(PipelineEngine.ExitCode.invalidPipeline.rawValue)
        } catch let failure as StageFailure {
            Console().error(failure.description)
        }
        throw ArgumentParser.ExitCode(PipelineEngine.ExitCode.failed.rawValue)
    }

    private func write(_ trial: ExampleTrial, _ examples: PipelineExamples) throws {
        var outcomes: [Int: JSONValue] = [:]
        for (index, outcome) in trial.outcomes.enumerated() where !outcome.passes { outcomes[index] = outcome.recordable }
        do {
            try FileChange().rewrite(examples.path, to: String(decoding: try examples.recording(outcomes), as: UTF8.self))
        } catch let problem as Diagnostic {
            throw examples.error([problem])
        } catch let error as SystemCallError {
            throw StageFailure("\(examples.path.printable) cannot be written: \(error.explanation)")
        }
        print("\(examples.path.printable): recorded \(outcomes.count); look at what changed, then run copydesk test again")
    }
}
