import StageKit
import Testing

@testable import PipelineConfig

@Suite struct EnvironmentNamesTests {
    private let names = EnvironmentNames(values: ["A": "one", "B_2": "${A}", "EMPTY": "", "_": "under"])
    private let place = StageKit.SourceLocation(file: "test.yaml", line: 2, column: 3)

    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("${A}", "one"), ("x${A}y${A}z", "xoneyonez"), ("$A $ $$ {A} $", "$A $ $$ {A} $"),
        ("${EMPTY}", ""), ("${EMPTY:-full}", "full"), ("${NONE:-}", ""), ("${NONE:-a b:-c}", "a b:-c"), ("${A:-two}", "one"),
        ("$${A}", "${A}"), ("$$${A}", "$${A}"), ("${_}", "under"),
        // A value is not looked into again: an environment cannot smuggle a reference in.
        ("${B_2}", "${A}"), ("é${A}é", "éoneé"), ("${NONE:-é}", "é"),
    ]) func replaces(text: String, expected: String) {
        var problems: [Diagnostic] = []
        #expect(names.expand(text, at: place, places: { [] }, problems: &problems) == expected)
        #expect(problems.isEmpty)
    }

    @Test(arguments: [
        ("${NONE}", "${NONE} is not set in the environment"), ("${}", "'${}' is no name of the environment"),
        ("${1A}", "'${1A}' is no name of the environment"), ("${A B}", "'${A B}' is no name of the environment"),
        ("${É}", "'${É}' is no name of the environment"), ("${A-b}", "'${A-b}' is no name of the environment"), ("${A", "'${' is not closed"),
    ]) func complains(text: String, message: String) {
        var problems: [Diagnostic] = []
        _ = names.expand(text, at: place, places: { [] }, problems: &problems)
        #expect(problems.map(\.message) == [message])
        #expect(problems.first?.location == place)
    }

    @Test func namesAndAnchorsAreLeftAlone() {
        let problems = Pipelines.problems(of: "${HOME_FOLDER}: x\n" + Pipelines.around("  - clean"))
        #expect(problems.map(\.message) == ["unknown name '${HOME_FOLDER}'"])
    }
}
