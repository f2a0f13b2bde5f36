public import StageKit

/// Tests a stage: runs its examples, and checks what every stage must keep.
///
/// With swift-testing, one line is enough:
///
/// ```swift
/// @Test func keepsItsPromises() { #expect(StageCheck.problems(of: ShoutStage.self) == []) }
/// ```
///
/// What is checked: the examples come out as they say; the text stays as it is; annotations lie in the text, on borders
/// of characters, in order; no part changes that the stage does not say it writes; every part it says it writes or reads
/// matters to an example; a worker that has seen other articles agrees with a fresh one; settings are well declared.
public enum StageCheck {
    /// What is wrong with a stage, one readable line each; empty where nothing is.
    public static func problems(of stage: any Stage.Type) -> [String] {
        var problems = SettingsCheck.problems(of: stage)
        guard let examples = (stage as? any ExemplifiedStage.Type)?.examples, !examples.isEmpty else {
            return problems + ["stage '\(stage.name)' has no examples: let it conform to ExemplifiedStage"]
        }
        for example in examples { problems += self.problems(of: stage, example).map { "example '\(example.title)': \($0)" } }
        guard problems.isEmpty else { return problems }
        return PartsCheck.problems(of: stage, examples) + WorkerCheck.problems(of: stage, examples)
    }

    /// What is wrong with one example of a stage.
    public static func problems(of stage: any Stage.Type, _ example: StageExample) -> [String] {
        do {
            return try ExampleRun.configured(stage, example).run()
        } catch {
            // Settings that are refused, files that cannot be prepared: an example may be there to show just that.
            let reason = (error as? StageFailure)?.description ?? "\(error)"
            guard case .failure = example.expected else { return [reason] }
            return example.problems(ofFailure: reason)
        }
    }
}
