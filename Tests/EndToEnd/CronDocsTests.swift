import Foundation
import Testing

/// The commands that docs/cron.md shows do what it shows.
@Suite struct CronDocsTests {
    private struct Example {
        var command: String
        var exitCode: Int32
        var output: [String]
    }

    private static let document = "\(Program.project)/docs/cron.md"

    /// The `$ …` lines of the console blocks, each with what is shown below it.
    private static func examples() throws -> [Example] {
        var examples: [Example] = []
        var isInside = false
        for line in try String(contentsOfFile: document, encoding: .utf8).components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                let parts = line.dropFirst(2).components(separatedBy: "# exit code ")
                examples.append(Example(command: parts[0], exitCode: parts.count > 1 ? try #require(Int32(parts[1])) : 0, output: []))
            } else if isInside {
                examples[examples.count - 1].output.append(line)
            }
        }
        return examples
    }

    /// Whether some line reads `pattern`, in which `…` stands for anything.
    private func contains(_ lines: [String], _ pattern: String) -> Bool {
        let parts = pattern.components(separatedBy: "…")
        return lines.contains { line in
            var rest = Substring(line)
            for (index, part) in parts.enumerated() where !part.isEmpty {
                guard let found = rest.range(of: part), index > 0 || found.lowerBound == rest.startIndex else { return false }
                rest = rest[found.upperBound...]
            }
            return rest.isEmpty || parts.last == ""
        }
    }

    @Test func theCommandsDoWhatTheyShow() throws {
        let workspace = try Workspace()
        try workspace.write("nightly.yaml", """
            pipeline: nightly
            stages: [load: in/*, clean, {export: [{jsonl: out/nightly.jsonl}]}]
            """)
        let record = "{\"text\": \"The council met on Monday. It decided nothing.\"}\n"
        try workspace.write("in/day.jsonl", "\(record){\"text\": \"cut off\n\(record)")
        let examples = try Self.examples()
        #expect(examples.count >= 7)
        for example in examples {
            let result = try Program.shell(
                "cd \"$1\" && export XDG_STATE_HOME=\"$1/state\" PATH=\"$2:$PATH\"; \(example.command)", workspace.path,
                URL(fileURLWithPath: Program.path).deletingLastPathComponent().path)
            #expect(result.exitCode == example.exitCode, "\(example.command)\n\(result.errors)")
            let lines = "\(result.output)\n\(result.errors)".components(separatedBy: "\n")
            for line in example.output { #expect(contains(lines, line), "\(example.command) does not print \(line):\n\(lines)") }
        }
    }

    @Test func everyMetricAndEveryFieldOfTheReportIsNamed() throws {
        let workspace = try Workspace()
        try workspace.write("nightly.yaml", "pipeline: nightly\nstages: [load: in/*, clean, {export: [{jsonl: out.jsonl}]}]\n")
        try workspace.write("in/a.txt", "The council met on Monday. It decided nothing.\n")
        #expect(try workspace.run("run", "nightly.yaml", "--metrics-file", "nightly.prom").exitCode == 0)
        let text = try String(contentsOfFile: Self.document, encoding: .utf8)
        let metrics = String(decoding: try workspace.read("nightly.prom"), as: UTF8.self)
        let names = metrics.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.compactMap { $0.split(separator: " ").dropFirst(2).first }
        #expect(names.count >= 6)
        for name in names { #expect(text.contains("| `\(name)` |"), "\(name)") }
        let report = try #require(try workspace.records("state/copydesk/nightly/run.json").first?.objectValue)
        for name in report.keys { #expect(text.contains("`\(name)`"), "\(name)") }
    }

    @Test func everyExitCodeOfTheReadmeIsInTheTable() throws {
        let table = try Regex("\\| ([0-9, ]+) \\| ")
        func codes(_ path: String) throws -> [String] {
            try String(contentsOfFile: path, encoding: .utf8).matches(of: table).compactMap { $0.output[1].substring.map(String.init) }
        }
        let readme = try codes("\(Program.project)/README.md")
        #expect(readme.count >= 9)
        #expect(try Set(codes(Self.document)).isSuperset(of: readme))
    }
}
