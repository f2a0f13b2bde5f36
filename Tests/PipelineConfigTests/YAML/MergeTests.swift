import StageKit
import Testing

@testable import PipelineConfig

/// The merge key, by what becomes of the mapping `it`.
@Suite struct MergeTests {
    @Test(arguments: [
        ("{<<: {a: 1, b: 2}, b: 3}", "a=1 b=3"), ("{b: 3, <<: {a: 1, b: 2}}", "a=1 b=3"),
        ("{<<: [{a: 1}, {a: 2, b: 2}], c: 3}", "a=1 b=2 c=3"), ("{<<: {<<: {a: 1, b: 1}, b: 2}, c: 3}", "a=1 b=2 c=3"),
        ("{<<: {}, a: 1}", "a=1"), ("{<<: [], a: 1}", "a=1"), ("{'<<': 1}", "<<=1"),
    ]) func entriesOfTheMappingComeFirst(yaml: String, expected: String) throws {
        var problems: [Diagnostic] = []
        let node = Composer.compose(Array(yaml.utf8), file: "f", environment: EnvironmentNames(values: [:]), problems: &problems)
        guard case .mapping(let entries) = try #require(node).content else {
            Issue.record("no mapping")
            return
        }
        let text = entries.sorted { $0.name < $1.name }.map { entry in
            if case .scalar(let value, _) = entry.value.content { "\(entry.name)=\(value)" } else { "\(entry.name)?" }
        }
        #expect(text.joined(separator: " ") == expected)
        #expect(problems.isEmpty)
    }

    @Test func anAnchorBeforeANameStandsForTheName() throws {
        let text = "&it description: x\nstate: *it\n" + Pipelines.around("  - clean")
        #expect(try Pipelines.load(text).statePath == "/srv/description")
    }

    @Test func theLastAnchorOfANameCounts() throws {
        let plan = try Pipelines.load("description: &it one\npipeline: &it two\nstate: *it\n" + Pipelines.around("  - clean"))
        #expect(plan.statePath == "/srv/two")
    }
}
