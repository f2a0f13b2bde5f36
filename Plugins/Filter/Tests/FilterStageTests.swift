import FilterStage
import StageKit
import StageTestKit
import Testing

@Suite struct FilterStageTests {
    @Test(arguments: FilterStage.examples)
    func example(_ example: StageExample) {
        #expect(StageCheck.problems(of: FilterStage.self, example) == [])
    }

    @Test func keepsWhatEveryStagePromises() {
        #expect(StageCheck.problems(of: FilterStage.self) == [])
    }

    /// What must stand before it depends on what it asks about.
    @Test(arguments: [
        ("words > 1", ["text"]), ("title is present or host == 'a.example'", ["metadata"]), ("sentences > 1 and summary is present", ["sentences", "summary"]),
        ("entities > 1", ["entities"]), ("not mentions contains 'A'", ["entities", "text"]), ("count(extensions.quotes) > 1", ["extensions.quotes"]),
        ("source matches '*.html'", []),
    ]) func readsWhatItAsksAbout(_ expression: String, _ parts: [String]) throws {
        var problems: [Diagnostic] = []
        let place = SourceLocation(file: "f", line: 1, column: 1)
        let stage = FilterStage.configured(by: ConfigNode(.scalar(expression, plain: true), at: place), at: place, title: "it", problems: &problems)
        #expect(problems == [])
        #expect(stage.reads.sorted().map(\.description) == parts)
    }

    @Test func withoutAConditionItIsAnError() {
        var problems: [Diagnostic] = []
        let place = SourceLocation(file: "f", line: 1, column: 1)
        _ = FilterStage.configured(by: nil, at: place, title: "stage 'filter'", problems: &problems)
        #expect(problems.map(\.message) == ["stage 'filter' needs 'keep' or 'drop'"])
    }
}
