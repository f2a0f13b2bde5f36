import Foundation
import StageKit
import TestSupport
import Testing

/// `dedupe` in whole pipelines: the same bytes whatever the workers, right over runs, and nothing lost.
@Suite struct DedupeTests {
    static func pipeline(_ head: String = "", dedupe: String = "dedupe", isolation: String = "none") -> String {
        """
        pipeline: d
        errors: {most: 90%}
        isolation: \(isolation)
        \(head)
        stages:
          - load: {from: in/*, require: false}
          - clean
          - \(dedupe)
          - segment
          - export: [{jsonl: out/a.jsonl}, {sqlite: out/a.db}]
        """
    }

    /// A text of our own on one of many subjects: numbers alone tell the subjects apart, so that they are unlike.
    static func text(_ subject: Int, words: Int = 90) -> String {
        var random = SplitMix64(seed: UInt64(subject))
        let stock = ["ferry", "council", "harbour", "library", "goat", "tram", "mayor", "bridge", "school", "river", "market", "vote", "strike", "museum", "snow", "field", "engine", "letter"]
        return (0..<words).map { "\(random.pick(stock))\($0 % 12 == 11 ? "." : "")" }.joined(separator: " ") + "."
    }

    static func edited(_ text: String, _ edits: Int, seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        var words = text.split(separator: " ").map(String.init)
        for _ in 0..<edits { words[random.below(words.count)] = "amended" }
        return words.joined(separator: " ")
    }

    /// 240 articles of 80 subjects, each three times: as it is, word for word again, and with two words changed.
    private func lines() throws -> String {
        var random = SplitMix64(seed: 7)
        var articles = (0..<80).flatMap { subject in
            [Self.text(subject), Self.text(subject).uppercased(), Self.edited(Self.text(subject), 2, seed: UInt64(subject))]
        }
        articles.shuffle(using: &random)
        return articles.enumerated().map { number, text in
            JSONValue.object(["url": .string("https://a.example/\(number)"), "title": .string("Title \(number)"), "text": .string(text)]).json + "\n"
        }.joined()
    }

