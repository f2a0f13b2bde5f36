import Foundation
import Testing

/// `copydesk test`.
@Suite struct PipelineExamplesTests {
    private static let pipeline = "stages:\n  - load: in/*\n  - clean: {drop: [not_articles]}\n  - segment\n  - export: [{jsonl: out.jsonl}]\n"
    private static let text = "The council met on Monday and spoke of the ferry for hours. It decided nothing of note at all, and its members went home early and in good spirits."

    private static func workspace(_ examples: String) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write("nightly.yaml", pipeline)
        try workspace.write("nightly.examples.yaml", examples)
        return workspace
    }

    @Test(arguments: FileManager.default.enumerator(atPath: "\(Program.project)/Pipelines")?
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".examples.yaml") } ?? [])
    func examplesOfTheShippedPipelinesHold(_ file: String) throws {
        let pipeline = file.replacingOccurrences(of: ".examples.yaml", with: ".yaml")
        let result = try Program.run(["test", "\(Program.project)/Pipelines/\(pipeline)"], in: "/")
        #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
    }

    @Test func quickstartHasExamples() {
        #expect(FileManager.default.fileExists(atPath: "\(Program.project)/Pipelines/quickstart.examples.yaml"))
    }

    @Test func whatIsAsExpectedPasses() throws {
        let workspace = try PipelineExamplesTests.workspace("""
            - it: cuts sentences
              given: {text: "\(PipelineExamplesTests.text)"}
              expect: {sentences: [{start: 0}, {}], title: null}
            - it: drops what is no article
              given: {text: Subscribe now}
              expect: {dropped: not an article}
            """)
        let result = try Program.run(["test", "nightly.yaml"], in: workspace.path)
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output == "✓ cuts sentences\n✓ drops what is no article\n2 examples, all as expected\n")
        // Nothing is exported or remembered.
        #expect(workspace.files == ["nightly.examples.yaml", "nightly.yaml"])
        #expect(!workspace.exists("state"))
    }

    @Test func everyDifferenceIsToldWithItsPlace() throws {
        let workspace = try PipelineExamplesTests.workspace("""
            - it: takes the title
              given:
                title: Ferry
                text: "\(PipelineExamplesTests.text)"
              expect:
                title: Ship
                sentences: [{block: 7}, {block: 0}]
            """)
        let result = try Program.run(["test", "nightly.yaml"], in: workspace.path)
        #expect(result.exitCode == 1)
        #expect(result.output == """
            ✗ takes the title
            nightly.examples.yaml:6:12: error: 'title' is not as expected
                6 |     title: Ship
                  |            ^
                  - "Ship"
                  + "Ferry"
            nightly.examples.yaml:7:25: error: 'sentences[0].block' is not as expected
                7 |     sentences: [{block: 7}, {block: 0}]
                  |                         ^
                  - 7
                  + 0
            1 example, 1 not as expected

            """)
    }

    @Test func aLostArticleIsTold() throws {
        let workspace = try PipelineExamplesTests.workspace("- given: {title: Nothing}\n  expect: {title: Nothing}\n")
        let result = try Program.run(["test", "nightly.yaml"], in: workspace.path)
        #expect(result.exitCode == 1)
        #expect(result.output.contains("+ \"clean: the article has neither raw content nor text\""), "\(result.output)")
    }

    @Test func filesAreReadAsThePipelineReadsThem() throws {
        let workspace = try PipelineExamplesTests.workspace("- given: {file: day.jsonl, record: 1}\n  expect: {title: Two}\n")
        try workspace.write("day.jsonl", "{\"title\":\"One\",\"text\":\"\(PipelineExamplesTests.text)\"}\n{\"title\":\"Two\",\"text\":\"\(PipelineExamplesTests.text)\"}\n")
        let result = try Program.run(["test", "nightly.yaml"], in: workspace.path)
        #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
    }

    @Test func recordingWritesWhatCameOutAndFails() throws {
        let workspace = try PipelineExamplesTests.workspace("""
            # Kept.
            - it: takes the title      # kept, too
              given:
                title: "Ferry: ${HOME}"
                text: "\(PipelineExamplesTests.text)"
              expect:
                title: Ship            # goes
                sentences:
                  - {block: 1}

            - it: is not recorded yet
              given: {text: Subscribe now}

            # And this.
            - given: {text: Subscribe now}
              expect: {dropped: not an article}

            """)
        let recorded = try Program.run(["test", "nightly.yaml", "--record"], in: workspace.path, environment: ["HOME": "$${x} home"])
        #expect(recorded.exitCode == 1)
        #expect(recorded.output.hasSuffix("recorded 2; look at what changed, then run copydesk test again\n"))
        #expect(try workspace.texts()["nightly.examples.yaml"] == """
            # Kept.
            - it: takes the title      # kept, too
              given:
                title: "Ferry: ${HOME}"
                text: "\(PipelineExamplesTests.text)"
              expect:
                title: "Ferry: $$${x} home"
                sentences: [{block: 0}, {block: 0}]

            - it: is not recorded yet
              given: {text: Subscribe now}
              expect:
                dropped: not an article

            # And this.
            - given: {text: Subscribe now}
              expect: {dropped: not an article}

            """)
        let again = try Program.run(["test", "nightly.yaml"], in: workspace.path, environment: ["HOME": "$${x} home"])
        #expect(again.exitCode == 0, "\(again.output)")
    }

    @Test func anExampleInBracesIsNotRecorded() throws {
        let workspace = try PipelineExamplesTests.workspace("- {given: {text: Subscribe now}, expect: {title: A}}\n")
        let before = try workspace.texts()
        let result = try Program.run(["test", "nightly.yaml", "--record"], in: workspace.path)
        #expect(result.exitCode == 78)
        #expect(result.errors.contains("nightly.examples.yaml:1:3: error: an example in braces cannot be recorded"), "\(result.errors)")
        #expect(try workspace.texts() == before)
    }

    @Test(arguments: [
        ("title: x", "nightly.examples.yaml:1:1: error: examples are a list, not a mapping"),
        ("- it: x", "nightly.examples.yaml:1:3: error: the example has no 'given'"),
        ("- given: {txt: x}", "nightly.examples.yaml:1:11: error: 'given' has no 'txt'"),
        ("- given: {text: x}\n  expcet: {}", "nightly.examples.yaml:2:3: error: an example has no 'expcet'"),
        ("- given: {text: x}\n  expect: {titel: x}", "nightly.examples.yaml:2:12: error: a record has no 'titel'"),
        ("- given: {text: x}\n  expect: [x]", "nightly.examples.yaml:2:11: error: 'expect' takes a mapping of the record's members, not a list"),
        ("- given: {text: 7}", "nightly.examples.yaml:1:10: error: text: must be"),
        ("- given: {file: none.txt}", "nightly.examples.yaml:1:10: error: "),
        ("- given: {text: x", "nightly.examples.yaml:"),
    ])
    func brokenExamplesAreToldWithTheirPlace(_ examples: String, message: String) throws {
        let workspace = try PipelineExamplesTests.workspace(examples)
        let result = try Program.run(["test", "nightly.yaml"], in: workspace.path)
        #expect(result.exitCode == 78)
        #expect(result.errors.hasPrefix(message), "\(result.errors)")
    }

    @Test func noExamplesAreTold() throws {
        let workspace = try Workspace()
        try workspace.write("nightly.yaml", PipelineExamplesTests.pipeline)
        let result = try Program.run(["test", "nightly.yaml"], in: workspace.path)
        #expect(result.exitCode == 78)
        #expect(result.errors.contains("there are no examples: nightly.examples.yaml does not exist"), "\(result.errors)")
    }
}
