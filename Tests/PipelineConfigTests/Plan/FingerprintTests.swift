import StageKit
import Testing

@testable import PipelineConfig

@Suite struct FingerprintTests {
    private static let plain = Pipelines.around("  - segment\n  - summarize: 3")

    @Test(arguments: [
        Pipelines.around("  - segment # a comment\n  - summarize:\n      sentences: 3"),
        Pipelines.around("  - segment: {}\n  - summarize: {sentences: 3, style: paragraph}"),
        "pipeline: other\nstate: elsewhere\nerrors: 50%\n" + plain,
    ]) func spellingDoesNotChangeIt(text: String) throws {
        #expect(try Pipelines.load(text).fingerprint == Pipelines.load(FingerprintTests.plain).fingerprint)
    }

    @Test(arguments: [
        Pipelines.around("  - segment\n  - summarize: 4"),
        Pipelines.around("  - segment\n  - summarize: {trim: true}"),
        Pipelines.around("  - segment"),
        Pipelines.around("  - segment\n  - summarize: {about: [a]}"),
        plain.replacing("out/a.jsonl", with: "out/b.jsonl"),
        plain.replacing("in/*", with: "in/a"),
    ]) func settingsAndStagesChangeIt(text: String) throws {
        #expect(try Pipelines.load(text).fingerprint != Pipelines.load(FingerprintTests.plain).fingerprint)
    }

    @Test func noValuePassesForTwo() throws {
        let one = try Pipelines.load(Pipelines.around("  - segment\n  - summarize: {about: ['a, b']}"))
        let two = try Pipelines.load(Pipelines.around("  - segment\n  - summarize: {about: [a, b]}"))
        #expect(one.fingerprint != two.fingerprint)
    }

    @Test func eachStageHasItsOwn() throws {
        let three = try Pipelines.load(FingerprintTests.plain).stageFingerprints
        let four = try Pipelines.load(Pipelines.around("  - segment\n  - summarize: 4")).stageFingerprints
        #expect(three.count == 4)
        #expect(zip(three, four).map { $0 == $1 } == [true, true, false, true])
    }
}