    @Test(arguments: ["drop", "mark"]) func outputIsTheSameWhateverTheWorkers(action: String) throws {
        let workspace = try Workspace()
        try workspace.write("in/a.jsonl", try lines())
        var outcomes: [[[UInt8]]] = []
        for (workers, batch, isolation) in [(1, 1000, "none"), (1, 1, "none"), (2, 7, "none"), (8, 3, "none"), (3, 64, "process"), (2, 5, "process")] {
            try Program.shell("rm -rf \"$1/out\" \"$1/state\"", workspace.path)
            try workspace.write("d.yaml", Self.pipeline(dedupe: "dedupe: {action: \(action)}", isolation: isolation))
            let result = try workspace.run("run", "d.yaml", "--workers", "\(workers)", "--batch", "\(batch)")
            #expect(result.exitCode == 0, "\(result.errors)")
            outcomes.append([try workspace.read("out/a.jsonl"), try workspace.read("out/a.db"), try workspace.read("state/copydesk/d/repeats.jsonl")])
        }
        for (number, outcome) in outcomes.enumerated() {
            for part in outcome.indices { #expect(outcome[part].elementsEqual(outcomes[0][part]), "run \(number), part \(part)") }
        }
        let records = try workspace.records("out/a.jsonl")
        #expect(records.count == (action == "drop" ? 80 : 240))
        #expect(records.count { $0["extensions"]?["dedupe"]?["repeats"] != nil } == (action == "drop" ? 0 : 160))
    }

    @Test(arguments: ["none", "process"]) func aNightlyJobRemembersWhatItHasWritten(isolation: String) throws {
        let workspace = try Workspace()
        try workspace.write("d.yaml", Self.pipeline("only: new", isolation: isolation))
        let (first, second) = (Self.text(1), Self.text(2))
        try workspace.write("in/a.txt", first)
        try workspace.write("in/b.txt", Self.edited(first, 2, seed: 1))
        let monday = try workspace.run("run", "d.yaml")
        #expect(monday.exitCode == 0 && monday.output.contains("dedupe dropped 1 article: repeats another article (near)"), "\(monday.errors)")
        #expect(monday.output.contains("repeats.jsonl"))
        // Tuesday: the agency sends it once more; the first is corrected in a few words; another comes.
        try workspace.write("in/c.txt", first)
        try workspace.write("in/a.txt", Self.edited(first, 3, seed: 2))
        try workspace.write("in/d.txt", second)
        let tuesday = try workspace.run("run", "d.yaml")
        #expect(tuesday.exitCode == 0, "\(tuesday.errors)")
        #expect(try workspace.records("out/a.jsonl").compactMap { $0["source"]?["uri"]?.stringValue } == ["in/a.txt", "in/a.txt", "in/d.txt"])
        #expect(try workspace.sqlite("out/a.db", "SELECT count(*) FROM articles") == "2")
        let ids = try workspace.records("out/a.jsonl").compactMap { $0["id"]?.stringValue }
        #expect(try workspace.records("state/copydesk/d/repeats.jsonl").map { $0["repeats"]?.stringValue } == [ids[1]])
        // Nothing new: nothing happens. In full: as if for the first time.
        #expect(try workspace.run("run", "d.yaml").exitCode == 0)
        #expect(try workspace.records("out/a.jsonl").count == 3)
        let full = try workspace.run("run", "d.yaml", "--full")
        #expect(full.exitCode == 0, "\(full.errors)")
        #expect(try workspace.records("out/a.jsonl").compactMap { $0["source"]?["uri"]?.stringValue } == ["in/a.txt", "in/d.txt"])
    }

    /// The first of two fails behind the stage: the second takes its place. Replayed, the first is the repeat.
    @Test(arguments: ["none", "process"]) func whatFailsLeavesItsPlaceToItsTwin(isolation: String) throws {
        let workspace = try Workspace()
        try workspace.write("d.yaml", Self.pipeline(isolation: isolation).replacing("  - segment", with: "  - exec: {command: [python3, stage.py], writes: [extensions.seen]}"))
        try workspace.write("stage.py", """
            import json, os, sys
            sys.stdin.readline()
            print('{"copydesk":1,"name":"x"}', flush=True)
            for line in sys.stdin:
                request = json.loads(line)
                if "poison" in request["article"]["text"] and not os.path.exists("mended"):
                    print(json.dumps({"n": request["n"], "fail": "poison"}), flush=True)
                else:
                    print(json.dumps({"n": request["n"], "article": {}}), flush=True)
            """)
        for (name, text) in [("a", "Poison. \(Self.text(1))".replacing("Poison", with: "poison")), ("b", Self.text(1)), ("c", Self.text(1)), ("d", Self.text(2))] {
            try workspace.write("in/\(name).txt", text)
        }
        func uris() throws -> [String] { try workspace.records("out/a.jsonl").compactMap { $0["source"]?["uri"]?.stringValue } }
        let result = try workspace.run("run", "d.yaml")
        #expect(result.exitCode == 3, "\(result.errors)")
        #expect(try uris() == ["in/b.txt", "in/d.txt"])
        #expect(try workspace.quarantine(of: "d").count == 1)
        try workspace.write("mended", "")
        let replay = try workspace.run("replay", "d.yaml")
        #expect(replay.exitCode == 0 && replay.output.contains("dedupe dropped 1 article: repeats another article (near)"), "\(replay.errors)")
        #expect(try uris() == ["in/b.txt", "in/d.txt"])
        #expect(try workspace.quarantine(of: "d").isEmpty)
    }

    @Test func aWorkerThatSeesSomeArticlesOnlyDoesNotPretend() throws {
        let workspace = try Workspace()
        try workspace.write("d.yaml", Self.pipeline())
        let result = try Program.shell("cd \"$1\" && echo '{\"protocol\":\"copydesk-worker\",\"version\":1}' | \"$2\" worker d.yaml", workspace.path, Program.path)
        #expect(result.exitCode == 1)
        #expect(result.output.contains("'dedupe' compares articles with those before them, which a worker does not see"), "\(result.output)")
    }
}
