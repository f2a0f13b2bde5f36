import PipelineConfig
import StageKit
import StageTestKit

/// Tells how a pipeline's examples came out: a line for each, and for those that failed every difference with its place.
struct TrialReport {
    let examples: PipelineExamples
    let isColoured: Bool

    func text(_ trial: ExampleTrial) -> String {
        var text = ""
        for outcome in trial.outcomes {
            let mark = outcome.passes ? style("✓", "32") : style("✗", "31;1")
            text += "\(mark) \(outcome.example.title.printable)\n"
            if outcome.example.expected == nil {
                text += rendered("nothing is expected of this example", at: outcome.example.location, advice: "copydesk test --record writes what comes out")
            }
            let places = outcome.differences.map { (difference: $0, place: location(of: $0.path, in: outcome.example)) }
            for (difference, place) in places.sorted(by: { $0.place < $1.place }) { text += self.text(difference, at: place) }
        }
        let failed = trial.outcomes.count { !$0.passes }
        let count = trial.outcomes.count == 1 ? "1 example" : "\(trial.outcomes.count) examples"
        return text + (failed == 0 ? "\(count), all as expected\n" : "\(count), \(failed) not as expected\n")
    }

    private func text(_ difference: RecordDifference, at place: SourceLocation) -> String {
        let expected = difference.expected == .null ? nil : difference.expected
        var text = rendered("'\(difference.pathText)' is not as expected", at: place, advice: nil)
        let (old, new) = TrialReport.shortened(expected?.json, difference.found?.json)
        if let old { text += "      \(style("- \(old.printable)", "31"))\n" }
        if let new { text += "      \(style("+ \(new.printable)", "32"))\n" }
        return text
    }

    private func rendered(_ message: String, at location: SourceLocation, advice: String?) -> String {
        examples.error([Diagnostic(.error, message, at: location, advice: advice)]).rendered(colour: isColoured)
    }

    /// Where the expected value stands; the nearest that holds it where there is none.
    private func location(of path: [RecordDifference.Step], in example: PipelineExample) -> SourceLocation {
        guard var node = example.expected else { return example.location }
        for step in path {
            switch (step, node.content) {
            case (.member(let name), .mapping(let entries)):
                guard let entry = entries.first(where: { $0.name == name }) else { return node.location }
                node = entry.value
            case (.element(let index), .sequence(let nodes)):
                guard index < nodes.count else { return node.location }
                node = nodes[index]
            default: return node.location
            }
        }
        return node.location
    }

    /// Characters around a difference that are shown of long values.
    private static let context = 40

    /// Both texts without most of what they have in common, where they are long.
    static func shortened(_ old: String?, _ new: String?) -> (String?, String?) {
        guard let old, let new else { return (old.map { clipped($0[...]) }, new.map { clipped($0[...]) }) }
        guard max(old.count, new.count) > 3 * context else { return (old, new) }
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = min(zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count, min(old.count, new.count) - start)
        func window(_ text: String) -> String {
            let before = max(0, start - context)
            let after = max(0, end - context)
            return (before > 0 ? "…" : "") + clipped(text.dropFirst(before).dropLast(after)) + (after > 0 ? "…" : "")
        }
        return (window(old), window(new))
    }

    private static func clipped(_ text: Substring) -> String {
        let most = 400
        return text.count > most ? "\(text.prefix(most))…" : String(text)
    }

    private func style(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
