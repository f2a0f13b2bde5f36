import StageKit
import Testing

@testable import PipelineConfig

/// `Good/NAME.yaml` becomes the plan in `Good/NAME.txt`: every stage with every setting's value.
@Suite struct GoodFileTests {
    static let names: [String] = (try? TestFiles.names(in: "Good", ending: ".yaml")) ?? []

    @Test(arguments: names) func planIsAsPinned(name: String) throws {
        let plan = try Pipelines.load(try TestFiles.bytes("Good/\(name).yaml"), path: "/srv/\(name).yaml")
        let text = GoodFileTests.text(of: plan)
        if TestFiles.isRecording {
            try TestFiles.record(text, at: "Good/\(name).txt")
            Issue.record("recorded; read Good/\(name).txt")
            return
        }
        #expect(text == TestFiles.snapshot("Good/\(name).txt"), "RECORD_SNAPSHOTS=1 records")
    }

    @Test func everySnapshotHasItsFile() throws {
        #expect(!GoodFileTests.names.isEmpty)
        #expect(try TestFiles.names(in: "Good", ending: ".txt") == GoodFileTests.names)
    }

    /// One setting a line, its value with line breaks made visible.
    private static func text(of plan: PipelinePlan) -> String {
        let stages: [any Stage] = [plan.source] + plan.transforms + [plan.sink]
        var lines = ["\(plan.name) in \(plan.directory), state \(plan.statePath ?? "as usual")"]
        lines += ["errors"] + plan.errors.settingValues.map { "  \($0.name): \($0.value)" }
        for stage in stages {
            lines.append(type(of: stage).name)
            lines += stage.settingValues.map { "  \($0.name): \($0.value.printable)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
