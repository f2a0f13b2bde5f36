/// A stage that shows by examples what it does. They stand beside the stage, are read as its documentation, and are run
/// by tests: see `StageCheck` of StageTestKit.
///
/// ```swift
/// extension ShoutStage: ExemplifiedStage {
///     public static let examples = [
///         StageExample("counts exclamation marks", given: .text("Stop! Now!"), expect: ["extensions": ["shouts": 2]])
///     ]
/// }
/// ```
public protocol ExemplifiedStage: Stage {
    /// At least one; together they must show everything that the stage says it reads and writes.
    static var examples: [StageExample] { get }
}
