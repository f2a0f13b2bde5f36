import Testing

/// The same input and pipeline give the same bytes, whatever the number of workers and the size of batches.
@Suite struct DeterminismTests {
    @Test func theSamplesGiveTheSameBytesHoweverTheyAreRun() throws {
        var first: [String: [UInt8]]?
        for (workers, batch) in [(1, 1), (1, 500), (2, 1), (2, 64), (7, 1), (7, 500)] {
            let workspace = try Workspace()
            let result = try Program.run(
                ["run", "\(Program.project)/Pipelines/quickstart.yaml", "--workers", "\(workers)", "--batch", "\(batch)"],
                in: workspace.path)
            #expect(result.exitCode == 0, "\(result.errors)")
            var outputs: [String: [UInt8]] = [:]
            for name in workspace.files { outputs[name] = try workspace.read(name) }
            #expect(outputs.keys.sorted() == ["out/articles.csv", "out/articles.db", "out/articles.jsonl", "out/digest.md"])
            if let first {
                for (name, bytes) in first {
                    #expect(outputs[name] == bytes, "\(name) differs with \(workers) workers and batches of \(batch)")
                }
            } else {
                first = outputs
            }
        }
    }
}
