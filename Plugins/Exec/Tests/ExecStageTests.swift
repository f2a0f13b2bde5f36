import StageKit
import Testing

@testable import ExecStage

@Suite struct ExecStageTests {
    private func configured(_ entries: [(String, ConfigNode.Content)]) -> (stage: ExecStage, problems: [String]) {
        let place = SourceLocation(file: "p.yaml", line: 1, column: 1)
        let node = ConfigNode(.mapping(entries.map { .init(name: $0.0, location: place, value: ConfigNode($0.1, at: place)) }), at: place)
        var problems: [Diagnostic] = []
        let stage = ExecStage.configured(by: node, at: place, title: "stage 'exec'", problems: &problems)
        return (stage, problems.map { $0.message + ($0.advice.map { "; \($0)" } ?? "") })
    }

    private func list(_ words: String...) -> ConfigNode.Content {
        .sequence(words.map { ConfigNode(.scalar($0, plain: true), at: SourceLocation(file: "p.yaml", line: 1, column: 1)) })
    }

    @Test func whatItReadsAndWritesIsWhatThePipelineSays() {
        let (stage, problems) = configured([
            ("command", list("python3", "a.py")), ("reads", list("text", "sentences", "extensions.quotes")), ("writes", list("extensions.topics")),
        ])
        #expect(problems == [])
        #expect(stage.command == ["python3", "a.py"])
        #expect(stage.reads == [.text, .sentences, .layer("quotes")])
        #expect(stage.writes == [.layer("topics")])
    }

    @Test func aCommandMustBeGiven() {
        #expect(configured([("reads", list("text"))]).problems.first?.hasPrefix("stage 'exec' needs 'command'") == true)
        #expect(configured([("command", list())]).problems == ["stage 'exec': 'command' names no program"])
    }

    @Test func partsMustBeKnown() {
        #expect(configured([("command", list("a")), ("writes", list("sentence"))]).problems
            == ["'writes' knows no part 'sentence' of an article; did you mean 'sentences'?"])
        #expect(configured([("command", list("a")), ("reads", list("extensions"))]).problems
            == ["stage 'exec': 'reads' must name a layer: extensions.NAME"])
    }
}
