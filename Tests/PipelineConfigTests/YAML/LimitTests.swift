import StageKit
import Testing

@testable import PipelineConfig

/// A hostile file costs moments and a few megabytes: it is the limits that refuse it, not the clock.
@Suite struct LimitTests {
    @Test func anAliasBombIsRefusedByItsSize() {
        // Ten levels of ten aliases each: ten thousand million values.
        var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, before) in zip("bcdefghij", "abcdefghi") {
            text += "\(name): &\(name) [\(Array(repeating: "*\(before)", count: 10).joined(separator: ", "))]\n"
        }
        let problems = Pipelines.problems(of: text)
        #expect(problems.map(\.message) == ["the file expands to more than 50000 values"])
        #expect(problems.first?.location?.line == 5)
    }

    @Test func aMergeBombIsRefusedByItsSize() {
        var text = "a: &a {k: v}\n"
        for (name, before) in zip("bcdefghijklmnopq", "abcdefghijklmnop") {
            text += "\(name): &\(name) {<<: [*\(before), *\(before), *\(before), *\(before)]}\n"
        }
        #expect(Pipelines.problems(of: text).map(\.message) == ["the file expands to more than 50000 values"])
    }

    @Test(arguments: [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")]) func deepNestingIsRefusedByItsDepth(open: String, close: String) {
        let text = String(repeating: open, count: 10_000) + "x" + String(repeating: close, count: 10_000)
        let messages = Pipelines.problems(of: text).map(\.message)
        #expect(messages.first?.contains(open == "? " ? "a name must be a text" : "nested more than 64 deep") == true)
        #expect(messages.count == 1)
    }

    @Test func nestingUpToTheLimitIsNot() {
        let depth = Composer.mostDepth - 1  // the mapping around it counts too
        let text = "stages: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(!Pipelines.problems(of: text).contains { $0.message.contains("nested") })
        let deeper = "stages: " + String(repeating: "[", count: depth + 1) + String(repeating: "]", count: depth + 1)
        #expect(Pipelines.problems(of: deeper).contains { $0.message.contains("nested more than 64 deep") })
    }

    @Test func aFileOfTheMostBytesIsRead() throws {
        let pipeline = Pipelines.around("  - clean")
        let padding = "#" + String(repeating: "x", count: Composer.mostBytes - pipeline.utf8.count - 2) + "\n"
        #expect(throws: Never.self) { try Pipelines.load(padding + pipeline) }
        #expect(
            Pipelines.problems(of: "#" + padding + pipeline).map(\.message)
                == ["the file is longer than 1048576 bytes, the most a pipeline file may have"])
    }

    @Test func manyProblemsAreCountedNotPrinted() throws {
        let text = (1...20_000).map { "name\($0): x\n" }.joined() + Pipelines.around("  - clean")
        let error = try #require(throws: ConfigurationError.self) { try Pipelines.load(text) }
        #expect(error.diagnostics.count == 20_000)
        let printed = error.rendered(colour: false)
        #expect(printed.contains("unknown name 'name100'"))
        #expect(!printed.contains("unknown name 'name101'"))
        #expect(printed.hasSuffix("… and 19900 more\n"))
    }

    /// Finding the place of each took the time of all of them: 8,000 took hours.
    @Test func manyContradictionsAreLocated() throws {
        let outputs = (0..<16_000).map { "  - jsonl: out/\($0 / 2)\n" }.joined()
        let problems = Pipelines.problems(of: "stages:\n- load: in/*\n- export:\n\(outputs)")
        #expect(problems.count == 8_000)
        #expect(problems.last?.message == "stage 'export': two outputs go to 'out/7999'")
        #expect(problems.last?.location?.line == 16_003)
    }

    @Test func longNamesAndValuesAreShortened() throws {
        // The second is one character of many marks.
        for long in [String(repeating: "é", count: 300_000), "e" + String(repeating: "\u{301}", count: 300_000)] {
            try expectShort(long)
        }
    }

    private func expectShort(_ long: String) throws {
        for text in ["\"\(long)\": x\n" + Pipelines.around("  - clean"), Pipelines.around("  - '\(long)'"), Pipelines.around("  - clean: '\(long)'")] {
            let error = try #require(throws: ConfigurationError.self) { try Pipelines.load(text) }
            #expect(error.diagnostics.count == 1)
            #expect(error.rendered(colour: false).unicodeScalars.count < 1000)
        }
    }
}
