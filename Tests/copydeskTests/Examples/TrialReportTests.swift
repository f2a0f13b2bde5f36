import PipelineConfig
import StageKit
import StageTestKit
import Testing

@testable import copydesk

@Suite struct TrialReportTests {
    private static let examples = "- it: takes the title\n  given: {text: x}\n  expect: {title: Ship}\n"

    private static func report(colour: Bool) throws -> String {
        let examples = try PipelineExamples(Array(examples.utf8), path: "a.examples.yaml", environment: [:])
        let difference = RecordDifference(path: [.member("title")], expected: "Ship", found: "Fer\u{1B}ry")
        let outcome = ExampleTrial.Outcome(example: examples.examples[0], found: ["title": "Fer\u{1B}ry"], differences: [difference])
        return TrialReport(examples: examples, isColoured: colour).text(ExampleTrial(outcomes: [outcome]))
    }

    @Test func onATerminalTheDifferenceIsRedAndGreen() throws {
        let text = try TrialReportTests.report(colour: true)
        #expect(text.contains("\u{1B}[31m- \"Ship\"\u{1B}[0m\n"))
        #expect(text.contains("\u{1B}[32m+ \"Fer\\u001bry\"\u{1B}[0m\n"))
    }

    @Test func elsewhereNothingIsColoured() throws {
        #expect(!(try TrialReportTests.report(colour: false)).contains("\u{1B}"))
    }

    @Test func longValuesAreCutToWhatDiffers() {
        let same = String(repeating: "a", count: 500)
        let (old, new) = TrialReport.shortened("\(same)X\(same)", "\(same)YZ\(same)")
        let context = String(repeating: "a", count: 40)
        #expect(old == "…\(context)X\(context)…")
        #expect(new == "…\(context)YZ\(context)…")
    }

    @Test func shortValuesStayWhole() {
        #expect(TrialReport.shortened("abc", "abd") == ("abc", "abd"))
        #expect(TrialReport.shortened(nil, "abd") == (nil, "abd"))
    }
}
